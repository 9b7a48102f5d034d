import { describe, expect, test } from 'vitest';
import { shared } from './workspace.js';

const warehouse = shared();
const parse = async (sql: string) => {
  const [parsed] = await warehouse().parse([sql]);
  if (!parsed || parsed instanceof Error) throw parsed ?? new Error('one text has one answer');
  return parsed;
};

describe('an expression', () => {
  test.each([
    ['mrr > 0', [['mrr']], []],
    [
      'before.mrr - after.mrr',
      [
        ['before', 'mrr'],
        ['after', 'mrr'],
      ],
      [],
    ],
    ['count(*) filter (where is_paying)', [['is_paying']], ['count']],
    ['sum(mrr) / nullif(count(distinct id), 0)', [['mrr'], ['id']], ['sum', 'count']],
    ['case when a then b else c end -- why', [['a'], ['b'], ['c']], []],
    ['day::date between as_of - 7 and as_of', [['day'], ['as_of']], []],
    ['row_number() over (partition by a order by b)', [['a'], ['b']], ['row_number']],
    ['list_filter(tags, lambda t: t > floor)', [['tags'], ['floor']], ['list_filter']],
    ['[upper(t) for t in tags]', [['tags']], ['list_apply', 'upper']],
    [`payload -> '$.plan' -> 'name'`, [['payload']], []],
    [`list_transform(tags, (t, i) -> t || i || suffix)`, [['tags'], ['suffix']], ['list_transform']],
    [`upper(t.payload ->> '$.plan')`, [['t', 'payload']], ['upper']],
    ['Upper(Name)', [['Name']], ['upper']],
    ['"odd name" = \'text with name in it\'', [['odd name']], []],
    ['MRR > mrr', [['MRR'], ['mrr']], []],
    ['1', [], []],
  ])('%s', async (sql, columns, functions) => {
    const said = await parse(sql);
    expect(said.columns).toEqual(expect.arrayContaining(columns));
    expect(said.columns).toHaveLength(columns.length);
    for (const name of functions) expect(said.functions).toContain(name);
    expect(said.tables).toEqual([]);
  });
});

describe('a count of different values of a column and nothing more is told apart', () => {
  test.each([
    ['count(distinct user_id)', true],
    ['COUNT( DISTINCT "user_id" ) -- people', true],
    ['(count(distinct user_id))', true],
    ['count(user_id)', false],
    ['count(*)', false],
    ['sum(distinct user_id)', false],
    ['count(distinct upper(user_id))', false],
    ['count(distinct (user_id, day))', false],
    ['count(distinct person.id)', false],
    ['count(distinct user_id) filter (where active)', false],
    ['count(distinct user_id order by day)', false],
    ['count(distinct user_id) over ()', false],
    ['count(distinct user_id) + 0', false],
  ])('%s', async (sql, only) => {
    expect((await parse(sql)).countsDistinct).toBe(only);
  });
});

describe('what counts or adds up and does nothing more is told apart', () => {
  test.each([
    ['count(*)', 'OF_ROWS'],
    ['COUNT(*) FILTER (WHERE active)', 'OF_ROWS'],
    ['count_if(active)', 'OF_ROWS'],
    ['coalesce(sum(mrr), 0.0)', 'OF_ROWS'],
    ['sum(mrr order by day)', 'OF_ROWS'],
    ['count(distinct user_id) filter (where active)', 'OF_VALUES'],
    ['coalesce(sum(distinct mrr), 0)', 'OF_VALUES'],
    ['coalesce(sum(mrr), 1)', undefined],
    ['coalesce(sum(mrr), sum(arr))', undefined],
    ['coalesce(sum(mrr), sum(arr), 0)', undefined],
    ['coalesce(sum(mrr), null)', undefined],
    ['avg(mrr)', undefined],
    ['max(mrr)', undefined],
    ['count(*) + 1', undefined],
    ['cast(count(*) as integer)', undefined],
    ['count(*) over ()', undefined],
    ['ours.sum(mrr)', undefined],
  ] as const)('%s', async (sql, total) => {
    expect((await parse(sql)).total).toBe(total);
  });
});

