import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { cohortsOf } from './ask.js';

let workspace: OpenWorkspace;
beforeAll(async () => {
  workspace = await openWorkspace(home);
});
afterAll(() => workspace.close());

const monthly = 'start: {attribute: FIRST_PAID_ON}, ages: 4, period: {from: "2026-01-01", until: "2026-07-01"}';

describe('every number turns back into the people behind it', () => {
  it.each([
    ['a count of members as of a day', `${monthly}, metric: CUSTOMERS`],
    ['a share of such', `${monthly}, metric: CUSTOMERS, cells: SHARE_OF_SIZE`],
    ['a count of who did something', `${monthly}, metric: ORDERING_CUSTOMERS`],
    [
      'first rows of a fact',
      `start: {first: {orders: {product: {eq: "training"}}}}, ages: 3, metric: ACTIVE_CUSTOMERS, period: {from: "2026-03-01", until: "2026-06-01"}`,
    ],
    [
      'first rows of intervals',
      `start: {first: {subscriptions: {isTrial: {eq: true}}}}, ages: 3, metric: CUSTOMERS, period: {from: "2026-01-01", until: "2026-06-01"}, asOf: "2026-05-31"`,
    ],
  ])('%s', async (_, request) => {
    const found = await cohortsOf(workspace, { where: '{region: {ne: "Europe"}}', request, people: true });
    const cells = found.cohorts.flatMap((c) => c.cells).filter(({ complete }) => complete);
    const everyone = [found.withoutStart, ...found.cohorts.map((c) => c.people), ...cells.map((c) => c.people)];
    expect(everyone.map((p) => p?.count)).toEqual(everyone.map((p) => p?.segment.size));
    expect(found.cohorts.map((c) => c.people.count)).toEqual(found.cohorts.map((c) => c.size));
    expect(everyone.filter((p) => (p?.count ?? 0) > 0).length).toBeGreaterThan(8);
    expect(cells.map((c) => c.people?.count)).toEqual(cells.map((c) => c.numerator ?? c.value));
  });

  it('but not where the metric counts something else, adds ages up or is told in members’ own time', async () => {
    for (const request of [
      'metric: MRR',
      'metric: ORDERING_CUSTOMERS, cumulative: true',
      'metric: ORDERING_CUSTOMERS, clock: MEMBER',
    ]) {
      const { cohorts } = await cohortsOf(workspace, { request: `${monthly}, ${request}`, people: true });
      expect(cohorts.flatMap((c) => c.cells).filter((c) => c.people !== null)).toEqual([]);
    }
  });
});

describe('ages that have not elapsed', () => {
  it('are null with the reason and have no part in the averages', async () => {
    const { cohorts, average } = await cohortsOf(workspace, {
      request: `${monthly}, metric: MRR, cells: SHARE_OF_START`,
    });
    expect(cohorts.map((c) => c.cells.filter((cell) => cell.complete).length)).toEqual([4, 4, 4, 3, 2, 1]);
    const open = cohorts.flatMap((c) => c.cells).filter((cell) => !cell.complete);
    expect(new Set(open.map((cell) => JSON.stringify([cell.value, cell.nullReason])))).toEqual(
      new Set(['[null,"NOT_ELAPSED"]']),
    );
    for (const { age, value, cohorts: n } of average) {
      const mature = cohorts.map((c) => c.cells[age]).filter((cell) => cell?.complete && cell.value !== null);
      expect(n).toBe(6 - Math.max(0, age - 0));
      const sum = (part: 'numerator' | 'denominator') => mature.reduce((total, cell) => total + (cell?.[part] ?? 0), 0);
      expect(value).toBeCloseTo(sum('numerator') / sum('denominator'), 12);
    }
  });

  it('are those that end after the day the question is as of', async () => {
    const { asOf, cohorts } = await cohortsOf(workspace, {
      request: `${monthly}, metric: CUSTOMERS, asOf: "2026-04-29"`,
    });
    expect(asOf).toBe('2026-04-29');
    expect(cohorts.map((c) => [c.from, c.complete, c.cells.filter((cell) => cell.complete).length])).toEqual([
      ['2026-01-01', true, 3],
      ['2026-02-01', true, 2],
      ['2026-03-01', true, 1],
      ['2026-04-01', false, 0],
      ['2026-05-01', false, 0],
      ['2026-06-01', false, 0],
    ]);
  });

  it('weigh a metric that is not divided by the sizes of the cohorts', async () => {
    const { cohorts, average } = await cohortsOf(workspace, { request: `${monthly}, metric: CUSTOMERS` });
    const first = cohorts.map((c) => [c.size, c.cells[0]?.value ?? 0] as const);
    const weighted =
      first.reduce((sum, [size, value]) => sum + size * value, 0) / first.reduce((sum, [size]) => sum + size, 0);
    expect(average[0]?.value).toBeCloseTo(weighted, 12);
  });
});

