import type { Binder, Place } from './bind.js';
import type { Attribute } from './model.js';
import { dependencyOrder } from './order.js';

/** Formulas in an order in which each names only those before it; circles are told and left out. */
export async function orderFormulas(
  formulas: ReadonlyMap<string, readonly string[]>,
  binder: Binder,
  placeOf: (name: string) => Place,
): Promise<readonly string[]> {
  const mentioned = async (sqls: readonly string[]): Promise<readonly string[]> =>
    (await Promise.all(sqls.map((sql) => binder.mentions(sql)))).flat();
  const needs = new Map(
    await Promise.all([...formulas].map(async ([name, sqls]) => [name, await mentioned(sqls)] as const)),
  );
  const { order, cycles } = dependencyOrder(needs);
  for (const cycle of cycles) {
    const { path, report } = placeOf(cycle[0] ?? '');
    report('CYCLE', path, `these need each other: ${cycle.join(' → ')}`);
  }
  return order;
}

/** The attributes that an expression over an entity may name. */
export const attributeTypes = (attributes: readonly Attribute[]): Readonly<Record<string, string>> =>
  Object.fromEntries(attributes.map((a) => [a.name, a.sqlType]));

/** What formulas may name besides. */
export const constantTypes = (constants: Readonly<Record<string, number>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(constants).map((name) => [name, 'DOUBLE']));
