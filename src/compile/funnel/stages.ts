import { areApart, stepKinds } from '../../query/funnel-kinds.js';
import { keyColumns } from '../activity.js';
import { dialect } from '../dialect.js';
import { bigint } from '../period-number.js';
import { all, comma, name, no, sql, type Sql, unionAll } from '../sql.js';
import { moments, run, same } from './moments.js';
import { rowsOf } from './rows.js';
import { daysOf, keysIn, t, times, type Seen } from './seen.js';

/** A part of one statement: tables it is made of, in order, and the SELECT over them. */
export interface Tables {
  readonly tables: readonly (readonly [string, Sql])[];
  readonly body: Sql;
}

export const withTables = ({ tables, body }: Tables): Sql =>
  tables.length === 0 ? body : sql`with ${comma(tables.map(([n, make]) => sql`${name(n)} as (${make})`))} ${body}`;

const stage = (step: number): string => `e${String(step)}`;

/** How the steps of an order are found; columns beside the keys, times and `_until` that stages carry along. */
interface Way {
  readonly tables: Tables['tables'];
  readonly carried: readonly Sql[];
  /** The first step, from `f`. */
  readonly enter: { readonly from: Sql; readonly carried: readonly Sql[] };
  /** From one step to the next: a SELECT per way of getting there. */
  readonly next: (step: number) => readonly Sql[];
  /** What must hold, beside the window being open, for another step to be possible. */
  readonly open: Sql;
}

const within = (seen: Seen, step: number) => seen.funnel.steps[step - 1]?.within;
/** Whether which row served a step decides about the steps after it. */
const matters = (seen: Seen, step: number): boolean => within(seen, step + 1) !== undefined;
const anyWithin = (seen: Seen): boolean => seen.funnel.steps.some((s) => s.within);

/** A step's row `x` comes after the step before it, and before the window and its own window end. */
function inTime(seen: Seen, step: number): readonly Sql[] {
  const own = within(seen, step);
  const before = sql`b.${name(t(step - 1))}`;
  return [sql`x._t <= b._until`, ...(own ? [sql`x._t <= ${seen.clock.later(before, own)}`] : [])];
}

/** The nearest row, or where it matters which one, each. */
function joined(seen: Seen, step: number, table: Sql, after: Sql): Sql {
  const from = name(stage(step - 1));
  const on = all([same(seen, 'x', 'b'), after]);
  return matters(seen, step)
    ? sql`${from} as b join ${table} as x on ${on}`
    : dialect.nearest(sql`${from} as b`, sql`${table} as x`, on);
}

/** No row can serve two steps: each has rows of its own. */
function plain(seen: Seen): Way {
  const span = daysOf(seen);
  return {
    tables: [],
    carried: [],
    enter: { from: sql`(${rowsOf(seen, first(seen), span, true)}) as f`, carried: [] },
    next: (step) => {
      const own = seen.funnel.steps[step - 1] ?? first(seen);
      const after = sql`x._t >= b.${name(t(step - 1))}`;
      const from = joined(seen, step, sql`(${rowsOf(seen, own, span)})`, after);
      return [
        sql`select ${carriedOver(seen, step)}, x._t as ${name(t(step))} from ${from} where ${all(inTime(seen, step))}`,
      ];
    },
    open: sql`true`,
  };
}

const first = ({ funnel }: Seen) => {
  const [step] = funnel.steps;
  if (!step) throw new Error('A funnel has steps');
  return step;
};

const carriedOver = (seen: Seen, step: number): Sql =>
  comma([keysIn(seen, 'b'), ...times(step - 1, 'b'), sql`b._until`]);

const numbers = (most: number): Sql =>
  sql`(values ${comma(Array.from({ length: most }, (_, i) => sql`(${sql.lit(i + 1)})`))}) as v(_v)`;

/**
 * By moments, several rows at one of which may serve several steps: `_rem` of them are still to be done at the moment reached.
 * In a strict order the rows of a moment must all have been used (`_full`) before the next one, but for those before the entry.
 */
