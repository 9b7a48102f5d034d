import { expect, test, vi } from 'vitest';
import { knownStatement } from '../../src/answers/known-statements.js';
import type { Catalog } from '../../src/catalog/model.js';

const catalog = (): Catalog => ({}) as Catalog;
const compiles = (sql: string) => vi.fn(() => ({ sql, parameters: [1] }));

test('a question is compiled once for each catalog, also one that has no statement', () => {
  const [one, other] = [catalog(), catalog()];
  const [first, second, third] = [compiles('select 1'), compiles('select 2'), compiles('select 3')];
  expect(knownStatement(one, 'a', first)).toBe(knownStatement(one, 'a', second));
  expect(knownStatement(one, 'b', second).sql).toBe('select 2');
  expect(knownStatement(other, 'a', third).sql).toBe('select 3');
  const none = vi.fn(() => null);
  expect([knownStatement(one, 'none', none), knownStatement(one, 'none', none)]).toEqual([null, null]);
  for (const compile of [first, second, third, none]) expect(compile).toHaveBeenCalledTimes(1);
});

test('statements beyond the bytes for them are forgotten, those longest not asked for first', () => {
  const one = catalog();
  const long = 'x'.repeat(1_000_000);
  const first = compiles(long);
  knownStatement(one, 'first', first);
  for (let i = 0; i < 3; i++) knownStatement(one, `large ${String(i)}`, compiles(long));
  knownStatement(one, 'first', first);
  expect(first).toHaveBeenCalledTimes(2);
  const huge = compiles('x'.repeat(5_000_000));
  expect([knownStatement(one, 'huge', huge), knownStatement(one, 'huge', huge)].map(({ sql }) => sql.length)).toEqual([
    5_000_000, 5_000_000,
  ]);
  expect(huge).toHaveBeenCalledTimes(2);
});
