import { expect, test } from 'vitest';
import { populationOf } from '../oracle/agree.js';
import { settings } from '../oracle/arbitrary-company.js';
import { arbitraryMetrics } from '../oracle/arbitrary-metrics.js';
import { companies } from '../oracle/companies.js';
import { shift } from '../oracle/days.js';
import { metricsOf } from '../oracle/metrics.js';

const [setting] = settings;
if (!setting) throw new Error('there is a setting');
const days = Array.from({ length: setting.days + 12 }, (_, n) => shift(setting.from, n - 2));
const check = companies(setting, { days, attributes: () => true });
const digits = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)));
const sorted = (groups: readonly unknown[]) => groups.map((g) => JSON.stringify(g)).sort();

let together = 0;
let apart = 0;

test('metrics of periods asked for together are those of each counted by hand', () =>
  check(
    2,
    40,
    (catalog) => arbitraryMetrics(catalog, setting),
    async (session, world, { metrics, q }) => {
      const { entity, where, by, memberDay } = q;
      const length = (q.until.length + metrics.length) % 3 === 0 ? 7 : 1;
      const periods = Array.from({ length: 4 }, (_, n) => ({
        from: shift(q.from, n * length),
        until: shift(q.from, (n + 1) * length),
      })).filter(({ until }) => days.includes(shift(until, -1)));
      const population = { ...populationOf(session, { entity, where }), ...(memberDay && { memberDay }) };
      const ask = async (metric: string) => {
        const before = session.ran.length;
        const answers = await Promise.all(
          periods.map((period) => session.metrics.load({ population, period, metrics: [metric], size: true, by })),
        );
        if (
          periods.length > 1 &&
          session.ran.slice(before).some(({ sql }) => sql.includes('"_day" in') || sql.includes('_day in'))
        )
          together++;
        else apart++;
        answers.forEach(({ rows }, i) => {
          const period = periods[i];
          if (!period) throw new Error('an answer has a period');
          const byHand = metricsOf(world, [metric], { entity, where, by, memberDay, ...period });
          expect(
            sorted(rows.map((row) => [row.group, row.size, row.metrics.map((m) => [digits(m.value), m.n])])),
          ).toEqual(sorted(byHand.map((g) => [g.group, g.size, g.metrics.map((m) => [digits(m.value), m.n])])));
        });
      };
      for (const metric of metrics.slice(0, 2)) await ask(metric);
    },
  ));

test('some could be asked together and some could not', () => {
  expect(together).toBeGreaterThan(0);
  expect(apart).toBeGreaterThan(0);
});