describe('whatever reads the clock or draws at random is among the functions', () => {
  test.each([
    ['now()', 'now'],
    ['current_date', 'current_date'],
    ['Current_Timestamp', 'current_timestamp'],
    ['localtimestamp', 'localtimestamp'],
    ['current_time', 'current_time'],
    ['localtime', 'localtime'],
    ['today()', 'today'],
    ['get_current_timestamp()', 'get_current_timestamp'],
    ['random()', 'random'],
    ['gen_random_uuid()', 'gen_random_uuid'],
    ['mrr > 0 and (select max(d) from t where d < current_date) is null', 'current_date'],
  ])('%s', async (sql, name) => {
    const { functions, columns } = await parse(sql);
    expect(functions).toContain(name);
    expect(columns).not.toContainEqual([name]);
  });
});

describe('a SELECT', () => {
  test.each([
    ['select * from a join b using (id)', ['a', 'b']],
    ['from a', ['a']],
    ['with c as (select * from a) select * from c, C, d', ['a', 'd']],
    ['with c as (select * from a), d as (select * from c) from d', ['a']],
    ['with a as (select * from a) select * from a', ['a']],
    ['with recursive r as (select 1 as n union all select n + 1 from r where n < 5) from r', []],
    ['select * from main.a, (with a as (select 1) select * from a)', ['a']],
    ['select * from a where id in (with x as (select * from b) select id from x) and exists (from x)', ['a', 'b', 'x']],
    ['select (select max(id) from a), [y for y in (select list(n) from b)]', ['a', 'b']],
    ['select * from (pivot a on b in (1, 2) using sum(c))', ['a']],
    ['select * from a, lateral (select max(q) from b where b.k = a.k), unnest(a.l) as x(y)', ['a', 'b']],
    ['from a union all (with z as (from b) from z)', ['a', 'b']],
    [`select * from read_csv('data/a.csv') join 'data/b.parquet' using (id)`, ['data/b.parquet']],
    ['select table_name from information_schema.tables', ['information_schema.tables']],
  ])('%s reads %j', async (sql, tables) => {
    expect([...(await parse(sql)).tables].sort()).toEqual(tables);
  });

  test('table functions are functions', async () => {
    expect((await parse(`select * from read_csv('data/a.csv')`)).functions).toEqual(['read_csv']);
  });
});

describe('what is neither is refused', () => {
  test.each([
    '',
    'a, b',
    '*',
    'a as b',
    'a limit 1',
    'a where b',
    'distinct a',
    'a) in (b',
    'a), (b',
    '1) from t where (x',
    'a; b',
    'select 1; select 2',
    'drop table t',
    'create table t (n int)',
    "copy t to 'out.csv'",
    'mrr >',
  ])('%j', async (sql) => {
    await expect(parse(sql)).rejects.toMatchObject({ name: 'EngineError' });
  });

  test('with the line it goes wrong on', async () => {
    await expect(parse('mrr > 0\nand and seats > 0')).rejects.toThrow('syntax error at or near "and" (line 2)');
    await expect(parse('select a\nfrom\n  b c d')).rejects.toThrow('(line 3)');
  });
});

test('many texts are each answered for themselves, in their order', async () => {
  const texts = Array.from({ length: 1_000 }, (_, i) => (i % 7 === 3 ? 'sum(' : `column_${String(i)} + 1`));
  const answers = await warehouse().parse(texts);
  expect(answers.map((a) => (a instanceof Error ? a.message : a.columns))).toEqual(
    texts.map((_, i) => (i % 7 === 3 ? expect.stringContaining('syntax error') : [[`column_${String(i)}`]]) as unknown),
  );
  expect(await warehouse().parse([])).toEqual([]);
});

test('a text with a character that is none spoils no other', async () => {
  const answers = await warehouse().parse(["'\ud800'", "'\u0000'", 'mrr']);
  expect(answers.map((a) => (a instanceof Error ? 'refused' : a.columns))).toEqual([[], 'refused', [['mrr']]]);
});
