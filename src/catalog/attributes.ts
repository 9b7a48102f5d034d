import type { EntityName } from '../query/where.js';
import type { Binder, Place, Bound } from './bind.js';
import { describe } from './columns.js';
import { mustBeColumn, type EntityDraft } from './entities.js';
import type { FactDraft } from './facts.js';
import { fitsType } from './missing.js';
import type { Attribute, AttributeSource, Described, Expression, Rows } from './model.js';
import type { Findings, Path, Report } from './report.js';
import { dayColumn, type Scope } from './scope.js';
import type { Scalar } from '../query/where.js';
import { valueType } from './value-type.js';
import type { FactAttributeYml, UsersAttributeYml } from './yml-schema.js';

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

/** The attributes that a fact gives to customers, or to users. */
export async function factAttributes(
  draft: FactDraft,
  section: 'attributes' | 'user_attributes',
  binder: Binder,
  broken: Set<string>,
  found: Findings,
): Promise<readonly Placed<Attribute>[]> {
  const report = found.in(draft.source.ymlFile);
  const out: Placed<Attribute>[] = [];
  for (const [name, yml] of Object.entries(draft.yml[section])) {
    const path = [section, name];
    const rows = rowsOf(yml, draft, report, path);
    mustBeColumn('latest_per', yml.latest_per, draft.defined, report, [...path, 'latest_per']);
    tellTime(yml.time, draft, report, [...path, 'time']);
    const where = await bindWhere(yml.where, draft.scope, binder, { path: [...path, 'where'], report });
    const value = await binder.bind(yml.value, 'aggregate', draft.scope, { path: [...path, 'value'], report });
    if (value === null || rows === null || where === 'refused') {
      broken.add(name);
      continue;
    }
    const entity: EntityName = section === 'attributes' ? 'customer' : 'user';
    const source: AttributeSource = {
      kind: 'fact',
      fact: draft.fact.plural,
      value: value.expression,
      rows,
      ...(where ? { where } : {}),
      ...(yml.latest_per === undefined ? {} : { latestPer: yml.latest_per }),
      ...(yml.time === undefined ? {} : { time: yml.time }),
    };
    const attribute = attributeOf(describe(name, yml), entity, value, source, yml.missing, draft.source.ymlFile, {
      path,
      report,
    });
    if (attribute) out.push({ thing: attribute, path });
    else broken.add(name);
  }
  return out;
}

/** The attributes that the user entity gives to customers: aggregates over the attributes of their users. */
export async function usersAttributes(
  draft: EntityDraft,
  scope: Scope,
  binder: Binder,
  broken: Set<string>,
  found: Findings,
): Promise<readonly Placed<Attribute>[]> {
  const report = found.in(draft.source.ymlFile);
  const out: Placed<Attribute>[] = [];
  for (const [name, yml] of Object.entries<UsersAttributeYml>(draft.yml.customer_attributes)) {
    const path = ['customer_attributes', name];
    const where = await bindWhere(yml.where, scope, binder, { path: [...path, 'where'], report });
    const value = await binder.bind(yml.value, 'aggregate', scope, { path: [...path, 'value'], report });
    if (value === null || where === 'refused') {
      broken.add(name);
      continue;
    }
    const source: AttributeSource = { kind: 'users', value: value.expression, ...(where ? { where } : {}) };
    const attribute = attributeOf(describe(name, yml), 'customer', value, source, yml.missing, draft.source.ymlFile, {
      path,
      report,
    });
    if (attribute) out.push({ thing: attribute, path });
    else broken.add(name);
  }
  return out;
}

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

/** Another time column to place the rows by. */
export function tellTime(time: string | undefined, draft: FactDraft, report: Report, path: Path): void {
  mustBeColumn('time', time, draft.defined, report, path, draft.times, 'day or time column');
  if (time !== undefined && draft.defined.columns.some((c) => c.name === dayColumn))
    report(
      'RESERVED_NAME',
      path,
      `${draft.source.sqlFile} has a column \`day\`, so \`day\` cannot be the day of ${time}; rename it`,
    );
}

function rowsOf(yml: FactAttributeYml, draft: FactDraft, report: Report, path: Path): Rows | null {
  if (yml.current && yml.last !== undefined)
    report('CONFLICTING_KEYS', [...path, 'last'], 'an attribute takes `last` or `current`, not both');
  if (yml.current && yml.time !== undefined)
    report(
      'CONFLICTING_KEYS',
      [...path, 'time'],
      '`current` takes the rows open on the day; `time` has no meaning beside it',
    );
  if (yml.current && draft.fact.time.kind === 'time') {
    report(
      'CONFLICTING_KEYS',
      [...path, 'current'],
      '`current` needs an interval; this fact has a time: write `last: 30 days` or `last: all`',
    );
    return null;
  }
  if (yml.current) return { kind: 'current' };
  if (yml.last === undefined) {
    const also = draft.fact.time.kind === 'interval' ? ', or `current: true`' : '';
    report('MISSING_KEY', [...path, 'last'], `this key must be there: \`last: 30 days\` or \`last: all\`${also}`);
    return null;
  }
  return yml.last === 'all' ? { kind: 'all' } : { kind: 'last', duration: yml.last };
}
