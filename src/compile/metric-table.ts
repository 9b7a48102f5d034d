import type { MetricsQuestion } from '../query/question.js';
import { nobody, type Where } from '../query/where.js';
import { byDayFirst } from './by-day-first.js';
import {
  countsMembers,
  groupKey,
  isOfEveryone,
  isOfFixedMembers,
  lastDays,
  lastMemberDay,
  leafColumn,
  leafColumns,
  type Leaf,
} from './leaf.js';
import type { Wide } from './metric-formulas.js';
import { leafGroup } from './metric-leaf/leaf-group.js';
import { membersAtEnd } from './metric-leaf/wanted.js';
import { snapshotOf } from './rows-of-days.js';
import type { Sql } from './sql.js';
import { asFilter, comma, lines, name, ref, sql } from './sql.js';
import type { StatementScope } from './statement.js';
import { compileWhere } from './where.js';

/** Leaves that share rows, as a table: `_d0` …, `_count` and the columns of each leaf. */
interface Part {
  readonly alias: string;
  readonly leaves: readonly Leaf[];
  readonly rows: Sql;
}

/** One row per group (or one row in all) with the columns of every leaf and the size. */
export function metricTable(scope: StatementScope, q: MetricsQuestion, leaves: readonly Leaf[]): Wide {
  const groups = groupsOf(leaves);
  const counted = q.size ? groups.findIndex(([first]) => first && countsMembers(q, first)) : -1;
  const all = q.size && counted < 0 ? [[], ...groups] : groups;
  const parts = all.map((each, i): Part => ({
    alias: `g${String(i)}`,
    leaves: each,
    rows: each.length === 0 ? sizes(scope, q) : leafGroup(scope, q, each),
  }));
  const [alone, another] = parts;
  const known = groupsInFull(q);
  if (alone && !another && !known) return asItIs(q, alone);
  const size = q.size ? [{ column: joined.size, value: numberOfRows(parts[Math.max(counted, 0)]) }] : [];
  return q.by.length === 0 ? oneRow(parts, size) : rowPerGroup(scope, q, parts, size, known);
}

/** What all share the same rows of needs no joining. */
const asItIs = (q: MetricsQuestion, { leaves, rows }: Part): Wide => ({
  sql: rows,
  columns: [...q.by.map((_, i) => `_d${String(i)}`), '_count', ...leaves.flatMap(leafColumns)],
  size: '_count',
  rowsOf: () => '_count',
});

const joined = { size: '_size', rowsOf: (leaf: Leaf) => `${leafColumn(leaf)}$count` };

const numberOfRows = (part: Part | undefined): Sql => sql`coalesce(${ref(part?.alias ?? '', '_count')}, 0)`;

const keysOf = (q: MetricsQuestion): readonly Sql[] => q.by.map((_, i) => name(`_d${String(i)}`));

function sizes(scope: StatementScope, q: MetricsQuestion): Sql {
  const keys = keysOf(q);
  if (!isOfFixedMembers(q)) return sizesByDay(scope, q) ?? countedBy(keys, membersAtEnd(scope, q));
  const members = membersAtEnd(scope, q);
  const groups = keys.slice(1);
  const each = sql`(${groupsInFull({ ...q, by: q.by.slice(0, 1) }) ?? sql``}) as each`;
  return sql`select ${comma(keys)}, _count from ${each}, (${countedBy(groups, members)}) as c`;
}

/** How many of everyone started in each unit, where a day is a lookup: days are fewer to find the unit of than members. */
function sizesByDay(scope: StatementScope, q: MetricsQuestion): Sql | undefined {
  const [by, ...others] = q.by;
  if (others.length > 0 || typeof by !== 'object' || by.kind !== 'start' || by.start.kind !== 'attribute') return;
  const kept = snapshotOf(scope.catalog, q.population.entity, lastMemberDay(q));
  if (!isOfEveryone(q) || kept?.attributes.has(by.start.name) !== true) return;
  return byDayFirst(scope, q, [], (daily) => countedBy(keysOf(daily), membersAtEnd(scope, daily)));
}

function countedBy(keys: readonly Sql[], rows: Sql): Sql {
  if (keys.length === 0) return sql`select ${numberInAll} as _count from ${rows}`;
  return sql`select ${comma([...keys, sql`count(*) as _count`])} from ${rows} group by ${comma(keys)}`;
}

/** As it plans a `count(*)` of all rows, the engine looks whether the sizes of the table's groups of rows tell it, one by one. */
const numberInAll = sql`coalesce(count_if(true), 0)`;