function byMoments(seen: Seen): Way {
  const strict = seen.funnel.order === 'STRICT';
  const choose = strict || anyWithin(seen);
  const reaching = (step: number): Sql => sql`(select *, ${run(step)} as _r from g where ${run(step)} > 0)`;
  /** How many more steps are done at the moment reached: as many as can be, or where that matters each number. */
  const more = (from: Sql, of: Sql): { from: Sql; rem: Sql } =>
    choose
      ? { from: sql`${from} join ${numbers(seen.funnel.steps.length)} on v._v <= ${of}`, rem: sql`v._v - 1 as _rem` }
      : { from, rem: sql`${of} - 1 as _rem` };
  const entered = more(sql`${reaching(1)} as f`, sql`f._r`);
  const move = (step: number): { from: Sql; carried: readonly Sql[] } => {
    if (!strict) {
      const { from, rem } = more(joined(seen, step, reaching(step), sql`x._t > b.${name(t(step - 1))}`), sql`x._r`);
      return { from, carried: [rem] };
    }
    const following = sql`${same(seen, 'x', 'b')} and x._g = b._g + 1`;
    return {
      from: sql`${name(stage(step - 1))} as b join ${reaching(step)} as x on ${following}`,
      carried: [sql`x._r - 1 as _rem`, sql`x._g`, sql`x._r = x._n as _full`, sql`x._last`],
    };
  };
  return {
    tables: [['g', moments(seen)]],
    carried: [sql`_rem`, ...(strict ? [sql`_g`, sql`_full`, sql`_last`] : [])],
    enter: {
      from: entered.from,
      carried: [entered.rem, ...(strict ? [sql`f._g`, sql`true as _full`, sql`f._last`] : [])],
    },
    next: (step) => {
      const before = sql`b.${name(t(step - 1))}`;
      const stay = [sql`b._rem - 1 as _rem`, ...(strict ? [sql`b._g`, sql`b._full`, sql`b._last`] : [])];
      const { from, carried } = move(step);
      const ready = [sql`b._rem = 0`, ...(strict ? [sql`b._full`] : [])];
      return [
        sql`select ${carriedOver(seen, step)}, ${before} as ${name(t(step))}, ${comma(stay)} from ${name(stage(step - 1))} as b where b._rem > 0`,
        sql`select ${carriedOver(seen, step)}, x._t as ${name(t(step))}, ${comma(carried)} from ${from} where ${all([...ready, ...inTime(seen, step)])}`,
      ];
    },
    open: strict ? sql`(_rem = 0 and _full and _last)` : sql`true`,
  };
}

/** Of several rows that serve a step of one attempt equally, the path whose steps came first. */
function once(seen: Seen, step: number, make: Sql, carried: readonly Sql[]): Sql {
  const by = comma([...keyColumns(seen.entity), sql`t1`, name(t(step)), ...carried]);
  const order = comma(times(step));
  return sql`select * from (select *, row_number() over (partition by ${by} order by ${order}) as _path from (${make}) as p) as q where _path = 1`;
}

/**
 * Attempts in an order: a row per entry and step that it reached, with the times of the steps so far (`t1` …), the end of the
 * window and whether more steps are possible after what is known. Several rows may stand for the same.
 */
export function attemptsInOrder(seen: Seen): Tables {
  const { steps, window } = seen.funnel;
  const way = seen.funnel.order === 'ORDERED' && areApart(stepKinds(steps)) ? plain(seen) : byMoments(seen);
  const columns = comma([
    keysIn(seen, 'f'),
    sql`f._t as t1`,
    sql`${seen.clock.later(sql`f._t`, window)} as _until`,
    ...way.enter.carried,
  ]);
  const entering = all(seen.clock.within(sql`f._t`, seen.entry));
  const stages = steps.map((_, i): readonly [string, Sql] => {
    const step = i + 1;
    if (step === 1) return [stage(1), sql`select ${columns} from ${way.enter.from} where ${entering}`];
    const make = unionAll(way.next(step));
    return [stage(step), matters(seen, step) ? once(seen, step, make, way.carried) : make];
  });
  return { tables: [...way.tables, ...stages], body: unionAll(steps.map((_, i) => reached(seen, i + 1, way.open))) };
}

function reached(seen: Seen, step: number, possible: Sql): Sql {
  const last = seen.funnel.steps.length;
  const rest = Array.from({ length: last - step }, (_, i) => sql`cast(null as bigint) as ${name(t(step + 1 + i))}`);
  const next = within(seen, step + 1);
  const end = bigint(seen.end);
  const deadlines = [
    sql`_until >= ${end}`,
    ...(next ? [sql`${seen.clock.later(name(t(step)), next)} >= ${end}`] : []),
    possible,
  ];
  const open = step === last ? no : all(deadlines);
  return sql`select ${comma([...keyColumns(seen.entity), sql`${sql.lit(step)} as reached`, ...times(step), ...rest, sql`_until`, sql`${open} as open`])} from ${name(stage(step))}`;
}
