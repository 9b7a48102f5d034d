import type { EntityName, Scalar } from '../query/where.js';
import type { Binder, Bound, Expected, Place } from './bind.js';
import { describe } from './columns.js';
import type { EntityDraft } from './entities.js';
import { fitsType } from './missing.js';
import type { Attribute, AttributeSource, Described, Expression } from './model.js';
import type { Path } from './report.js';
import type { Scope } from './scope.js';
import { valueType } from './value-type.js';

/** A thing of the model and where it is written. */
export interface Placed<T> {
  readonly thing: T;
  readonly path: Path;
}

/** One attribute per column of an entity that is not hidden. */
export const columnAttributes = ({ name: entity, relation, source }: EntityDraft): readonly Placed<Attribute>[] =>
  Object.values(relation.columns)
    .filter((column) => !column.hidden)
    .map(({ name, label, description, unit, type, timeType, sqlType }) => ({
      path: ['columns', name],
      thing: {
        ...describe(name, { label, description, unit }),
        entity,
        type,
        ...(timeType === undefined ? {} : { timeType }),
        sqlType,
        source: { kind: 'column', column: name },
        file: source.ymlFile,
      },
    }));

/** An attribute of the type its value has; null after telling that there is none. */
export function attributeOf(
  described: Described,
  entity: EntityName,
  { sqlType }: Bound,
  source: AttributeSource,
  missing: Scalar | undefined,
  file: string,
  { path, report }: Place,
): Attribute | null {
  const type = valueType(sqlType);
  if (type === null) {
    report('WRONG_TYPE', path, `its value is ${sqlType}, which cannot be asked about`);
    return null;
  }
  if (missing !== undefined && !fitsType(missing, type.type))
    report('WRONG_TYPE', [...path, 'missing'], `${JSON.stringify(missing)} is no ${type.type}, which the value is`);
  return { ...described, entity, ...type, sqlType, source, ...(missing === undefined ? {} : { missing }), file };
}

/** An aggregate over the rows for which a condition holds. */
export const valueExpressions = (
  { value, where }: { readonly value: string; readonly where?: string | undefined },
  scope: Scope,
): readonly Expected[] => [
  { sql: value, shape: 'aggregate', scope },
  ...(where === undefined ? [] : [{ sql: where, shape: 'row' as const, scope }]),
];

/** A condition on rows: undefined where there is none, `refused` after telling. */
export async function bindWhere(
  sql: string | undefined,
  scope: Scope,
  binder: Binder,
  place: Place,
): Promise<Expression | undefined | 'refused'> {
  if (sql === undefined) return undefined;
  const bound = await binder.bind(sql, 'row', scope, place);
  if (bound === null) return 'refused';
  if (valueType(bound.sqlType)?.type === 'boolean') return bound.expression;
  place.report('WRONG_TYPE', place.path, `is ${bound.sqlType}; a condition is true or false`);
  return 'refused';
}