/** How many members each of many wheres has, as a list: one scan that counts for all is planned faster than one for each. */
export function sizesOfWheres(scope: StatementScope, q: MetricsQuestion, wheres: readonly Where[]): Sql {
  const { base, table } = scope.base(q.population.entity, lastMemberDay(q));
  const counts = wheres.map((where) => sql`count_if(${asFilter(compileWhere(base, where, 'b'))})`);
  return sql`select [${comma(counts)}] as _sizes from ${table} as b`;
}

interface Column {
  readonly column: string;
  readonly value: Sql;
}

const columnsOf = (part: Part, read: (column: string) => Sql): readonly Column[] =>
  part.leaves.flatMap((leaf) => [
    ...leafColumns(leaf).map((column) => ({ column, value: read(column) })),
    { column: joined.rowsOf(leaf), value: numberOfRows(part) },
  ]);

const named = (columns: readonly Column[]): readonly Sql[] => columns.map((c) => sql`${c.value} as ${name(c.column)}`);

function oneRow(parts: readonly Part[], size: readonly Column[]): Wide {
  const columns = [...parts.flatMap((part) => columnsOf(part, (column) => ref(part.alias, column))), ...size];
  const tables = parts.map(({ rows, alias }) => sql`(${rows}) as ${name(alias)}`);
  const from = tables.length > 0 ? sql`from ${sql.join(tables, sql` cross join `)}` : sql``;
  return {
    ...joined,
    sql: sql`select ${comma([sql`1 as _one`, ...named(columns)])} ${from}`,
    columns: columns.map((c) => c.column),
  };
}

/** Every group that any part has, with what each part says of it. */
function rowPerGroup(
  scope: StatementScope,
  q: MetricsQuestion,
  parts: readonly Part[],
  size: readonly Column[],
  known: Sql | null,
): Wide {
  const keys = keysOf(q);
  const tables = parts.map(({ rows }) => (known ? sql`(${rows})` : scope.shared(rows)));
  const every = known ?? unionOf(tables.map((table) => sql`select ${comma(keys)} from ${table}`));
  const joins = parts.map(({ alias }, i) => {
    const on = keys.map((k) => sql`${name(alias)}.${k} is not distinct from k.${k}`);
    return sql`left join ${tables[i] ?? sql``} as ${name(alias)} on ${sql.join(on, sql` and `)}`;
  });
  const empty = parts.flatMap((part, i) => {
    if (part.leaves.length === 0) return [];
    return [sql`cross join (${overNobody(scope, q, part.leaves)}) as ${name(`n${String(i)}`)}`];
  });
  const columns = parts.flatMap((part, i) =>
    columnsOf(part, (column) => {
      const nothing = ref(`n${String(i)}`, column);
      return sql`case when ${ref(part.alias, '_count')} is null then ${nothing} else ${ref(part.alias, column)} end`;
    }),
  );
  return wide(q, [...columns, ...size], 'k', [sql`(${every}) as k`, ...joins, ...empty]);
}

const unionOf = (selects: readonly Sql[]): Sql => sql.join(selects, sql` union `);

function wide(q: MetricsQuestion, columns: readonly Column[], groups: string, from: readonly Sql[]): Wide {
  const keys = q.by.map((_, i) => `_d${String(i)}`);
  const own = keys.map((key) => ref(groups, key));
  return {
    ...joined,
    sql: sql`select ${comma([...own, ...named(columns)])} from ${lines(from)}`,
    columns: [...keys, ...columns.map((c) => c.column)],
  };
}

/** All the groups there can be, also those without any row, where they are known. */
function groupsInFull(q: MetricsQuestion): Sql | null {
  const { by, wheres } = q;
  if (by.length !== 1) return null;
  if (wheres) return sql`select n as _d0 from range(${sql.lit(wheres.length)}) as w(n)`;
  const days = lastDays(q);
  // One value for all of them: a value each takes longer to plan than to look up.
  return days ? sql`select unnest(cast(${`[${days.join(', ')}]`} as date[])) as _d0` : null;
}

/** What metrics are over no rows at all: their values for a group that has none. One row. */
function overNobody(scope: StatementScope, q: MetricsQuestion, leaves: readonly Leaf[]): Sql {
  const { period, metrics, size, population } = q;
  return leafGroup(scope, { period, metrics, size, population: { ...population, where: nobody }, by: [] }, leaves);
}

/** Leaves by the rows that they share. */
function groupsOf(leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const key = groupKey(leaf);
    groups.set(key, [...(groups.get(key) ?? []), leaf]);
  }
  return [...groups.values()];
}
