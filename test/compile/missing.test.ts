import { expect, test } from 'vitest';
import { openSmall, scores, smallFiles } from '../health/small.js';

test('`missing` stands where there is no value: no rows, or rows of which the value is null', async () => {
  const customers = [{ id: 'without' }, { id: 'empty' }, { id: 'known' }];
  const readings = [
    { id: 'empty', on: '2026-06-29', value: 0 },
    { id: 'known', on: '2026-06-30', value: 3 },
  ];
  const open = await openSmall({
    ...smallFiles(customers, null, readings),
    'sql/readings.yml': `fact: reading\ncustomer: customer_id\ntime: read_on
attributes:
  bare: { value: 'nullif(max(value), 0)', last: all }
  filled: { value: 'nullif(max(value), 0)', last: all, missing: 7 }
  counted: { value: count(*), last: all }
  counted_from_0: { value: count(*), last: all, missing: 0 }
`,
  });
  expect(await scores(open, 'bare filled counted countedFrom0')).toEqual({
    without: { bare: null, filled: 7, counted: null, countedFrom0: 0 },
    empty: { bare: null, filled: 7, counted: 1, countedFrom0: 1 },
    known: { bare: 3, filled: 3, counted: 1, countedFrom0: 1 },
  });
  const { data } = await open.ask(
    '{ preview(where: {filled: {eq: 7}}) { size } bare: preview(where: {bare: {isNull: true}}) { size } }',
  );
  expect(data).toEqual({ preview: { size: 2 }, bare: { size: 2 } });
  await open.close();
});
