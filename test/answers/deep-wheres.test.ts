import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

interface People {
  readonly count: number;
  readonly asOf: string;
  readonly where: unknown;
}

let workspace: OpenWorkspace;
beforeAll(async () => {
  workspace = await openWorkspace(home);
}, 60_000);
afterAll(() => workspace.close());

/** Those who pay 150 or more, said over so many levels. */
const paying = (levels: number): object =>
  levels === 0
    ? { mrr: { gte: 150 } }
    : levels % 2 === 0
      ? { and: [paying(levels - 1)] }
      : { or: [paying(levels - 1)] };
const deepest = paying(8);

const months = 'period: {from: "2026-04-01", until: "2026-07-01"}';
const people = 'people { ...P }';
const analyses: Readonly<Record<string, string>> = {
  movement: `movement(request: {${months}}) { points { atStart { ${people} } entered { ${people} } left { ${people} } stayed { ${people} } } }`,
  bridge: `bridge(request: {value: MRR, ${months}}) { points { start { ${people} } expansion { ${people} } churn { ${people} } entering { ${people} } leaving { ${people} } } }`,
  'transitions by an attribute': `transitions(request: {from: "2026-03-31", by: PLAN}) { cells { ${people} } }`,
  'time in stages': `timeInStage(request: {fact: STAGES, stage: "stage"}) { stages { open { ${people} } completed { ${people} } } }`,
  cohorts: `cohorts(request: {start: {attribute: FIRST_PAID_ON}, metric: CUSTOMERS, ages: 2, ${months}}) { cohorts { ${people} cells { ${people} } } }`,
  retention: `retention(request: {entry: {events: {name: {eq: "login"}}}, grain: MONTH, ${months}}) { cohorts { ${people} cells { ${people} } } }`,
  lifecycle: `lifecycle(request: {activity: {events: {}}, grain: MONTH, ${months}}) { points { active { ...P } dormant { ...P } } }`,
  stickiness: `stickiness(request: {activity: {events: {}}, ${months}}) { active { ...P } }`,
  rfm: `rfm(request: {purchases: {orders: {}}}) { groups { ${people} } }`,
  affinity: `affinity(request: {rows: {orders: {}}, item: "PRODUCT"}) { pairs(first: 3) { ${people} candidates { ...P } } }`,
  'what distinguishes': `distinguishes(request: {attributes: [PLAN, INDUSTRY, REGION, MRR]}) { values { members { ...P } } }`,
  'near misses': `nearMisses(asOf: "2026-06-30") { ${people} byCondition { ${people} } }`,
};

async function answered(where: unknown, analysis: string): Promise<readonly People[]> {
  const { data, errors } = await workspace.ask(
    `query ($where: CustomerWhere!) { preview(where: $where) { ${analysis} } } fragment P on People { count asOf where }`,
    { where },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return found(data);
}

const isPeople = (value: object): value is People => 'where' in value && 'asOf' in value && 'count' in value;
const found = (value: unknown): readonly People[] =>
  typeof value !== 'object' || value === null
    ? []
    : isPeople(value)
      ? [value]
      : Object.values(value).flatMap((part) => found(part));

async function sizeOf({ where, asOf }: People): Promise<unknown> {
  const { data, errors } = await workspace.ask(
    'query ($where: CustomerWhere!, $asOf: Date!) { preview(where: $where) { size(asOf: $asOf) } }',
    { where, asOf },
  );
  return errors ?? (data as { preview: { size: number } }).preview.size;
}

/** Three that are somebody, and one that is nobody. */
const few = (all: readonly People[]): readonly People[] => [
  ...all.filter(({ count }) => count > 0).slice(0, 3),
  ...all.filter(({ count }) => count === 0).slice(0, 1),
];

describe('of a where as deep as wheres may be', () => {
  it.each(Object.entries(analyses))('the people of %s can be asked, and theirs again', async (_, analysis) => {
    const first = few(await answered(deepest, analysis));
    expect(first.some(({ count }) => count > 0)).toBe(true);
    for (const one of first) expect([one, await sizeOf(one)]).toEqual([one, one.count]);
    const again = few(await answered(first[0]?.where, analysis));
    for (const one of again) expect([one, await sizeOf(one)]).toEqual([one, one.count]);
    // What a shallow where of the same meaning says.
    const shallow = few(await answered(paying(0), analysis));
    expect(first.map(({ count, asOf }) => [count, asOf])).toEqual(shallow.map(({ count, asOf }) => [count, asOf]));
  });

  it('the tiers can be asked, measured and told apart', async () => {
    const { data, errors } = await workspace.ask(
      `query ($where: CustomerWhere!, $other: CustomerWhere!) { tiers(request: {tiers: [{name: "deep", where: $where}, {name: "other", where: $other}], default: "none", metrics: [MRR], within: $where}) {
        tiers { people { ...P } metrics { value } } conflicts { people { ...P } } } } fragment P on People { count asOf where }`,
      { where: deepest, other: { not: paying(7) } },
    );
    expect(errors).toBeUndefined();
    const all = found(data);
    expect(all.map(({ count }) => count > 0)).toEqual([true, false, false]);
    for (const one of all) expect([one, await sizeOf(one)]).toEqual([one, one.count]);
  });
});

it('levels are counted anew inside another day, and nowhere else', async () => {
  const asOf = { day: '2026-06-30', where: deepest };
  const size = (where: unknown): Promise<unknown> => sizeOf({ where, asOf: '2026-06-30', count: 0 });
  expect(await size({ and: [{ or: [{ asOf }] }] })).toBe(await size(deepest));
  expect(JSON.stringify(await size({ and: [deepest] }))).toContain('levels deep');
  expect(JSON.stringify(await size({ asOf: { ...asOf, where: { and: [deepest] } } }))).toContain('levels deep');
});
