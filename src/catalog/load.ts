import type { Problem } from '../query/problem.js';
import { bindAttributes } from './bind-attributes.js';
import { binder } from './bind.js';
import { openCampaigns } from './campaigns/open.js';
import { catalogOf } from './catalog-of.js';
import type { Check } from './check.js';
import { relationOf } from './columns.js';
import { lastDay, readTextFiles } from './data.js';
import { knownAttributes } from './derived/known.js';
import { draftEntities } from './entities.js';
import { draftFacts } from './facts.js';
import { attributeTypes } from './formulas.js';
import { healthOf, openHealth } from './health/open.js';
import type { MetricBase } from './metric-kind.js';
import { bindMetrics } from './metrics.js';
import type { Catalog, ModelEngine } from './model.js';
import { checkNames } from './naming.js';
import { defineRelations, type Defining } from './relations.js';
import { findings } from './report.js';
import { rowScope } from './scope.js';
import { readSources, type Source } from './sources.js';
import { readWorkspace, workspaceFile } from './workspace.js';

export interface LoadedModel {
  /** Null when anything is wrong: a model is served whole or not at all. */
  readonly catalog: Catalog | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads a workspace's model, defines its relations in the engine and checks everything against the data. All mistakes
 * are told at once, each with its file and key path; throws only for bugs and for what is no mistake of the model's.
 */
export async function loadCatalog(dir: string, engine: ModelEngine, defining: Defining = {}): Promise<LoadedModel> {
  const found = findings();
  const workspace = readWorkspace(dir, found.in(workspaceFile));
  const sources = readSources(dir, found);
  const defined = await defineRelations(sources, dir, engine, found, defining);
  const entities = draftEntities(sources, defined, found);
  const facts = draftFacts(sources, defined, entities, found);
  const plain = [...defined.values()]
    .filter((d) => d.source.meaning.kind === 'plain')
    .map((d) => relationOf(d, false, found.in(d.source.ymlFile)));

  const broken = brokenNames(sources, new Set([...Object.values(entities), ...facts].map((d) => d.source)));
  const check: Check = { binder: binder(engine, broken), found, broken, constants: workspace.constants };
  const health = openHealth(dir, check);
  const attributes = await bindAttributes(sources, entities, facts, health?.draft ?? null, workspace, check);
  const bases: readonly MetricBase[] = [
    ...Object.values(entities).map((draft) => ({
      kind: 'entity' as const,
      draft,
      scope: rowScope(attributeTypes(attributes[draft.name].map((a) => a.thing))),
    })),
    ...facts.map((draft) => ({ kind: 'fact' as const, draft })),
  ];
  const metrics = await bindMetrics(bases, check);
  const known = knownAttributes(workspace, entities, facts, attributes);
  const model = {
    workspace,
    entities,
    facts,
    attributes,
    metrics,
    health: health && healthOf(health, known, check),
    campaigns: openCampaigns(workspace, sources, known, check),
  };
  checkNames(model, found);

  const unreadable = await readTextFiles(defined, engine, found);
  const dataAsOf = await lastDay(workspace, entities.customer, facts, unreadable, engine, found);
  if (found.problems.length > 0 || dataAsOf === null) return { catalog: null, problems: found.problems };
  const order = [...defined.keys()];
  return {
    catalog: catalogOf(model, plain, order, dataAsOf),
    problems: [],
  };
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