it('cohorts are whole calendar units, even where the period is not', async () => {
  const { cohorts } = await cohortsOf(workspace, {
    request:
      'start: {attribute: CREATED_ON}, grain: QUARTER, ages: 1, metric: MEMBERS, period: {from: "2025-02-10", until: "2025-04-02"}',
  });
  expect(cohorts.map((c) => [c.from, c.until])).toEqual([
    ['2025-01-01', '2025-04-01'],
    ['2025-04-01', '2025-07-01'],
  ]);
});

it('all is asked in one statement', async () => {
  const { ran } = await workspace.ask(
    `{ preview { cohorts(request: {${monthly}, metric: MRR}) { average { value } cohorts { cells { value } } } } }`,
  );
  expect(ran).toHaveLength(1);
});

describe('what cannot be asked is told, all at once', () => {
  const problems = async (request: string, of = 'preview') => {
    const { errors } = await workspace.ask(`{ ${of} { cohorts(request: {${request}}) { asOf } } }`);
    const [error] = errors ?? [];
    const thrown = error?.originalError as { problems?: { code: string; path: (string | number)[] }[] } | undefined;
    return thrown?.problems?.map(({ code, path }) => `${code} ${path.join('.')}`) ?? errors?.map((e) => e.message);
  };

  it.each([
    ['start: {}, metric: MRR', ['MISSING_VALUE request.start']],
    ['start: {attribute: CREATED_ON, first: {orders: {}}}, metric: MRR', ['CONFLICTING_FIELDS request.start']],
    ['start: {attribute: INDUSTRY}, metric: MRR', ['NOT_A_DATE request.start.attribute']],
    ['start: {userAttribute: CREATED_ON}, metric: MRR', ['NOT_GROUPABLE request.start.userAttribute']],
    ['start: {first: {orders: {amount: {gt: 1}}, events: {}}}, metric: MRR', ['ONE_FACT_NEEDED request.start.first']],
    [
      'start: {attribute: CREATED_ON}, metric: ARPA, cells: SHARE_OF_SIZE, ages: 0, period: {from: "2026-02-01", until: "2026-01-01"}',
      ['OUT_OF_RANGE request.ages', 'EMPTY_RANGE request.period', 'NOT_A_TOTAL request.metric'],
    ],
    ['start: {attribute: CREATED_ON}, metric: CUSTOMERS, clock: MEMBER', ['NOT_IN_OWN_TIME request.metric']],
    ['start: {attribute: CREATED_ON}, metric: MAU, clock: MEMBER', ['NOT_IN_OWN_TIME request.metric']],
    ['start: {attribute: CREATED_ON}, metric: TIME_TO_VALUE, cumulative: true', ['NOT_A_TOTAL request.metric']],
    [
      'start: {attribute: CREATED_ON}, metric: MRR, grain: DAY, period: {from: "2024-01-01", until: "2026-01-01"}',
      ['TOO_MANY_POINTS request.period'],
    ],
    ['start: {attribute: CREATED_ON}, metric: MRR, asOf: "2026-02-30"', ['BAD_DATE']],
  ])('%s', async (request, expected) => {
    const told = await problems(request);
    if (expected[0]?.includes(' ')) expect(told).toEqual(expected);
    else expect(told).toHaveLength(1);
  });

  it('a metric that says nothing of users', async () => {
    expect(await problems('start: {attribute: CREATED_ON}, metric: MRR', 'userPreview')).toEqual([
      'NOT_GROUPABLE request.start.attribute',
      'METRIC_NOT_FOR_POPULATION request.metric',
    ]);
  });
});
