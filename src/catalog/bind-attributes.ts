import type { EntityName } from '../query/where.js';
import { columnAttributes, type Placed } from './attributes.js';
import type { Check } from './check.js';
import { meantToBe, type EntityDrafts } from './entities.js';
import { factAttributes, factExpressions } from './fact-attributes.js';
import type { FactDraft } from './facts.js';
import { bindDerived } from './derived/bind.js';
import { knownAttributes } from './derived/known.js';
import { derivedDrafts } from './derived/read.js';
import { healthDrafts, healthNames, type HealthDraft } from './health/drafts.js';
import type { Attribute, Workspace } from './model.js';
import type { Findings } from './report.js';
import type { Source } from './sources.js';
import { usersAttributes, usersExpressions } from './users-attributes.js';

/** All attributes: columns, aggregates over facts and users, and derived ones after what they are made of. */
export async function bindAttributes(
  sources: readonly Source[],
  entities: EntityDrafts,
  facts: readonly FactDraft[],
  health: HealthDraft | null,
  workspace: Workspace,
  check: Check,
): Promise<Readonly<Record<EntityName, Placed<Attribute>[]>>> {
  const hasUsers = entities.user !== undefined || meantToBe('user', sources);
  await check.binder.expect([
    ...facts.flatMap(factExpressions),
    ...(entities.user ? usersExpressions(entities.user) : []),
  ]);
  const attributes: Record<EntityName, Placed<Attribute>[]> = { customer: [], user: [] };
  for (const draft of Object.values(entities)) attributes[draft.name].push(...columnAttributes(draft));
  for (const fact of facts) {
    tellUserAttributesWithoutUser(fact, hasUsers, check.found);
    attributes.customer.push(...(await factAttributes(fact, 'attributes', check)));
    attributes.user.push(...(await factAttributes(fact, 'user_attributes', check)));
  }
  if (entities.user) attributes.customer.push(...(await usersAttributes(entities.user, check)));
  const names = namesOf(attributes, entities, health);
  const drafts = [
    ...Object.values(entities).flatMap((draft) => derivedDrafts(draft, names, check)),
    ...(health && entities.customer ? healthDrafts(health, workspace, names, check) : []),
  ];
  await bindDerived(drafts, attributes, knownAttributes(workspace, entities, facts, attributes), check);
  return attributes;
}

/** The names of all attributes there will be. */
function namesOf(
  attributes: Readonly<Record<EntityName, readonly Placed<Attribute>[]>>,
  entities: EntityDrafts,
  health: HealthDraft | null,
): Readonly<Record<EntityName, readonly string[]>> {
  const of = (entity: EntityName): readonly string[] => [
    ...attributes[entity].map((a) => a.thing.name),
    ...Object.keys(entities[entity]?.yml.attributes ?? {}),
  ];
  return { customer: [...of('customer'), ...(health ? healthNames(health) : [])], user: of('user') };
}

function tellUserAttributesWithoutUser({ source, yml }: FactDraft, hasUsers: boolean, found: Findings): void {
  if (Object.keys(yml.user_attributes).length === 0) return;
  const report = found.in(source.ymlFile);
  if (yml.user === undefined)
    report('MISSING_KEY', ['user'], '`user_attributes` needs `user`: the column with the key of the user');
  else if (!hasUsers)
    report('NO_USER', ['user_attributes'], 'no relation is the user entity; write `entity: user` in one .yml file');
}
