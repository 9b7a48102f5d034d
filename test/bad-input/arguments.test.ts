import { describe, expect, test } from 'vitest';
import { mistakesIn, type Mistake } from './served.js';
import { starterServer } from './starter-server.js';

const { ask, post, sizeOf } = starterServer();

test.each<[string, string, Mistake]>([
  [
    'a period reversed',
    'metrics(names: [MRR], period: { from: "2026-03-01", until: "2026-02-01" }) { value }',
    ['EMPTY_RANGE', 'period'],
  ],
  [
    'half a period',
    'metrics(names: [MRR], period: { from: "2026-03-01" }) { value }',
    ['MISSING_VALUE', 'period.until'],
  ],
  [
    'two periods',
    'metrics(names: [MRR], period: { last: { days: 1 }, calendar: { unit: MONTH } }) { value }',
    ['CONFLICTING_FIELDS', 'period'],
  ],
  ['a page of none', 'customers(first: 0) { nodes { id } }', ['OUT_OF_RANGE', 'first']],
  ['a page of too many', 'customers(first: 1001) { nodes { id } }', ['OUT_OF_RANGE', 'first']],
  ['a cursor that is none', 'customers(after: "what?") { nodes { id } }', ['BAD_CURSOR', 'after']],
  [
    'too many points',
    'trend(grain: DAY, period: { from: "2000-01-01", until: "2026-01-01" }) { points { value } }',
    ['TOO_MANY_POINTS', 'period'],
  ],
  ['too many groups', 'breakdown(by: [NAME], limit: 100001) { rowCount }', ['OUT_OF_RANGE', 'limit']],
  ['a table of nobody', 'customerTable(attributes: [MRR], limit: 0) { rowCount }', ['OUT_OF_RANGE', 'limit']],
  ['a table of too many', 'customerTable(attributes: [], limit: 1000001) { rowCount }', ['OUT_OF_RANGE', 'limit']],
  ['attributes of others', 'breakdown(byUser: [ROLE]) { rowCount }', ['NOT_GROUPABLE', 'byUser']],
])('%s', async (_, field, mistake) => {
  const reply = await ask(`{ preview { ${field} } }`);
  expect(mistakesIn(reply)).toEqual([mistake]);
  expect(reply.errors?.[0]?.path?.[0]).toBe('preview');
});

test.each<[string, string, readonly Mistake[]]>([
  [
    'all that is wrong with it at once',
    'segments: ["nope", "gone-quiet"], where: { mrr: { between: { min: 2, max: 1 } } }, limit: 0, period: { from: "2026-03-01", until: "2026-03-01" }',
    [
      ['OUT_OF_RANGE', 'request.limit'],
      ['EMPTY_RANGE', 'request.period'],
      ['EMPTY_RANGE', 'request.where.mrr.between'],
      ['SEGMENT_NOT_FOUND', 'request.segments.0'],
    ],
  ],
  [
    'more cells than it may have',
    'grain: DAY, period: { from: "0001-01-01", until: "9999-12-31" }',
    [['TOO_MANY_PERIODS', 'request.period']],
  ],
])('a table is told %s', async (_, request, expected) => {
  const reply = await ask(`{ table(request: { metrics: [EVENTS], ${request} }) { rowCount } }`);
  expect(mistakesIn(reply)).toEqual(expected);
});

test('attributes of customers do not group a segment of people', async () => {
  const { errors } = await ask(
    'mutation { createSegment(input: { name: "Admins", userWhere: { role: { eq: "admin" } } }) { segment { id } } }',
  );
  expect(errors).toBeUndefined();
  const reply = await ask(
    '{ table(request: { segments: ["admins"], metrics: [EVENTS], by: [INDUSTRY] }) { rowCount } }',
  );
  expect(mistakesIn(reply)).toEqual([['NOT_GROUPABLE', 'request.by.0']]);
  const trend = await ask('{ userPreview { trend(metric: MRR) { points { value } } } }');
  expect(mistakesIn(trend)).toEqual([['METRIC_NOT_FOR_POPULATION', 'metric']]);
});

