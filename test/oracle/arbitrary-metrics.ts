import fc, { type Arbitrary } from 'fast-check';
import type { Catalog } from '../../src/catalog/model.js';
import type { Setting } from './arbitrary-company.js';
import { arbitraryWhereOf, usualDay } from './arbitrary-question.js';
import { shift } from './days.js';
import type { Asked } from './metrics.js';
import { model } from './model.js';
import type { EntityName } from './world.js';

/** Metrics that say something of users. */
const ofUsers = [
  ...['users_seen', 'user_count', 'users_gone', 'event_count', 'active_users', 'active_users_30d', 'logins'],
  ...['amount_per_event', 'latest_seconds', 'people_at_work', 'csat', 'solved'],
];
const ofCustomers = Object.keys(model.metrics).filter((name) => name !== 'users_gone');

const groups: Readonly<Record<EntityName, readonly string[]>> = {
  customer: ['industry', 'vip', 'is_paying', 'mrr', 'people', 'created_on'],
  user: ['role', 'customer_id', 'events_4d'],
};

export interface MetricsAsked {
  readonly metrics: readonly string[];
  readonly q: Asked;
}

/** Some metrics of a population in a period, as a whole or by groups. */
export function arbitraryMetrics(catalog: Catalog, setting: Setting): Arbitrary<MetricsAsked> {
  const of = (entity: EntityName): Arbitrary<MetricsAsked> => {
    const where = fc.oneof(
      { weight: 1, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: arbitraryWhereOf(catalog, entity, setting) },
    );
    const period = fc.record({ until: usualDay(setting), days: fc.integer({ min: 1, max: 20 }) });
    const by = fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray([...groups[entity]], { minLength: 1, maxLength: 2 }) },
    );
    const q = fc
      .record({ where, period, by, memberDay: fc.option(usualDay(setting), { nil: undefined, freq: 3 }) })
      .map(({ where: w, period: { until, days }, by: b, memberDay }) => ({
        entity,
        where: w,
        from: shift(until, -days),
        until,
        memberDay,
        by: b,
      }));
    const names = entity === 'user' ? ofUsers : ofCustomers;
    return fc.record({ metrics: fc.shuffledSubarray(names, { minLength: 1, maxLength: 8 }), q });
  };
  return fc.oneof({ weight: 2, arbitrary: of('customer') }, { weight: 1, arbitrary: of('user') });
}
