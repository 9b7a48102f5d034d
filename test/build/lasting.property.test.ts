import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLasting } from '../../src/build/lasting.js';
import type { Catalog } from '../../src/catalog/model.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Warehouse } from '../../src/warehouse/warehouse.js';

const day = (n: number): string => `2026-03-0${String(n)}`;
/** On a day a customer's value: a day, none, or no row at all. */
type Value = number | null | 'no row';
interface Kept {
  readonly days: readonly number[];
  /** Of each day, those of each customer; a second row of the first customer where there is a fourth. */
  readonly values: readonly (readonly Value[])[];
}

/** Mostly of values that last, some of which are then made others. */
const kept: fc.Arbitrary<Kept> = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }).map((days) => days.sort()),
    finally: fc.array(fc.record({ from: fc.integer({ min: 0, max: 9 }), value: fc.integer({ min: 1, max: 12 }) }), {
      minLength: 3,
      maxLength: 3,
    }),
    twice: fc.constantFrom(false, false, false, false, true),
    others: fc.array(
      fc.record({
        day: fc.nat(4),
        customer: fc.nat(2),
        value: fc.oneof(fc.constantFrom(null, 'no row' as const), fc.integer({ min: 1, max: 9 })),
      }),
      { maxLength: 1 },
    ),
  })
  .map(({ days, finally: last, twice, others }) => ({
    days,
    values: days.map((d, i) => {
      const usual = last.map(({ from, value }): Value => (d < from ? 'no row' : value <= d ? value : null));
      for (const other of others) if (other.day === i) usual[other.customer] = other.value;
      return twice && i === days.length - 1 ? [...usual, usual[0] ?? null] : usual;
    }),
  }));

/** As it is defined, for any two of the days and not only those next to each other. */
function lastsByHand({ days, values }: Kept): boolean {
  const ofDay = (i: number, customer: number): Value => values[i]?.[customer] ?? null;
  if (values.some((all) => all[3] !== undefined && all[3] !== 'no row' && all[0] !== 'no row')) return false;
  if (values.some((all, i) => all.some((v) => typeof v === 'number' && v > (days[i] ?? 0)))) return false;
  return days.every((d, i) =>
    days.every((_, later) => {
      if (later < i) return true;
      return [0, 1, 2].every((customer) => {
        const [then, now] = [ofDay(i, customer), ofDay(later, customer)];
        if (then === 'no row') return true;
        if (now === 'no row') return false;
        return then === (now !== null && now <= d ? now : null);
      });
    }),
  );
}

const types = { date: 'date', timestamp: 'timestamp', timestamptz: 'timestamptz' } as const;
const attributes = Object.fromEntries(Object.keys(types).map((type) => [type, { name: type, timeType: type }]));
const catalog = {
  workspace: { timeZone: 'America/Bogota' },
  entities: { customer: { attributes: { ...attributes, name: { name: 'name' } } } },
} as unknown as Catalog;

let dir: string;
let warehouse: Warehouse;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tessera-lasting-'));
  warehouse = await openDuckDb({ dir, settings: { threads: 1 } });
});
afterAll(async () => {
  await warehouse.close();
  await rm(dir, { recursive: true });
});

/** Timestamps late in a day, and instants of which the day is another in London. */
async function fill({ days, values }: Kept): Promise<void> {
  const rows = values.flatMap((all, i) =>
    all.flatMap((value, customer) => {
      if (value === 'no row') return [];
      const on = value === null ? null : `2026-03-${String(value).padStart(2, '0')}`;
      const times = on === null ? ['null', 'null', 'null'] : [`'${on}'`, `'${on} 23:30:00'`, `'${on} 23:30:00-05:00'`];
      return [`('${day(days[i] ?? 0)}', 'c${String(customer % 3)}', ${times.join(', ')})`];
    }),
  );
  const columns = Object.entries(types).map(([name, type]) => `"${name}" ${type}`);
  await warehouse.command({
    sql: `create or replace table kept (_day date, _id varchar, ${columns.join(', ')})`,
    parameters: [],
  });
  if (rows.length > 0) await warehouse.command({ sql: `insert into kept values ${rows.join(', ')}`, parameters: [] });
}

let lasting = 0;
let withdrawn = 0;

test('what is found to last does so by its definition, looked at all at once or day after day', async () => {
  const property = fc.asyncProperty(kept, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), async (all, late) => {
    await fill(all);
    const names = Object.keys(types);
    const of = (days: readonly number[]) => ({ relation: 'kept', attributes: names, kept: [], added: days.map(day) });
    const early = all.days.filter((_, i) => late[i] === false);
    const known = await findLasting(catalog, warehouse, of(early));
    const snapshots = { ...of(all.days.filter((d) => !early.includes(d))), kept: early.map(day) };
    const expected = lastsByHand(all) ? names : [];
    expect([...(await findLasting(catalog, warehouse, of(all.days)))]).toEqual(expected);
    expect([...(await findLasting(catalog, warehouse, snapshots, known))]).toEqual(expected);
    lasting += expected.length;
    withdrawn += known.size - (expected.length > 0 ? known.size : 0);
  });
  await fc.assert(property, { seed: 1, numRuns: 300 });
  expect(lasting).toBeGreaterThan(100);
  expect(withdrawn).toBeGreaterThan(50);
});
