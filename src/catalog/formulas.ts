import type { EntityName } from '../query/where.js';
import { attributeOf, type Placed } from './attributes.js';
import type { Binder, Place } from './bind.js';
import type { Check } from './check.js';
import { describe } from './columns.js';
import type { EntityDraft } from './entities.js';
import type { Attribute } from './model.js';
import { dependencyOrder } from './order.js';
import type { Path } from './report.js';
import { asOfColumn, rowScope } from './scope.js';

/** Formulas in an order in which each names only those before it; circles are told and left out. */
export async function orderFormulas(
  formulas: ReadonlyMap<string, readonly string[]>,
  binder: Binder,
  placeOf: (name: string) => Place,
): Promise<readonly string[]> {
  const needs = new Map<string, readonly string[]>();
  for (const [name, expressions] of formulas)
    needs.set(name, (await Promise.all(expressions.map((sql) => binder.mentions(sql)))).flat());
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

/** The formula attributes of an entity, bound in the order they need each other. */
export async function formulaAttributes(
  draft: EntityDraft,
  others: readonly Attribute[],
  { binder, found, constants, broken }: Check,
): Promise<readonly Placed<Attribute>[]> {
  const report = found.in(draft.source.ymlFile);
  const yml = draft.yml.attributes;
  const pathOf = (name: string): Path => ['attributes', name];
  const known = [...others];
  const out: Placed<Attribute>[] = [];
  const order = await orderFormulas(
    new Map(Object.entries(yml).map(([name, { formula }]) => [name, [formula]])),
    binder,
    (name) => ({ path: [...pathOf(name), 'formula'], report }),
  );
  for (const name of Object.keys(yml)) if (!order.includes(name)) broken.add(name);
  for (const name of order) {
    const given = yml[name];
    if (!given) continue;
    const place = { path: [...pathOf(name), 'formula'], report };
    const scope = rowScope({ ...constantTypes(constants), [asOfColumn]: 'DATE', ...attributeTypes(known) });
    const bound = await binder.bind(given.formula, 'row', scope, place);
    const entity: EntityName = draft.name;
    const attribute =
      bound &&
      attributeOf(
        describe(name, given),
        entity,
        bound,
        { kind: 'formula', expression: bound.expression },
        undefined,
        draft.source.ymlFile,
        {
          path: pathOf(name),
          report,
        },
      );
    if (!attribute) {
      broken.add(name);
      continue;
    }
    known.push(attribute);
    out.push({ thing: attribute, path: pathOf(name) });
  }
  return out;
}
