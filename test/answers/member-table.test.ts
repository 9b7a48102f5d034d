import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadModel, withSegments } from '../../src/answers/workspace.js';
import { contextFactory } from '../../src/graphql/request.js';
import { schemaOf } from '../../src/graphql/schema.js';
import { openStore } from '../../src/store/store.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import { home, openRelations, rows } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

interface Table {
  readonly columns: readonly { name: string; type: string; unit: string | null; values: readonly unknown[] }[];
  readonly rowCount: number;
  readonly truncated: boolean;
}

let sample: OpenWorkspace;
let relations: Awaited<ReturnType<typeof openRelations>>;
beforeAll(async () => {
  [sample, relations] = await Promise.all([openWorkspace(home), openRelations(home)]);
});
afterAll(() => sample.close());

async function tableOf(field: string, where = '{}', preview = 'preview'): Promise<Table> {
  const query = `{ ${preview}(where: ${where}) { table: ${field} { columns { name type unit values } rowCount truncated } } }`;
  const { data, errors } = await sample.ask(query);
  expect(errors).toBeUndefined();
  const found = (data as Record<string, { table: Table }>)[preview];
  if (!found) throw new Error('The segment is there');
  return found.table;
}

/** An answer by hand as columns. */
async function byHand(sql: string, names: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  const found = await rows(relations, sql);
  expect(found.length).toBeGreaterThan(3);
  return names.map((name) => found.map((row) => row[name]));
}
const valuesOf = (table: Table) => table.columns.map(({ values }) => values);
const namesOf = (table: Table) => table.columns.map(({ name }) => name);

/** What a customer paid a month on a day. */
const mrrOn = (day: string): string => `(
  select coalesce(sum(s.mrr), 0)::double from subscriptions s
  where s.customer_id = c.customer_id and s.started_on <= date '${day}'
    and (s.ended_on is null or s.ended_on > date '${day}'))`;

describe.each(['2026-06-30', '2025-03-10'])('as of %s', (day) => {
  test('customers are columns of their keys and attributes, as SQL by hand has them', async () => {
    const table = await tableOf(
      `customerTable(attributes: [NAME, MRR, CREATED_ON, IS_STRATEGIC, INDUSTRY], asOf: "${day}")`,
      '{ employees: { gte: 50 } }',
    );
    const names = ['id', 'name', 'mrr', 'created_on', 'is_strategic', 'industry'];
    const wanted = await byHand(
      `select customer_id as id, name, ${mrrOn(day)} as mrr, strftime(created_on, '%Y-%m-%d') as created_on,
         is_strategic, industry
       from customers c where employees >= 50 and created_on <= date '${day}' order by customer_id`,
      names,
    );
    expect(namesOf(table)).toEqual(names);
    expect(table.columns.map(({ type }) => type)).toEqual(['string', 'string', 'number', 'date', 'boolean', 'string']);
    expect(table.columns[2]?.unit).toBe('currency');
    const near = (column: readonly unknown[]) => column.map((v) => (typeof v === 'number' ? +v.toFixed(6) : v));
    expect(valuesOf(table).map(near)).toEqual(wanted.map(near));
    expect(table).toMatchObject({ rowCount: wanted[0]?.length, truncated: false });
  });

  test('people of a segment of customers are columns too', async () => {
    const table = await tableOf(
      `userTable(attributes: [ROLE, DEPARTMENT], orderBy: [{ by: DEPARTMENT, direction: DESC }], asOf: "${day}")`,
      '{ region: { eq: "Europe" } }',
    );
    const names = ['id', 'customer_id', 'role', 'department'];
    const wanted = await byHand(
      `select u.user_id as id, u.customer_id, u.role, u.department from users u join customers c using (customer_id)
       where c.region = 'Europe' and u.created_on <= date '${day}' and c.created_on <= date '${day}'
       order by department desc nulls last, customer_id, id`,
      names,
    );
    expect(namesOf(table)).toEqual(names);
    expect(valuesOf(table)).toEqual(wanted);
  });
});

test('customers of a segment of people are each there once', async () => {
  const table = await tableOf('customerTable(attributes: [])', '{ role: { eq: "admin" } }', 'userPreview');
  const wanted = await byHand(
    `select distinct customer_id as id from users where role = 'admin' and created_on <= date '2026-06-30' order by 1`,
    ['id'],
  );
  expect(valuesOf(table)).toEqual(wanted);
});