test.each([
  ['the first day there is', '0001-01-01', 0],
  ['the last day there is', '9999-12-31', 8],
])('%s can be asked about, with windows beyond it', async (_, day, size) => {
  const reply = await ask<{ all: { size: number }; beyond: { size: number } }>(
    `{ all: preview { size(asOf: "${day}") metrics(names: [MRR], period: { from: "0001-01-01", until: "9999-12-31" }, compareTo: PREVIOUS_YEAR) { value } }
       beyond: preview(where: { signedUpOn: { next: { years: 100 }, last: { years: 100 }, calendar: { unit: YEAR, offset: 10000 } },
         mrr: { change: { over: { years: 100 }, absolute: { gt: 0 } } } }) { size(asOf: "${day}") }
       years: preview { trend(grain: YEAR, period: { from: "9998-01-01", until: "9999-12-31" }) { points { from } } } }`,
  );
  expect(reply.errors).toBeUndefined();
  expect(reply.data).toMatchObject({ all: { size }, beyond: { size: 0 } });
  expect(reply.data).toMatchObject({ years: { trend: { points: [{ from: '9998-01-01' }, { from: '9999-01-01' }] } } });
});

test.each([
  ['a metric', '{ preview { metrics(names: [MRRR]) { value } } }', ['MRR']],
  ['a field', '{ preview { sise } }', ['size']],
  ['a day', '{ preview { size(asOf: "2026-13-01") } }', undefined],
])('%s that does not exist is told with what comes close', async (_, query, suggestions) => {
  const { errors } = await ask(query);
  expect(errors?.[0]?.extensions.code).toMatch(/^(GRAPHQL_VALIDATION_FAILED|BAD_DATE)$/);
  if (suggestions) expect(errors?.[0]?.extensions.suggestions).toEqual(expect.arrayContaining(suggestions));
});

test('variables that are missing or of the wrong type', async () => {
  const query =
    'query ($day: Date!, $first: Int!) { preview { size(asOf: $day) customers(first: $first) { nodes { id } } } }';
  const codes = async (variables?: unknown) =>
    (await ask(query, variables)).errors?.map(({ extensions }) => extensions.code);
  expect(await codes({ day: '2026-02-30', first: 'many' })).toEqual(['BAD_DATE', 'BAD_USER_INPUT']);
  expect(await codes()).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
});

test('one field that fails leaves the others standing', async () => {
  const { data, errors } = await ask(
    '{ bad: preview { size customers(first: 0) { nodes { id } } } good: preview { size } }',
  );
  expect(data).toEqual({ bad: { size: 8, customers: null }, good: { size: 8 } });
  expect(errors).toHaveLength(1);
});

describe('a request', () => {
  const deep = `${'{ customers { nodes { users { nodes { customer '.repeat(30)}{ id }${' } } } } }'.repeat(30)}`;
  test.each([
    ['that is no JSON', '{"query": ', 400],
    ['without a query', '{}', 400],
    ['that is a list', '[{"query": "{ preview { size } }"}]', 400],
    ['that is no GraphQL', '{"query": "{ preview { size "}', 400],
    ['nested too deep', JSON.stringify({ query: `{ preview ${deep} }` }), 400],
    ['too large', JSON.stringify({ query: `{ preview { size } } # ${'x'.repeat(1_100_000)}` }), 413],
  ])('%s is refused', async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text).toContain('"code"');
    expect(text).not.toMatch(/node_modules|INTERNAL/);
  });

  test('that is good is answered among a hundred that are not', async () => {
    const bad = Array.from({ length: 100 }, (_, i) => sizeOf({ mrr: { between: { min: i + 1, max: i } } }));
    const good = ask('{ preview { size } }');
    expect((await Promise.all(bad)).flatMap(mistakesIn)).toHaveLength(100);
    expect((await good).data).toEqual({ preview: { size: 8 } });
  });
});
