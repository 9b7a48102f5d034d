import { sentenceCase } from 'change-case';
import type { Column, Described, Relation } from './model.js';
import { quoteName } from './sql-text.js';
import type { DefinedRelation } from './relations.js';
import type { Report } from './report.js';
import { snakeCase } from './sources.js';
import { suggest } from './suggest.js';
import { valueType } from './value-type.js';
import type { ColumnYml } from './yml-schema.js';

/** Label and description as given, or made from the name. */
export function describe(
  name: string,
  given: {
    readonly label?: string | undefined;
    readonly description?: string | undefined;
    readonly unit?: string | undefined;
  },
): Described {
  const label = given.label ?? sentenceCase(name);
  return {
    name,
    label,
    description: given.description ?? label,
    ...(given.unit === undefined ? {} : { unit: given.unit }),
  };
}

/** Columns that can be asked about, with what the yml says of them. Names are only checked where `asked`. */
export function relationOf(defined: DefinedRelation, asked: boolean, report: Report): Relation {
  const { source, dependsOn } = defined;
  const meaning = source.meaning;
  const yml = meaning.kind === 'broken' ? { columns: {} } : meaning.yml;
  const names = defined.columns.map((c) => c.name);
  for (const name of Object.keys(yml.columns).filter((n) => !names.includes(n)))
    report('UNKNOWN_COLUMN', ['columns', name], `${source.sqlFile} has no column ${name}`, suggest(name, names));

  const columns: Record<string, Column> = {};
  for (const { name, sqlType } of defined.columns) {
    const given = yml.columns[name];
    const type = valueType(sqlType);
    if (given && !given.hidden && type === null)
      report(
        'WRONG_TYPE',
        ['columns', name],
        `a column of type ${sqlType} cannot be asked about; take values out of it in the SQL`,
      );
    if (type === null) continue;
    if (asked && given?.hidden !== true && !snakeCase.test(name))
      report(
        'BAD_NAME',
        ['columns', name],
        `the column ${name} must be snake_case: select ${quoteName(name)} as … in ${source.sqlFile}`,
      );
    columns[name] = {
      ...describe(name, given ?? {}),
      ...type,
      sqlType,
      hidden: given?.hidden ?? false,
      ...(given ? limits(name, given, type.type, columnTimes(defined), report) : {}),
    };
  }
  return {
    name: source.name,
    description: yml.description ?? sentenceCase(source.name),
    sql: source.sql,
    file: source.sqlFile,
    dependsOn,
    columns,
  };
}

/** Names of the columns that hold a day or an instant. */
export const columnTimes = (defined: DefinedRelation): readonly string[] =>
  defined.columns.filter((c) => valueType(c.sqlType)?.timeType !== undefined).map((c) => c.name);

function limits(
  name: string,
  { min, max, known_from: knownFrom }: ColumnYml,
  type: Column['type'],
  times: readonly string[],
  report: Report,
): Pick<Column, 'min' | 'max' | 'knownFrom'> {
  const path = ['columns', name];
  if (type !== 'number')
    for (const key of ['min', 'max'] as const)
      if ((key === 'min' ? min : max) !== undefined)
        report('WRONG_TYPE', [...path, key], `${name} is a ${type}; only numbers have a ${key}`);
  if (min !== undefined && max !== undefined && min > max)
    report('WRONG_VALUE', [...path, 'min'], `min ${String(min)} is above max ${String(max)}`);
  if (knownFrom !== undefined && !times.includes(knownFrom))
    report(
      'UNKNOWN_COLUMN',
      [...path, 'known_from'],
      `${knownFrom} is no time column of this relation`,
      suggest(knownFrom, times),
    );
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(knownFrom === undefined ? {} : { knownFrom }),
  };
}
