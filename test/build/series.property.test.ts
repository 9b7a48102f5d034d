import fc from 'fast-check';
import { expect, test } from 'vitest';
import { populationOf } from '../oracle/agree.js';
import { settings } from '../oracle/arbitrary-company.js';
import { arbitraryMetrics, type MetricsAsked } from '../oracle/arbitrary-metrics.js';
import { companies } from '../oracle/companies.js';
import { shift } from '../oracle/days.js';
import { metricsOf } from '../oracle/metrics.js';

const [setting] = settings;
if (!setting) throw new Error('there is a setting');
const days = Array.from({ length: setting.days + 12 }, (_, n) => shift(setting.from, n - 2));
const check = companies(setting, { kept: { days, attributes: () => true } });
const digits = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)));
const sorted = (groups: readonly unknown[]) => groups.map((g) => JSON.stringify(g)).sort();

let together = 0;
let onEachDay = 0;
let apart = 0;

/** How often customers did something lately, alone and beside another condition. */
const behaviour = (() => {
  const few = fc.integer({ min: 0, max: 3 });
  const count = fc.oneof(...['gte', 'lte', 'eq'].map((test) => few.map((n) => ({ [test]: n }))));
  const last = fc.integer({ min: 1, max: 20 }).map((days) => ({ last: { days } }));
  const ago = fc.tuple(last, few).map(([w, days]) => ({ ...w, ...(days > 0 && { ago: { days } }) }));
  const calendar = fc.constantFrom('WEEK', 'MONTH').map((unit) => ({ calendar: { unit, offset: -1 } }));
  const where = fc.constantFrom({}, { where: { name: { eq: 'login' } } }, { where: { seconds: { gt: 1 } } });
  const did = (fact: string) =>
    fc.tuple(fc.oneof(last, ago, calendar), count).map(([during, n]) => ({ [fact]: { during, count: n } }));
  const events = fc.tuple(did('events'), where).map(([{ events: rows }, w]) => ({ events: { ...rows, ...w } }));
  const one = fc.oneof({ weight: 3, arbitrary: events }, did('visits'));
  return fc.oneof(
    one,
    fc.record({ not: one }),
    fc.record({ and: fc.tuple(one, fc.constant({ isPaying: { eq: true } })) }),
    fc.record({ or: fc.tuple(one, one) }),
  );
})();

type Check = Parameters<typeof check<MetricsAsked>>[3];

const asEachAlone: Check = async (session, world, { metrics, q }) => {
  const { entity, where, by, memberDay } = q;
  const length = (q.until.length + metrics.length) % 3 === 0 ? 7 : 1;
  const periods = Array.from({ length: 4 }, (_, n) => ({
    from: shift(q.from, n * length),
    until: shift(q.from, (n + 1) * length),
  })).filter(({ until }) => days.includes(shift(until, -1)));
  const population = { ...populationOf(session, { entity, where }), ...(memberDay && { memberDay }) };
  for (const metric of metrics.slice(0, 2)) {
    const before = session.ran.length;
    const answers = await Promise.all(
      periods.map((period) => session.metrics.load({ population, period, metrics: [metric], size: true, by })),
    );
    const ran = session.ran.slice(before).map(({ sql }) => sql);
    if (ran.some((sql) => sql.includes('unnest(range(first, until))'))) onEachDay++;
    if (periods.length > 1 && ran.some((sql) => /_day (in|between)/.test(sql))) together++;
    else apart++;
    answers.forEach(({ rows }, i) => {
      const period = periods[i];
      if (!period) throw new Error('an answer has a period');
      const byHand = metricsOf(world, [metric], { entity, where, by, memberDay, ...period });
      expect(sorted(rows.map((row) => [row.group, row.size, row.metrics.map((m) => [digits(m.value), m.n])]))).toEqual(
        sorted(byHand.map((g) => [g.group, g.size, g.metrics.map((m) => [digits(m.value), m.n])])),
      );
    });
  }
};

test('metrics of periods asked for together are those of each counted by hand', () =>
  check(1, 60, (catalog) => arbitraryMetrics(catalog, setting), asEachAlone));

test('also of those who did something some number of times in a window before the end of each', () =>
  check(
    1,
    35,
    (catalog) =>
      fc.record({ asked: arbitraryMetrics(catalog, setting), where: behaviour }).map(({ asked: { q }, where }) => ({
        metrics: ['customers', 'mrr'],
        q: { ...q, entity: 'customer' as const, where, by: q.entity === 'customer' ? q.by : [] },
      })),
    asEachAlone,
  ));

test('some could be asked together, also where rows are counted in windows, and some could not', () => {
  expect(together).toBeGreaterThan(0);
  expect(onEachDay).toBeGreaterThan(0);
  expect(apart).toBeGreaterThan(0);
});
