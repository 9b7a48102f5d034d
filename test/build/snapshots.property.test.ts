import { describe, expect, test } from 'vitest';
import { membersByHand, membersBySql, populationOf } from '../oracle/agree.js';
import { settings } from '../oracle/arbitrary-company.js';
import { arbitraryMetrics } from '../oracle/arbitrary-metrics.js';
import { arbitraryQuestion } from '../oracle/arbitrary-question.js';
import { companies } from '../oracle/companies.js';
import { shift } from '../oracle/days.js';
import { metricsOf } from '../oracle/metrics.js';

const digits = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)));
/** Two days of three, so that changes and movements go from a kept day to one that is not, and back. */
const twoOfThree = (setting: (typeof settings)[number]) =>
  Array.from({ length: setting.days + 12 }, (_, n) => n - 2)
    .filter((n) => n % 3 !== 0)
    .map((n) => shift(setting.from, n));
const some = settings.slice(0, 2).map((setting, i) => ({
  setting,
  kept: i === 0 ? 'every attribute kept' : 'some attributes kept',
  attributes: (name: string) => i === 0 || name.length % 2 === 0,
}));

describe.each(some)('$kept', ({ attributes, setting }) => {
  const check = companies(setting, { kept: { days: twoOfThree(setting), attributes } });

  test('members from snapshots are those found by hand', () =>
    check(
      1,
      40,
      (catalog) => arbitraryQuestion(catalog, setting),
      async (session, world, q) => {
        expect({ ...q, members: [...(await membersBySql(session, q))].sort() }).toEqual({
          ...q,
          members: membersByHand(world, q),
        });
      },
    ));

  test('metrics from snapshots are those counted by hand', () =>
    check(
      1,
      25,
      (catalog) => arbitraryMetrics(catalog, setting),
      async (session, world, asked) => {
        const { entity, where, from, until, by, memberDay } = asked.q;
        const population = {
          ...populationOf(session, { entity, where }),
          ...(memberDay !== undefined && { memberDay }),
        };
        const question = { population, period: { from, until }, metrics: asked.metrics, size: true, by };
        const { rows } = await session.metrics.load(question);
        const answer = rows.map((row) => [row.group, row.size, row.metrics.map((m) => digits(m.value))]);
        const byHand = metricsOf(world, asked.metrics, asked.q);
        const sorted = (groups: readonly unknown[]) => groups.map((g) => JSON.stringify(g)).sort();
        expect(sorted(answer)).toEqual(
          sorted(byHand.map((g) => [g.group, g.size, g.metrics.map((m) => digits(m.value))])),
        );
      },
    ));
});
