import { describe, expect, test } from 'vitest';
import { mistakesIn, type Mistake, type Reply } from './served.js';
import { starterServer } from './starter-server.js';

const { ask, post, sizeOf } = starterServer();

test('five mistakes are told together, each with its place, code and what to do', async () => {
  const reply = await sizeOf({
    mrr: { between: { min: 500, max: 100 } },
    signedUpOn: { on: '2026-02-28', last: { days: -7 } },
    or: [{ events: { during: { from: '2026-03-01', until: '2026-02-01' } } }, { segment: { in: ['gone-quite'] } }],
    rank: { by: 'MRR', top: 0 },
  });
  expect([...mistakesIn(reply)].sort()).toEqual([
    ['BAD_DURATION', 'where.signedUpOn.last.days'],
    ['EMPTY_RANGE', 'where.mrr.between'],
    ['EMPTY_RANGE', 'where.or.0.events.during'],
    ['OUT_OF_RANGE', 'where.rank.top'],
    ['UNKNOWN_SEGMENT', 'where.or.1.segment.in.0'],
  ]);
  const [error] = reply.errors ?? [];
  expect(error?.path).toEqual(['preview']);
  expect(error?.message.split('\n')).toHaveLength(5);
  const [first] = error?.extensions.problems ?? [];
  expect(error?.extensions).toMatchObject({
    code: first?.code,
    argumentPath: first?.path,
    suggestions: first?.suggestions,
  });
  expect(error?.extensions.problems?.find(({ path }) => path.includes('mrr'))?.suggestions).toEqual([
    '{"min":100,"max":500}',
  ]);
});

test.each<[string, unknown, Mistake]>([
  ['min over max', { mrr: { between: { min: 2, max: 1 } } }, ['EMPTY_RANGE', 'where.mrr.between']],
  ['a range without ends', { mrr: { between: {} } }, ['MISSING_VALUE', 'where.mrr.between']],
  [
    'a range of days reversed',
    { signedUpOn: { between: { from: '2026-02-01', until: '2026-01-01' } } },
    ['EMPTY_RANGE', 'where.signedUpOn.between'],
  ],
  ['a negative duration', { signedUpOn: { last: { days: -1 } } }, ['BAD_DURATION', 'where.signedUpOn.last.days']],
  ['an endless duration', { signedUpOn: { last: { years: 2_000_000 } } }, ['BAD_DURATION', 'where.signedUpOn.last']],
  ['hours of days', { signedUpOn: { next: { hours: 5 } } }, ['NOT_WHOLE_DAYS', 'where.signedUpOn.next.hours']],
  ['a null', { mrr: null }, ['NULL_VALUE', 'where.mrr']],
  ['a null operator', { mrr: { eq: null } }, ['NULL_VALUE', 'where.mrr.eq']],
  [
    'two windows',
    { events: { during: { last: { days: 1 }, calendar: { unit: 'MONTH' } } } },
    ['CONFLICTING_FIELDS', 'where.events.during'],
  ],
  ['no buckets', { bucket: { of: 0, in: [] } }, ['OUT_OF_RANGE', 'where.bucket.of']],
  ['a bucket that is none', { bucket: { of: 3, in: [3] } }, ['OUT_OF_RANGE', 'where.bucket.in.0']],
  ['top and bottom', { rank: { by: 'MRR', top: 1, bottom: 1 } }, ['CONFLICTING_FIELDS', 'where.rank']],
  ['too many ids', { ids: Array.from({ length: 10_001 }, (_, i) => String(i)) }, ['LIST_TOO_LONG', 'where.ids']],
  [
    'too many conditions',
    { or: Array.from({ length: 2_001 }, (_, i) => ({ mrr: { gt: i } })) },
    ['WHERE_TOO_LARGE', 'where.or.1999.mrr'],
  ],
])('%s', async (_, where, mistake) => {
  const reply = await sizeOf(where);
  expect(mistakesIn(reply)).toEqual([mistake]);
  expect(reply.data).toEqual({ preview: null });
});

