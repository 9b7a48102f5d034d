import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { home } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { ofUsers, openByHand, readChecks, type ByHand } from './by-hand.js';
import { populations } from './populations.js';

const checks = await readChecks();

let sample: OpenWorkspace;
let byHand: ByHand;
beforeAll(async () => {
  [sample, byHand] = await Promise.all([openWorkspace(home), openByHand()]);
});
afterAll(async () => {
  byHand.close();
  await sample.close();
});

test('every metric of the sample has a check by hand', async () => {
  const { data } = await sample.ask('{ catalog { metrics { name } } }');
  const { catalog } = data as { catalog: { metrics: { name: string }[] } };
  expect(checks.map(({ metric }) => metric).sort()).toEqual(catalog.metrics.map(({ name }) => name).sort());
});

interface Asked {
  readonly segment: {
    readonly metrics: readonly { readonly value: number | null; readonly nullReason: string | null }[];
  };
}

describe.each(populations)('of $name', (population) => {
  test.each(population.periods)('from $from until $until all metrics are what they are by hand', async (period) => {
    const wanted = checks.filter(({ file }) => population.entity === 'customer' || ofUsers.includes(file));
    const [preview, type] = population.entity === 'user' ? ['userPreview', 'UserWhere'] : ['preview', 'CustomerWhere'];
    const { data, errors } = await sample.ask(
      `query ($where: ${type}!, $names: [MetricName!]!, $period: PeriodInput!) {
        segment: ${preview}(where: $where) { metrics(names: $names, period: $period) { value nullReason } } }`,
      { where: population.where, names: wanted.map(({ metric }) => metric.toUpperCase()), period },
    );
    expect(errors).toBeUndefined();
    const { metrics } = (data as Asked).segment;
    const expected = await byHand.values(population, period, wanted);
    const shown = (values: readonly (number | null | undefined)[]) =>
      Object.fromEntries(wanted.map(({ metric }, i) => [metric, rounded(values[i])]));
    expect(shown(metrics.map(({ value }) => value))).toEqual(shown(expected));
    expect(metrics.map(({ value, nullReason }) => (value === null) === (nullReason !== null))).not.toContain(false);
    expect(expected.filter((value) => value !== null && value !== 0).length).toBeGreaterThan(wanted.length * 0.6);
  });
});

/** Eleven digits: sums of binary fractions depend on their order. */
const rounded = (value: number | null | undefined): number | null | undefined =>
  typeof value === 'number' ? Number(value.toPrecision(11)) : value;
