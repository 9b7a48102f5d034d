import { GraphQLError } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { suggestionsIn } from '../../src/graphql/errors.js';
import { problem, ProblemError } from '../../src/query/problem.js';
import { WarehouseError, type WarehouseErrorCode } from '../../src/warehouse/warehouse.js';
import { serve, type TinyServer } from './tiny-server.js';

let server: TinyServer;
afterEach(() => server.close());

const failing = async (error: unknown) => {
  server = await serve({
    thrown: () => {
      throw error;
    },
    hello: () => 'hi',
  });
  return server;
};

test('a bug is masked, and logged with its stack under the id the caller is given', async () => {
  const { ask, lines } = await failing(new TypeError('secret of /etc/passwd'));
  const { data, errors } = await ask('{ hello thrown }');
  expect(data).toEqual({ hello: 'hi', thrown: null });
  const [error] = errors ?? [];
  expect(error).toMatchObject({ message: 'Internal error', path: ['thrown'] });
  expect(Object.keys(error?.extensions ?? {}).sort()).toEqual(['code', 'errorId']);
  expect(error?.extensions['code']).toBe('INTERNAL_ERROR');
  expect(JSON.stringify(errors)).not.toContain('secret');

  const logged = lines.find((line) => line['errorId'] === error?.extensions['errorId']);
  expect(logged).toMatchObject({ err: { type: 'TypeError', message: 'secret of /etc/passwd' } });
  expect((logged?.['err'] as { stack: string }).stack).toContain('errors.test.ts');
});

test('what is thrown without being an Error is masked too', async () => {
  const { ask } = await failing('a plain string');
  const { errors } = await ask('{ thrown }');
  expect(errors?.[0]?.extensions['code']).toBe('INTERNAL_ERROR');
  expect(JSON.stringify(errors)).not.toContain('a plain string');
});

test('a null where the schema promises a value is a bug of ours', async () => {
  const { ask } = await failing(undefined);
  const { data, errors } = await ask('{ required }');
  expect(data).toBeNull();
  expect(errors?.[0]).toMatchObject({ message: 'Internal error', extensions: { code: 'INTERNAL_ERROR' } });
});

test('a failure to make the context is masked', async () => {
  server = await serve(
    {},
    {
      createContext: () => {
        throw new Error('no store at /var/lib');
      },
    },
  );
  const { errors } = await server.ask('{ hello }');
  expect(errors?.[0]?.extensions['code']).toBe('INTERNAL_ERROR');
  expect(JSON.stringify(errors)).not.toContain('/var/lib');
});

test('a coded error of a resolver passes as it is', async () => {
  const { ask } = await failing(new GraphQLError('No such page.', { extensions: { code: 'NOT_FOUND' } }));
  expect((await ask('{ thrown }')).errors?.[0]).toMatchObject({
    message: 'No such page.',
    extensions: { code: 'NOT_FOUND' },
  });
});

test('the problems of a question come in one error, all of them, the first one spelled out', async () => {
  const first = problem('UNKNOWN_FIELD', ['where', 'mmr'], 'There is no attribute mmr', ['mrr']);
  const second = problem('EMPTY_RANGE', ['where', 'seats', 'between'], 'min 5 is above max 3');
  const { ask, lines } = await failing(new ProblemError([first, second]));
  const { errors } = await ask('{ thrown }');
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions).toEqual({
    code: 'UNKNOWN_FIELD',
    argumentPath: ['where', 'mmr'],
    suggestions: ['mrr'],
    problems: [first, second],
  });
  expect(errors?.[0]?.message).toBe(
    'where.mmr: There is no attribute mmr (did you mean mrr?)\nwhere.seats.between: min 5 is above max 3',
  );
  expect(lines.filter((line) => line['msg'] === 'unexpected error')).toEqual([]);
});

describe('a failure of the warehouse keeps its code and loses its SQL', () => {
  const expected: [WarehouseErrorCode, { retryable: boolean; logged: boolean }][] = [
    ['WAREHOUSE_BUSY', { retryable: true, logged: false }],
    ['QUERY_TIMEOUT', { retryable: false, logged: false }],
    ['QUERY_CANCELLED', { retryable: true, logged: false }],
    ['OUT_OF_MEMORY', { retryable: false, logged: true }],
    ['DATA_UNREADABLE', { retryable: false, logged: true }],
    ['QUERY_FAILED', { retryable: false, logged: true }],
  ];
  test.each(expected)('%s', async (code, { retryable, logged }) => {
    const { ask, lines } = await failing(new WarehouseError(code, 'select secret from t'));
    const { errors } = await ask('{ thrown }');
    expect(errors?.[0]?.extensions).toMatchObject({ code, retryable });
    expect(JSON.stringify(errors)).not.toContain('secret');
    const errorId = errors?.[0]?.extensions['errorId'];
    expect(typeof errorId).toBe(logged ? 'string' : 'undefined');
    expect(lines.some((line) => line['errorId'] !== undefined && line['errorId'] === errorId)).toBe(logged);
  });
});

describe('a mistake in the document keeps its code and gains suggestions', () => {
  test.each([
    ['a field', '{ helloo }', 'GRAPHQL_VALIDATION_FAILED', ['hello']],
    ['an enum value', '{ colour(is: TEEL) }', 'GRAPHQL_VALIDATION_FAILED', ['TEAL']],
    ['an argument', '{ colour(iss: TEAL) }', 'GRAPHQL_VALIDATION_FAILED', ['is']],
    ['nothing alike', '{ zzzzzzzzzzzz }', 'GRAPHQL_VALIDATION_FAILED', undefined],
    ['syntax', '{ hello', 'GRAPHQL_PARSE_FAILED', undefined],
  ])('%s', async (_name, query, code, suggestions) => {
    const { ask } = await failing(undefined);
    const { errors } = await ask(query);
    expect(errors?.[0]?.extensions['code']).toBe(code);
    expect(errors?.[0]?.extensions['suggestions']).toEqual(suggestions);
  });

  test('a variable', async () => {
    const { ask } = await failing(undefined);
    const { errors } = await ask('query ($c: Colour) { colour(is: $c) }', { c: 'TEEL' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', suggestions: ['TEAL'] });
  });
});

test.each([
  [
    'Unknown type "Segmnt". Did you mean "Segment", "SegmentEdge", or "SegmentTest"?',
    ['Segment', 'SegmentEdge', 'SegmentTest'],
  ],
  ['Cannot query field "x" on type "U". Did you mean to use an inline fragment on "A" or "B"?', []],
  ['Say "Did you mean" plainly.', []],
  ['Nothing to see', []],
])('suggestions in: %s', (message, suggestions) => {
  expect(suggestionsIn(message)).toEqual(suggestions);
});
