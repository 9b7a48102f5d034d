import { EngineError, type Catalog } from '../catalog/model.js';
import { keptType } from '../catalog/kept-type.js';
import { quoteName } from '../catalog/sql-text.js';
import { type Statement, type Warehouse, WarehouseError } from '../warehouse/warehouse.js';
import { run } from './manifest.js';

/** A column of 128 bits, and the type of 64 that it is kept in where it can be. */
interface Wide {
  readonly column: string;
  readonly type: string;
  readonly kept: string;
}

const wideOf = ({ entities }: Catalog, attributes: readonly string[]): readonly Wide[] =>
  attributes.flatMap((column) => {
    const type = entities.customer.attributes[column]?.sqlType ?? '';
    const kept = keptType(type);
    return kept === undefined ? [] : [{ column, type, kept }];
  });

const retype = (warehouse: Warehouse, table: string, column: string, type: string): Promise<number> =>
  run(warehouse, `alter table ${table} alter ${quoteName(column)} type ${type}`);

/** Whether the engine refused to make a value of one type one of another. */
const isConversion = (error: unknown): boolean =>
  error instanceof EngineError && error.cause instanceof WarehouseError && error.cause.code === 'DATA_UNREADABLE';

/** Keeps columns of a table in 64 bits, those whose values fit. */
export async function narrow(
  catalog: Catalog,
  warehouse: Warehouse,
  table: string,
  attributes: readonly string[],
): Promise<void> {
  for (const { column, kept } of wideOf(catalog, attributes))
    try {
      await retype(warehouse, table, column, kept);
    } catch (error) {
      if (!isConversion(error)) throw error;
    }
}

/**
 * Adds the rows of a SELECT to a table, by name, or makes it of them: columns of 128 bits are kept in 64, and become as wide as
 * they were where a value does not fit.
 */
export async function keepRows(
  catalog: Catalog,
  warehouse: Warehouse,
  table: string,
  attributes: readonly string[],
  { select: { sql, parameters }, first }: { readonly select: Statement; readonly first: boolean },
): Promise<void> {
  if (first) {
    await warehouse.command({ sql: `create or replace table ${table} as ${sql}`, parameters });
    return narrow(catalog, warehouse, table, attributes);
  }
  const insert = { sql: `insert into ${table} by name ${sql}`, parameters };
  try {
    await warehouse.command(insert);
  } catch (error) {
    if (!isConversion(error)) throw error;
    for (const { column, type } of wideOf(catalog, attributes)) await retype(warehouse, table, column, type);
    await warehouse.command(insert);
  }
}
