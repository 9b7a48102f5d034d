import type { EntityName } from '../query/where.js';
import type { Placed } from './attributes.js';
import type { EntityDraft, EntityDrafts } from './entities.js';
import type { FactDraft } from './facts.js';
import { deepFreeze } from './freeze.js';
import type { CampaignModel } from './campaigns/model.js';
import type { Health } from './health/model.js';
import type { Attribute, Catalog, Entity, Metric, Relation, Workspace } from './model.js';

/** A model that has been read: all that its files say, and where they say it. */
export interface ReadModel {
  readonly workspace: Workspace;
  readonly entities: EntityDrafts;
  readonly facts: readonly FactDraft[];
  readonly attributes: Readonly<Record<EntityName, readonly Placed<Attribute>[]>>;
  readonly metrics: readonly Placed<Metric>[];
  readonly health?: Health | null;
  readonly campaigns?: CampaignModel | null;
}

/** The catalogue of a model without problems. `plain` are the relations that are only there for others, `order` all. */
export const catalogOf = (
  model: ReadModel,
  plain: readonly Relation[],
  order: readonly string[],
  dataAsOf: string,
): Catalog => deepFreeze(modelSoFar(model, plain, order, dataAsOf));

/** The same of a model that is still being read. */
export function modelSoFar(
  { workspace, entities, facts, attributes, metrics, health, campaigns }: ReadModel,
  plain: readonly Relation[],
  order: readonly string[],
  dataAsOf: string,
): Catalog {
  const { customer, user } = entities;
  if (!customer) throw new Error('A model without problems has customers');
  const drafts = [customer, ...(user ? [user] : []), ...facts.map((f) => f.fact)];
  const relations = [...plain, ...drafts.map((d) => d.relation)];
  return {
    workspace,
    relations: relations.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
    entities: {
      customer: entityOf(customer, attributes.customer),
      ...(user ? { user: entityOf(user, attributes.user) } : {}),
    },
    facts: Object.fromEntries(facts.map(({ fact }) => [fact.plural, fact])),
    metrics: Object.fromEntries(metrics.map(({ thing }) => [thing.name, thing])),
    ...(health ? { health } : {}),
    ...(campaigns ? { campaigns } : {}),
    dataAsOf,
  };
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