const refused = /^(GRAPHQL_VALIDATION_FAILED|BAD_DATE)$/;
test.each([
  ['a number that is none', '{ mrr: { gt: NaN } }', /NaN/],
  ['text for a number', '{ mrr: { gt: "NaN" } }', /NaN/],
  ['an unknown column', '{ mmr: { gt: 1 } }', /mmr.*mrr/s],
  ['an unknown operator', '{ mrr: { greater: 1 } }', /greater/],
  ['an operator of another type', '{ name: { gt: 1 } }', /gt/],
  ['users of a fact without', '{ subscriptions: { users: { gte: 1 } } }', /users/],
  ['a sum of text', '{ events: { sum: { column: NAME, is: { gt: 1 } } } }', /NAME/],
  ['a day that does not exist', '{ signedUpOn: { on: "2026-02-30" } }', /2026-02-30/],
  ['a day in words', '{ signedUpOn: { on: "yesterday" } }', /yesterday/],
  ['an instant', '{ signedUpOn: { on: "2026-02-01T10:00:00Z" } }', /2026-02-01T/],
  ['an unknown attribute', '{ rank: { by: MMR, top: 1 } }', /MMR.*MRR/s],
])('%s is refused by its type', async (_, where, told) => {
  const reply = await ask(`{ preview(where: ${where}) { size } }`);
  expect(reply.data).toBeUndefined();
  expect(reply.errors?.[0]?.extensions.code).toMatch(refused);
  expect(reply.errors?.[0]?.message).toMatch(told);
});

test('a number beyond all numbers', async () => {
  const reply = await ask('{ preview(where: { mrr: { gt: 1e999, lt: -1e999 } }) { size } }');
  expect(mistakesIn(reply)).toEqual([
    ['NOT_FINITE', 'where.mrr.gt'],
    ['NOT_FINITE', 'where.mrr.lt'],
  ]);
});

describe('nesting', () => {
  const nested = (wrap: (inner: unknown) => unknown, levels: number): unknown =>
    levels === 0 ? { mrr: { gt: 0 } } : wrap(nested(wrap, levels - 1));

  test.each([
    ['not', (inner: unknown) => ({ not: inner })],
    ['and', (inner: unknown) => ({ and: [inner] })],
    ['other days', (inner: unknown) => ({ asOf: { ago: { days: 1 }, where: inner } })],
  ])('of %s ends at eight levels', async (_, wrap) => {
    expect((await sizeOf(nested(wrap, 8))).errors).toBeUndefined();
    expect(mistakesIn(await sizeOf(nested(wrap, 9))).map(([code]) => code)).toEqual(['WHERE_TOO_DEEP']);
  });

  const levels = (count: number, open: string, close: string): string =>
    `${open.repeat(count)}{mrr:{gt:0}}${close.repeat(count)}`;
  const asVariable = (where: string): string =>
    `{"query":"query ($w: CustomerWhere!) { preview(where: $w) { size } }","variables":{"w":${where.replace('mrr', '"mrr"').replace('gt', '"gt"')}}}`;
  const inDocument = (where: string): string => JSON.stringify({ query: `{ preview(where: ${where}) { size } }` });

  test.each([
    ['1,000 levels in a variable', asVariable(levels(1_000, '{"not":', '}'))],
    ['100,000 levels in a variable', asVariable(levels(100_000, '{"not":', '}'))],
    ['1,000 levels in the document', inDocument(levels(1_000, '{not:', '}'))],
    ['6,000 levels in the document', inDocument(levels(6_000, '{not:', '}'))],
    ['50,000 lists in the document', inDocument(levels(50_000, '[', ']'))],
  ])('%s are refused, not followed', async (_, body) => {
    const response = await post(body);
    expect(response.status).toBeLessThan(500);
    const { data, errors } = (await response.json()) as Reply<{ preview: unknown }>;
    expect(data?.preview ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toMatch(
      /^(WHERE_TOO_DEEP|QUERY_TOO_LARGE|GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED)$/,
    );
  });
});
