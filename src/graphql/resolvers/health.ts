import { backtest } from '../../answers/health/backtest.js';
import { explainHealth } from '../../answers/health/explain.js';
import { readBacktest } from '../../answers/health/read-backtest.js';
import { explain } from '../../answers/explain/explain.js';
import { preview } from '../../answers/segment.js';
import { describeWhere } from '../../catalog/where/sentence.js';
import type { HealthComponent as Component, Scale } from '../../catalog/health/model.js';
import { describeDuration } from '../../query/time.js';
import { attributeNamed } from '../arguments.js';
import type { Context } from '../context.js';
import type {
  CatalogResolvers,
  CustomerResolvers,
  HealthComponentResolvers,
  HealthProfileResolvers,
  HealthProfileTriedResolvers,
  QueryResolvers,
} from '../generated.js';

export const healthOfCatalog: Pick<CatalogResolvers, 'health'> = { health: (c) => c.health ?? null };
export const healthOfCustomer: Pick<CustomerResolvers, 'explainHealth'> = {
  explainHealth: (member, _, { session }) => explainHealth(session, member),
};
export const healthOfQuery: Pick<QueryResolvers, 'healthBacktest'> = {
  healthBacktest: (_, { request }, { session }) => backtest(session, readBacktest(session, request)),
};

export const HealthProfile: HealthProfileResolvers = {
  where: (p) => p.where ?? null,
  text: (p, _, { session }) =>
    p.where === undefined
      ? 'All customers left.'
      : describeWhere(preview(session, 'customer', p.where).where, session.catalog),
  model: (p) => (p.model === 'weighted' ? 'WEIGHTED' : 'WORST_OF'),
  missing: (p) => (p.missing === 'exclude' ? null : p.missing),
};

const scaleJson: { readonly [K in Scale['kind']]: (scale: Extract<Scale, { kind: K }>) => unknown } = {
  points: ({ points }) => ({ scale: points }),
  bands: ({ bands }) => ({ bands }),
  values: ({ scores }) => ({ values: scores }),
};
const attribute = ({ session }: Context, name: string) => {
  const found = attributeNamed(session.catalog, 'customer', name);
  if (!found) throw new Error(`No attribute ${name}`);
  return found;
};

export const HealthComponent: HealthComponentResolvers = {
  attribute: (c, _, context) => attribute(context, c.attribute),
  scale: (c: Component) => (scaleJson[c.scale.kind] as (scale: Scale) => unknown)(c.scale),
  date: (c, _, context) => (c.age ? attribute(context, c.age.date) : null),
  maxAge: (c) => (c.age ? describeDuration(c.age.most) : null),
};

export const HealthProfileTried: HealthProfileTriedResolvers = {
  explanation: ({ profile, member }, _, { session }) =>
    profile.where === undefined ? null : explain(session, preview(session, 'customer', profile.where), member),
};
