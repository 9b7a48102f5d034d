import fc from 'fast-check';
import { expect, test } from 'vitest';
import { populationOf } from '../oracle/agree.js';
import { settings } from '../oracle/arbitrary-company.js';
import { arbitraryMetrics } from '../oracle/arbitrary-metrics.js';
import { companies } from '../oracle/companies.js';
import { metricsOf } from '../oracle/metrics.js';

const [setting] = settings;
if (!setting) throw new Error('there is a setting');
const check = companies(setting);
const digits = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)));
const sorted = (groups: readonly unknown[]) => groups.map((g) => JSON.stringify(g)).sort();

let together = 0;

test('segments asked for together are told what each is counted by hand', () =>
  check(
    2,
    60,
    (catalog) =>
      fc.record({
        asked: fc.array(arbitraryMetrics(catalog, setting), { minLength: 2, maxLength: 6 }),
        sizeOnly: fc.boolean(),
      }),
    async (session, world, { asked: [first, ...others], sizeOnly }) => {
      if (!first) throw new Error('something is asked');
      const { entity, by, from, until, memberDay } = first.q;
      const metrics = sizeOnly ? [] : first.metrics;
      const wheres = [first, ...others].filter(({ q }) => q.entity === entity).map(({ q }) => q.where);
      const before = session.ran.length;
      const answers = await Promise.all(
        wheres.map((where) => {
          const population = { ...populationOf(session, { entity, where }), ...(memberDay && { memberDay }) };
          return session.metrics.load({ population, period: { from, until }, metrics, size: true, by });
        }),
      );
      if (session.ran.slice(before).some(({ sql }) => /_met|_sizes/.test(sql))) together++;
      answers.forEach(({ rows }, i) => {
        const byHand = metricsOf(world, metrics, { entity, where: wheres[i] ?? {}, by, from, until, memberDay });
        expect(
          sorted(rows.map((row) => [row.group, row.size, row.metrics.map((m) => [digits(m.value), m.n])])),
        ).toEqual(sorted(byHand.map((g) => [g.group, g.size, g.metrics.map((m) => [digits(m.value), m.n])])));
      });
    },
  ));

test('they were asked for in one scan', () => {
  expect(together).toBeGreaterThan(20);
});