test('the first of an order are kept, and what is left out is told', async () => {
  const most = await tableOf('customerTable(attributes: [MRR], orderBy: [{ by: MRR, direction: DESC }], limit: 5)');
  const everybody = await tableOf('customerTable(attributes: [MRR], orderBy: [{ by: MRR, direction: DESC }])');
  expect(valuesOf(most)).toEqual(valuesOf(everybody).map((values) => values.slice(0, 5)));
  expect([most.truncated, most.rowCount]).toEqual([true, 5]);
  expect(everybody.truncated).toBe(false);
  const exactly = await tableOf(`customerTable(attributes: [], limit: ${String(everybody.rowCount)})`);
  expect([exactly.truncated, exactly.rowCount]).toEqual([false, everybody.rowCount]);
  const allButOne = await tableOf(`customerTable(attributes: [], limit: ${String(everybody.rowCount - 1)})`);
  expect(allButOne.truncated).toBe(true);
});

test('an attribute asked for twice, or one that is a key, is there once', async () => {
  const table = await tableOf(
    'userTable(attributes: [ROLE, CUSTOMER_ID, ROLE], orderBy: [{ by: CUSTOMER_ID }], limit: 9)',
  );
  expect(namesOf(table)).toEqual(['id', 'customer_id', 'role']);
  expect(table.columns[1]?.values).toEqual([...(table.columns[1]?.values ?? [])].sort());
});

test('lists stay lists, and nobody is an empty table', async () => {
  const table = await tableOf('customerTable(attributes: [TAGS])', '{ tags: { hasAny: ["beta"] } }');
  expect(table.columns[1]).toMatchObject({ name: 'tags', type: 'list' });
  expect(table.columns[1]?.values.every((v) => Array.isArray(v) && v.includes('beta'))).toBe(true);
  expect(await tableOf('customerTable(attributes: [MRR])', '{ ids: [] }')).toMatchObject({
    rowCount: 0,
    truncated: false,
    columns: [{ values: [] }, { values: [] }],
  });
});

test('what cannot be asked is refused with its place', async () => {
  const query = `{ preview {
    list: customerTable(attributes: [], orderBy: [{ by: MRR }, { by: TAGS }]) { rowCount }
    values: userTable(attributes: [NAME, ROLE, LANGUAGE, DEPARTMENT, STAKEHOLDER, CREATED_ON, IS_ACTIVE, EVENTS_30D, USER_ID, DAYS_SINCE_SEEN], limit: 1000000) { rowCount }
  } }`;
  const { data, errors } = await sample.ask(query);
  expect(data).toEqual({ preview: { list: null, values: null } });
  const told = errors?.map(({ originalError }) => (originalError as { problems?: unknown } | undefined)?.problems);
  expect(told).toEqual([
    [expect.objectContaining({ code: 'NOT_SORTABLE', path: ['orderBy', 1, 'by'] })],
    [
      expect.objectContaining({
        code: 'OUT_OF_RANGE',
        path: ['limit'],
        message: expect.stringContaining('from 1 to 909090') as string,
      }),
    ],
  ]);
});

test('the same table by rows', async () => {
  const { data } = await sample.ask(
    '{ preview { customerTable(attributes: [NAME, MRR], limit: 3) { columns { values } rows } } }',
  );
  const { columns, rows: lists } = (
    data as { preview: { customerTable: { columns: Table['columns']; rows: unknown } } }
  ).preview.customerTable;
  expect(lists).toEqual([0, 1, 2].map((row) => columns.map(({ values }) => values[row])));
});

test('as many rows as the warehouse gives, and one more is told', async () => {
  const ids = (await tableOf('customerTable(attributes: [])')).columns[0]?.values ?? [];
  const maxRows = ids.length - 1;
  const dir = await mkdtemp(join(tmpdir(), 'tessera-table-'));
  const [warehouse, store] = await Promise.all([
    openDuckDb({ dir: home, settings: { maxRows, poolSize: 2 } }),
    openStore(join(dir, 'store.db')),
  ]);
  const { model } = await loadModel(home, warehouse, 100_000);
  if (!model) throw new Error('The sample loads');
  const workspace = await withSegments(model, store);
  const schema = schemaOf(workspace.catalog);
  const ask = async (where: unknown, limit: number) =>
    graphql({
      schema,
      source: `query ($where: CustomerWhere!) {
        preview(where: $where) { customerTable(attributes: [MRR], limit: ${String(limit)}) { rowCount truncated } } }`,
      variableValues: { where },
      contextValue: contextFactory(workspace)(),
    });
  const answer = (rowCount: number, truncated: boolean) => ({ preview: { customerTable: { rowCount, truncated } } });
  expect((await ask({}, maxRows)).data).toEqual(answer(maxRows, true));
  expect((await ask({ not: { ids: ids.slice(0, 1) } }, maxRows)).data).toEqual(answer(maxRows, false));
  expect((await ask({}, maxRows + 1)).errors?.[0]?.message).toContain(`limit must be from 1 to ${String(maxRows)}`);
  await store.close();
  await warehouse.close();
  await rm(dir, { recursive: true });
});
