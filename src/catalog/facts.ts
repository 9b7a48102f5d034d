import { columnTimes, relationOf } from './columns.js';
import { mustBeColumn, mustHaveTypeOfKey, type EntityDrafts } from './entities.js';
import type { Fact } from './model.js';
import type { DefinedRelation } from './relations.js';
import type { Findings, Report } from './report.js';
import { asOfColumn, columnTypes, dayColumn, rowScope, type Scope } from './scope.js';
import { snakeCase, type Source } from './sources.js';
import type { FactYml } from './yml-schema.js';

/** A fact with what its attributes and metrics are bound against. */
export interface FactDraft {
  readonly fact: Fact;
  readonly source: Source;
  readonly yml: FactYml;
  readonly defined: DefinedRelation;
  readonly times: readonly string[];
  readonly scope: Scope;
}

/** Finds the facts whose relations can be read. */
export function draftFacts(
  sources: readonly Source[],
  defined: ReadonlyMap<string, DefinedRelation>,
  entities: EntityDrafts,
  found: Findings,
): readonly FactDraft[] {
  return sources.flatMap((source) => {
    const relation = defined.get(source.name);
    return source.meaning.kind === 'fact' && relation
      ? (draftFact(source, source.meaning.yml, relation, entities, found.in(source.ymlFile)) ?? [])
      : [];
  });
}

function draftFact(
  source: Source,
  yml: FactYml,
  defined: DefinedRelation,
  entities: EntityDrafts,
  report: Report,
): FactDraft | null {
  const times = columnTimes(defined);
  if (!snakeCase.test(yml.fact)) report('BAD_NAME', ['fact'], `${yml.fact} must be snake_case and start with a letter`);
  for (const key of ['key', 'customer', 'user'] as const) mustBeColumn(key, yml[key], defined, report);
  mustHaveTypeOfKey('customer', yml.customer, defined, entities.customer, report);
  if (yml.user !== undefined) mustHaveTypeOfKey('user', yml.user, defined, entities.user, report);
  const relation = relationOf(defined, true, report);
  const time = timeOf(yml, defined, times, report);
  if (time === null) return null;
  tellTakenNames(defined, time, report);
  const fact: Fact = {
    name: yml.fact,
    plural: source.name,
    relation,
    ...(yml.key === undefined ? {} : { key: yml.key }),
    customer: yml.customer,
    ...(yml.user === undefined ? {} : { user: yml.user }),
    time,
  };
  const scope = rowScope({ ...columnTypes(relation), [dayColumn]: 'DATE', [asOfColumn]: 'DATE' });
  return { fact, source, yml, defined, times, scope };
}

function timeOf(yml: FactYml, defined: DefinedRelation, times: readonly string[], report: Report): Fact['time'] | null {
  if (yml.time !== undefined && yml.interval !== undefined)
    report('CONFLICTING_KEYS', ['interval'], 'a fact has a time or an interval, not both');
  if (yml.interval !== undefined) {
    const [from, until] = yml.interval;
    for (const [i, column] of yml.interval.entries())
      mustBeColumn('interval', column, defined, report, ['interval', i], times, 'day or time column');
    return { kind: 'interval', from, until };
  }
  if (yml.time === undefined) {
    report('MISSING_KEY', ['time'], 'a fact needs `time:` (a column) or `interval:` (two columns)');
    return null;
  }
  mustBeColumn('time', yml.time, defined, report, ['time'], times, 'day or time column');
  return { kind: 'time', column: yml.time };
}

function tellTakenNames(defined: DefinedRelation, time: Fact['time'], report: Report): void {
  const own = time.kind === 'time' ? time.column : time.from;
  for (const { name, sqlType } of defined.columns) {
    const taken =
      name.toLowerCase() === asOfColumn || (name.toLowerCase() === dayColumn && !(name === own && sqlType === 'DATE'));
    if (taken)
      report(
        'RESERVED_NAME',
        ['columns', name],
        `${name} has a meaning of its own in expressions; name the column otherwise in ${defined.source.sqlFile}`,
      );
  }
}
