import type { Grouping, Start } from '../query/question.js';
import type { Day } from '../query/time.js';
import { factOf, keysOf } from './attribute-scan.js';
import type { Base } from './base.js';
import type { Related } from './related.js';
import { entityOf } from './entity-of.js';
import { localDay, startOfUnit } from './dialect.js';
import { factRows } from './fact-rows.js';
import type { Sql } from './sql.js';
import { comma, ref, sql } from './sql.js';
import { keyed } from './keyed.js';
import { compileWhere } from './where.js';

type Made = Exclude<Grouping, string>;
type Compile = {
  readonly [K in Made['kind']]: (base: Base, grouping: Extract<Made, { kind: K }>, alias: string) => Sql;
};

const compilers: Compile = {
  attribute: (base, { name, day }, alias) =>
    onDay(base, day, alias, (then, row) => {
      then.attribute(name);
      const attribute = entityOf(then.catalog, then.entity).attributes[name];
      const zone = then.catalog.workspace.timeZone;
      return attribute?.timeType ? localDay(attribute.timeType, ref(row, name), zone) : ref(row, name);
    }),
  which: (base, { wheres, day }, alias) =>
    onDay(base, day, alias, (then, row) => {
      const cases = wheres.map((where, i) => sql`when ${compileWhere(then, where, row)} then ${sql.lit(i)}`);
      return cases.length === 0 ? sql`cast(null as integer)` : sql`case ${sql.join(cases, sql` `)} end`;
    }),
  day: (_base, _grouping, alias) => ref(alias, '_day'),
  where: () => {
    throw new Error('A base does not know which wheres its rows meet');
  },
  start: (base, { start, grain }, alias) =>
    startOfUnit(grain, startDay(base, start, alias), base.catalog.workspace.weekStart),
};

/** What a member is grouped by, over one row of the base under an alias. */
export function groupColumn(base: Base, grouping: Grouping, alias: string): Sql {
  if (typeof grouping !== 'string')
    return (compilers[grouping.kind] as (base: Base, grouping: Made, alias: string) => Sql)(base, grouping, alias);
  base.attribute(grouping);
  return ref(alias, grouping);
}

/** A value as of another day: missing for those that did not exist yet. */
function onDay(base: Base, day: Day, alias: string, value: (then: Base, row: string) => Sql): Sql {
  if (day >= base.day) return value(base, alias);
  const past: Related = base.at(day);
  const column = past.condition(value(past.base, 'o'));
  return ref(
    alias,
    base.joined({ key: `at ${day}`, on: 'self', sql: () => keyed(past) }, (side) => ref(side, column)),
  );
}

/** The day that a member's time begins; missing where it has not. */
export function startDay(base: Base, start: Start, alias: string): Sql {
  if (start.kind === 'attribute') {
    base.attribute(start.name);
    const type = entityOf(base.catalog, base.entity).attributes[start.name]?.timeType ?? 'date';
    return localDay(type, ref(alias, start.name), base.catalog.workspace.timeZone);
  }
  const rows = factRows(base.catalog, {
    fact: factOf(base.catalog, start.rows.fact),
    asOf: base.day,
    rows: { kind: 'overlapping', span: {} },
    asked: start.rows.where,
    names: ['day'],
  });
  const keys = comma(keysOf(entityOf(base.catalog, base.entity)));
  const first = sql`select ${keys}, min(day) as value from (${rows}) as _s group by ${keys}`;
  return ref(
    alias,
    base.joined({ sql: first, on: 'entity' }, (side) => ref(side, 'value')),
  );
}
