import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/answers/session.js';
import { populationOf } from '../oracle/agree.js';
import { settings } from '../oracle/arbitrary-company.js';
import { arbitraryMetrics, type MetricsAsked } from '../oracle/arbitrary-metrics.js';
import { companies } from '../oracle/companies.js';
import { metricsOf, type Group } from '../oracle/metrics.js';
import { model } from '../oracle/model.js';

/** Metrics that were neither missing nor 0. */
const told = new Set<string>();
const toldByGroups = new Set<string>();

/** To twelve digits: a mean of fractions depends in the last ones on the order in which they are added. */
const digits = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)));

const sorted = (groups: readonly Group[]): readonly Group[] =>
  groups
    .map((g) => ({ ...g, metrics: g.metrics.map((one) => ({ ...one, value: digits(one.value) })) }))
    .sort((a, b) => (JSON.stringify(a.group) < JSON.stringify(b.group) ? -1 : 1));

async function bySql(session: Session, { metrics, q }: MetricsAsked): Promise<readonly Group[]> {
  const { entity, where, from, until, by, memberDay } = q;
  const population = { ...populationOf(session, { entity, where }), ...(memberDay !== undefined && { memberDay }) };
  const { rows } = await session.metrics.load({ population, period: { from, until }, metrics, size: true, by });
  return rows.map((row) => ({
    group: row.group as Group['group'],
    size: row.size,
    metrics: row.metrics.map(({ value, numerator, denominator, n }) => ({ value, numerator, denominator, n })),
  }));
}

function note({ metrics, q }: MetricsAsked, groups: readonly Group[]): void {
  const says = metrics.filter((_, i) => groups.some((group) => (group.metrics[i]?.value ?? 0) !== 0));
  for (const metric of says) {
    told.add(metric);
    if (q.by.length > 0) toldByGroups.add(metric);
  }
}

describe.each(settings)('in $zone', (setting) => {
  const check = companies(setting);

  test('metrics by SQL are those counted by hand', () =>
    check(
      4,
      50,
      (catalog) => arbitraryMetrics(catalog, setting),
      async (session, world, asked) => {
        const byHand = metricsOf(world, asked.metrics, asked.q);
        const groups = sorted(await bySql(session, asked));
        expect({ ...asked, groups }).toEqual({ ...asked, groups: sorted(byHand) });
        note(asked, byHand);
      },
    ));
});

test('every metric has told something, most of them by groups too', () => {
  expect(Object.keys(model.metrics).filter((name) => !told.has(name))).toEqual([]);
  expect(toldByGroups.size).toBeGreaterThan(20);
});
