import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/answers/session.js';
import { populationOf } from '../oracle/agree.js';
import { arbitraryTables, settings } from '../oracle/arbitrary-company.js';
import { arbitraryMetrics, type MetricsAsked } from '../oracle/arbitrary-metrics.js';
import { arbitrarySegments } from '../oracle/arbitrary-question.js';
import { metricsOf, type Group } from '../oracle/metrics.js';
import { model } from '../oracle/model.js';
import { openOracle, type Opened } from '../oracle/opened.js';
import { runs } from '../oracle/runs.js';

/** Metrics that were neither missing nor 0, and those of them that were asked by groups. */
const told = new Set<string>();

/** To twelve digits: a mean of fractions depends in the last ones on the order in which they are added. */
const digits = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)));

const sorted = (groups: readonly Group[]): readonly Group[] =>
  groups
    .map((g) => ({ ...g, metrics: g.metrics.map((told) => ({ ...told, value: digits(told.value) })) }))
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

describe.each(settings)('in $zone', (setting) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting);
  });
  afterAll(() => opened.close());

  test('metrics by SQL are those counted by hand', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({
          tables: arbitraryTables(setting),
          segments: arbitrarySegments(opened.catalog, setting),
          asked: fc.array(arbitraryMetrics(opened.catalog, setting), { minLength: 1, maxLength: 60, size: 'max' }),
        }),
        async ({ tables, segments, asked }) => {
          const { session, world } = await opened.fill(tables, segments);
          await Promise.all(
            asked.map(async (one) => {
              const byHand = metricsOf(world, one.metrics, one.q);
              expect({ ...one, groups: sorted(await bySql(session, one)) }).toEqual({ ...one, groups: sorted(byHand) });
              one.metrics.forEach((metric, i) => {
                const says = byHand.some((group) => (group.metrics[i]?.value ?? 0) !== 0);
                if (says) told.add(one.q.by.length > 0 ? `${metric} by groups` : metric);
              });
            }),
          );
        },
      ),
      runs(8, setting),
    ));
});

test('every metric has told something, as a whole and by groups', () => {
  const all = Object.keys(model.metrics).flatMap((name) => [name, `${name} by groups`]);
  expect(all.filter((word) => !told.has(word))).toEqual([]);
});
