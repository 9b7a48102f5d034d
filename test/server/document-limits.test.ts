import { getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { serve, type TinyServer } from './tiny-server.js';

let server: TinyServer;
afterEach(() => server.close());

const limits = { depth: 3, fields: 6, aliases: 2 };
const refusals = async (query: string) => {
  server = await serve({ self: () => ({}), hello: () => 'hi' }, { limits });
  const { errors = [] } = await server.ask(query);
  return errors.map(({ extensions }) => extensions);
};

describe('a document at a limit is answered, one above it refused', () => {
  test.each([
    ['depth', '{ self { self { hello } } }', '{ self { self { self { hello } } } }', 4],
    [
      'fields',
      '{ self { hello self { a: hello b: hello required } } }',
      '{ self { hello thrown slow self { hello thrown } } }',
      7,
    ],
    ['aliases', '{ a: hello b: hello }', '{ a: hello b: hello c: hello }', 3],
  ])('%s', async (limit, fits, exceeds, actual) => {
    server = await serve({ self: () => ({}), hello: () => 'hi', required: () => 'yes' }, { limits });
    expect((await server.ask(fits)).errors).toBeUndefined();
    const { data, errors } = await server.ask(exceeds);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_LARGE',
      limit,
      actual,
      max: limits[limit as keyof typeof limits],
    });
  });
});

test('every use of a fragment counts', async () => {
  const query = '{ self { ...Two } again: self { ...Two } } fragment Two on Query { hello thrown slow }';
  expect(await refusals(query)).toMatchObject([{ limit: 'fields', actual: 8 }]);
});

test('inline fragments add no depth, what is in them does', async () => {
  expect(await refusals('{ ... { ... { self { self { hello } } } } }')).toEqual([]);
  await server.close();
  expect(await refusals('{ ... { self { self { ... { self { hello } } } } } }')).toMatchObject([{ limit: 'depth' }]);
});

test('fragments that double at every step are counted without being walked', async () => {
  const steps = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Query { ...F${i + 1} x: self { ...F${i + 1} } }`,
  );
  const [first] = await refusals(`{ ...F0 } ${steps.join(' ')} fragment F60 on Query { hello }`);
  expect(first).toMatchObject({ code: 'QUERY_TOO_LARGE' });
});

test('a fragment that holds itself is reported as that', async () => {
  const codes = await refusals('{ ...Loop } fragment Loop on Query { hello ...Loop }');
  expect(codes).toMatchObject([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
});

test('parsing stops at the token limit', async () => {
  server = await serve({}, { limits: { tokens: 50 } });
  const { errors } = await server.ask(`{ ${'hello '.repeat(60)} }`);
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  expect(errors?.[0]?.message).toContain('50 tokens');
});

test('introspection as GraphiQL asks it is within the default limits', async () => {
  server = await serve({});
  const query = getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true });
  expect((await server.ask(query)).errors).toBeUndefined();
});
