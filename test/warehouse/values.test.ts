import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask, shared, value } from './workspace.js';

const warehouse = shared();

const converted = (expression: string): Promise<unknown> => value(warehouse(), `select ${expression}`);

describe('numbers', () => {
  test.each([
    ['count(*)', 1],
    ['9007199254740993::bigint', 2 ** 53],
    ['sum(n) from (values (2000000000::int), (2000000000::int)) t(n)', 4e9],
    ['170141183460469231731687303715884105727::hugeint', 2 ** 127],
    ['-5::tinyint', -5],
    ['18446744073709551615::ubigint', 2 ** 64],
    ['1e30::bignum', 1e30],
    ['12.10::decimal(4,2)', 12.1],
    ['-0.07::decimal(12,2)', -0.07],
    ['0.1::decimal(38,37)', 0.1],
    ["'12345678901234567890123456.789'::decimal(38,3)", 12345678901234567890123456.789],
    ["'9007199254740993.5'::decimal(18,1)", 9007199254740993.5],
    ["'137629127456089.004'::decimal(18,3)", 137629127456089.004],
    ['0.1::float', Math.fround(0.1)],
    ["'nan'::double", null],
    ["'infinity'::double", null],
    ["'-infinity'::float", null],
  ])('%s is %s', async (expression, expected) => {
    expect(await converted(expression)).toBe(expected);
  });
});

describe('days and times', () => {
  test.each([
    ["date '2024-02-29'", '2024-02-29'],
    ["date '0001-01-01'", '0001-01-01'],
    ["date '1969-12-31'", '1969-12-31'],
    ["date '12024-01-01'", '+012024-01-01'],
    ["date 'infinity'", null],
    ["timestamp '2024-01-31 10:00:00'", '2024-01-31T10:00:00'],
    ["timestamp '2024-01-31 10:00:00.5'", '2024-01-31T10:00:00.500'],
    ["timestamp '2024-01-31 10:00:00.000001'", '2024-01-31T10:00:00.000001'],
    ["timestamp '1969-12-31 23:59:59.999999'", '1969-12-31T23:59:59.999999'],
    ["timestamp_s '2024-01-31 10:00:00'", '2024-01-31T10:00:00'],
    ["timestamp_ms '2024-01-31 10:00:00.120'", '2024-01-31T10:00:00.120'],
    ["timestamp_ns '2262-04-11 23:47:16.854775806'", '2262-04-11T23:47:16.854775806'],
    ["timestamp '9999-12-31 23:59:59.999999'", '9999-12-31T23:59:59.999999'],
    ["timestamp '-infinity'", null],
    ["timestamptz '2024-01-31 10:00:00+02'", '2024-01-31T08:00:00Z'],
    ["timestamptz 'infinity'", null],
    ["time '10:00:00.5'", '10:00:00.5'],
    ["interval '1 month 2 days'", '1 month 2 days'],
  ])('%s is %s', async (expression, expected) => {
    expect(await converted(expression)).toBe(expected);
  });

  test.each([
    ['Europe/Rome', '2024-03-31 01:59:59'],
    ['Europe/Rome', '2024-03-31 03:00:00'],
    ['Europe/Rome', '2024-10-27 00:30:00'],
    ['America/New_York', '2024-11-03 00:30:00'],
    ['Asia/Kolkata', '2024-06-15 23:45:00'],
  ])('an instant in %s at %s is the one the calendar says', async (zone, local) => {
    const instant = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
    expect(await converted(`timestamp '${local}' at time zone '${zone}'`)).toBe(instant.toString());
  });

  test('the two instants of a repeated hour stay apart', async () => {
    const repeated = [1, 2].map((hour) => `timestamptz '2024-10-27 0${String(hour - 1)}:30:00Z'`).join(', ');
    const sql = `select unnest([${repeated}]) as t order by t`;
    expect((await ask(warehouse(), sql)).columns).toEqual([['2024-10-27T00:30:00Z', '2024-10-27T01:30:00Z']]);
  });

  test('a day no calendar needs is an error, not another day', async () => {
    await expect(converted(`date '5000000-01-01'`)).rejects.toMatchObject({ code: 'DATA_UNREADABLE' });
  });
});

describe('the rest', () => {
  test.each([
    ["'naïve 🦆'", 'naïve 🦆'],
    ["''", ''],
    ['true', true],
    ['null', null],
    ["'b'::enum('a', 'b')", 'b'],
    ["'8d3aa1f5-9a3c-4b5e-8c2a-2f6d1b0e7a11'::uuid", '8d3aa1f5-9a3c-4b5e-8c2a-2f6d1b0e7a11'],
    ['[1.50::decimal(4,2), null]', [1.5, null]],
    ["[date '2024-02-29']", ['2024-02-29']],
    ['[[1::bigint], []]', [[1], []]],
    ['array_value(1, 2)', [1, 2]],
    ["{'on': date '2024-02-29', 'n': 1::hugeint}", { on: '2024-02-29', n: 1 }],
  ])('%s is %j', async (expression, expected) => {
    expect(await converted(expression)).toEqual(expected);
  });
});

test('columns carry their names, the types of the engine and as many values as there are rows', async () => {
  const answer = await ask(
    warehouse(),
    `select 1 as n, date '2024-01-01' as "on", 2.5::decimal(12,2) as mrr where false`,
  );
  expect(answer).toEqual({
    names: ['n', 'on', 'mrr'],
    types: ['INTEGER', 'DATE', 'DECIMAL(12,2)'],
    rowCount: 0,
    columns: [[], [], []],
  });
});

test('an answer of many chunks keeps its order, its nulls and its columns together', async () => {
  const sql = `select i::int as i, if(i % 3 = 0, null, i * 1000::bigint) as b, date '2000-01-01' + i::int as d,
    if(i % 5 = 0, null, 'n' || i) as s from range(10000) t(i) order by hash(i), i`;
  const { columns, rowCount } = await ask(warehouse(), sql);
  const [i = [], b, d, s] = columns;
  const numbers = i as number[];
  expect(rowCount).toBe(10_000);
  expect([...numbers].sort((x, y) => x - y)).toEqual(Array.from({ length: 10_000 }, (_, n) => n));
  expect(numbers).not.toEqual([...numbers].sort((x, y) => x - y));
  expect(b).toEqual(numbers.map((n) => (n % 3 === 0 ? null : n * 1000)));
  expect(d).toEqual(numbers.map((n) => Temporal.PlainDate.from('2000-01-01').add({ days: n }).toString()));
  expect(s).toEqual(numbers.map((n) => (n % 5 === 0 ? null : `n${String(n)}`)));
});
