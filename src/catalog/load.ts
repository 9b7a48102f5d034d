import type { EntityName } from '../query/where.js';
import type { Problem } from '../query/problem.js';
import { columnAttributes, factAttributes, usersAttributes, type Placed } from './attributes.js';
import { binder } from './bind.js';
import { relationOf } from './columns.js';
import { lastDay, readTextFiles } from './data.js';
import { draftEntities, meantToBe, type EntityDraft } from './entities.js';
import { draftFacts } from './facts.js';
import { attributeTypes, formulaAttributes } from './formulas.js';
import { deepFreeze } from './freeze.js';
import { bindMetrics, type MetricBase } from './metrics.js';
import type { Attribute, Catalog, Entity, ModelEngine } from './model.js';
import { checkNames } from './naming.js';
import { defineRelations, type Defined } from './relations.js';
import { findings, type Findings } from './report.js';
import { asOfColumn, columnTypes, rowScope } from './scope.js';
import { readSources, type Source } from './sources.js';
import { readWorkspace, workspaceFile } from './workspace.js';

export interface LoadedModel {
  /** Null when anything is wrong: a model is served whole or not at all. */
  readonly catalog: Catalog | null;
  readonly problems: readonly Problem[];
}

export interface LoadOptions {
  readonly whenDefined?: Defined;
}

/**
 * Reads a workspace's model, defines its relations in the engine and checks everything against the data. All mistakes
 * are told at once, each with its file and key path; throws only for bugs and for what is no mistake of the model's.
 */
export async function loadCatalog(
  dir: string,
  engine: ModelEngine,
  { whenDefined = () => Promise.resolve() }: LoadOptions = {},
): Promise<LoadedModel> {
  const found = findings();
  const workspace = readWorkspace(dir, found.in(workspaceFile));
  const sources = readSources(dir, found);
  const { constants } = workspace;

  const defined = await defineRelations(sources, dir, engine, found, whenDefined);
  const entities = draftEntities(sources, defined, found);
  const facts = draftFacts(sources, defined, entities, found);
  const broken = brokenNames(sources, new Set([...Object.values(entities), ...facts].map((d) => d.source)));
  const bind = binder(engine, broken);

  const attributes: Record<EntityName, Placed<Attribute>[]> = { customer: [], user: [] };
  for (const draft of Object.values(entities)) attributes[draft.name].push(...columnAttributes(draft));
  for (const fact of facts) {
    tellUserAttributesWithoutUser(fact, entities.user !== undefined || meantToBe('user', sources), found);
    attributes.customer.push(...(await factAttributes(fact, 'attributes', bind, broken, found)));
    attributes.user.push(...(await factAttributes(fact, 'user_attributes', bind, broken, found)));
  }
  if (entities.user) {
    const scope = rowScope({ ...columnTypes(entities.user.relation), [asOfColumn]: 'DATE' });
    attributes.customer.push(...(await usersAttributes(entities.user, scope, bind, broken, found)));
  }
  for (const draft of Object.values(entities)) {
    const others = attributes[draft.name].map((a) => a.thing);
    attributes[draft.name].push(...(await formulaAttributes(draft, others, constants, bind, broken, found)));
  }

  const bases: readonly MetricBase[] = [
    ...Object.values(entities).map((draft) => ({
      kind: 'entity' as const,
      draft,
      scope: rowScope(attributeTypes(attributes[draft.name].map((a) => a.thing))),
    })),
    ...facts.map((draft) => ({ kind: 'fact' as const, draft })),
  ];
  const metrics = await bindMetrics(bases, constants, bind, broken, found);
  checkNames(attributes, facts, metrics, Object.keys(constants), entities.user?.yml.customer, found);

  const unreadable = await readTextFiles(defined, engine, found);
  const dataAsOf = await lastDay(workspace, entities.customer, facts, unreadable, engine, found);
  const { customer, user } = entities;
  const drafts = [...Object.values(entities), ...facts.map((f) => ({ source: f.source, relation: f.fact.relation }))];
  const relations = [...defined.values()].map(
    (d) =>
      drafts.find((draft) => draft.source === d.source)?.relation ?? relationOf(d, false, found.in(d.source.ymlFile)),
  );
  if (found.problems.length > 0 || !customer || !dataAsOf) return { catalog: null, problems: found.problems };
  const catalog: Catalog = {
    workspace,
    relations,
    entities: {
      customer: entityOf(customer, attributes.customer),
      ...(user ? { user: entityOf(user, attributes.user) } : {}),
    },
    facts: Object.fromEntries(facts.map(({ fact }) => [fact.plural, fact])),
    metrics: Object.fromEntries(metrics.map(({ thing }) => [thing.name, thing])),
    dataAsOf,
  };
  return { catalog: deepFreeze(catalog), problems: [] };
}

/** Names whose definition is wrong, or whose relation cannot be read: what mentions them is not told again. */
function brokenNames(sources: readonly Source[], sound: ReadonlySet<Source>): Set<string> {
  const lost = sources
    .filter((s) => !sound.has(s))
    .flatMap(({ meaning }) => {
      if (meaning.kind === 'fact') return [meaning.yml.attributes, meaning.yml.user_attributes, meaning.yml.metrics];
      if (meaning.kind === 'entity')
        return [meaning.yml.attributes, meaning.yml.customer_attributes, meaning.yml.metrics];
      return [];
    });
  return new Set([...sources.flatMap((s) => s.broken), ...lost.flatMap((section) => Object.keys(section))]);
}

function tellUserAttributesWithoutUser(
  {
    source,
    yml,
  }: {
    readonly source: Source;
    readonly yml: { readonly user?: string | undefined; readonly user_attributes: object };
  },
  hasUsers: boolean,
  found: Findings,
): void {
  if (Object.keys(yml.user_attributes).length === 0) return;
  const report = found.in(source.ymlFile);
  if (yml.user === undefined)
    report('MISSING_KEY', ['user'], '`user_attributes` needs `user`: the column with the key of the user');
  else if (!hasUsers)
    report('NO_USER', ['user_attributes'], 'no relation is the user entity; write `entity: user` in one .yml file');
}

const entityOf = ({ name, relation, yml }: EntityDraft, attributes: readonly Placed<Attribute>[]): Entity => ({
  name,
  relation,
  key: yml.key,
  ...(yml.customer === undefined ? {} : { customer: yml.customer }),
  ...(yml.since === undefined ? {} : { since: yml.since }),
  ...(yml.name === undefined ? {} : { nameColumn: yml.name }),
  attributes: Object.fromEntries(attributes.map(({ thing }) => [thing.name, thing])),
});
