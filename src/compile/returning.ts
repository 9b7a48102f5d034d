import type { Catalog } from '../catalog/model.js';
import type { Grid } from '../query/grid.js';
import { microseconds } from '../query/grid.js';
import type { After, Returning } from '../query/retention.js';
import { rollingHours } from '../query/retention.js';
import type { Day } from '../query/time.js';
import type { EntityName, FactRows } from '../query/where.js';
import type { MembersTable } from './activity.js';
import { activity, attributeColumns, keyColumns, moments, sameMember } from './activity.js';
import { dialect } from './dialect.js';
import type { Clocks } from './period-number.js';
import type { Sql } from './sql.js';
import { all, comma, sql } from './sql.js';
import type { Span } from './window.js';

/** Who enters and returns, seen from the end of a day. */
export interface Seen {
  readonly catalog: Catalog;
  readonly entity: EntityName;
  readonly asOf: Day;
  readonly grid: Grid;
  readonly clocks?: Clocks | undefined;
  readonly members?: MembersTable | undefined;
  /** Makes a SELECT that several parts read a table of its own. */
  readonly share: (make: Sql) => Sql;
}

const own = (seen: Seen, rows: FactRows, span: Span) => ({
  entity: seen.entity,
  rows,
  asOf: seen.asOf,
  span,
  members: seen.members,
});

const known = ({ before }: Returning, span: Span): Span =>
  before === undefined || (span.before !== undefined && microseconds(span.before, 'UTC') <= microseconds(before, 'UTC'))
    ? span
    : { ...span, before };

const placing = ({ grid, clocks }: Seen, moment: boolean) => ({ grid, clocks, moment });

const isRolling = ({ windows }: Returning): boolean => windows === 'ROLLING_24H';

/** Rows of entry by member and period. */
const entryActivity = (seen: Seen, returning: Returning, span: Span, moment: boolean): Sql =>
  seen.share(activity(seen.catalog, own(seen, returning.entry, known(returning, span)), placing(seen, moment)));

/** Which rows of entry are looked at, and which entries count: told by `_c`, and by `_at` where that is asked for. */
export interface Entering {
  readonly span: Span;
  readonly moment: boolean;
  readonly where: Sql;
}

const needsMoment = (returning: Returning): boolean => isRolling(returning) || returning.noneBefore !== undefined;
/** First entries ever are looked for in all the rows. */
const entrySpan = ({ cohorts }: Returning, { span }: Entering): Span => (cohorts === 'FIRST_TIME' ? {} : span);

/**
 * A row per member and cohort: keys, `_d0` …, the number `_c` of the period entered in, and `_at`, the moment of entry,
 * where something is counted from it.
 */
export function entries(seen: Seen, returning: Returning, entering: Entering): Sql {
  const { entity, members } = seen;
  const keys = [...keyColumns(entity), ...attributeColumns(members)];
  const moment = entering.moment || needsMoment(returning);
  const found = entryActivity(seen, returning, entrySpan(returning, entering), moment);
  const once = returning.cohorts !== 'RECURRING';
  const columns = once
    ? [...keys, sql`min(_p) as _c`, ...(moment ? [sql`min(_at) as _at`] : [])]
    : [...keys, sql`_p as _c`, ...(moment ? [sql`_at`] : [])];
  const group = once ? sql`group by ${comma(keys)}` : sql``;
  const made = sql`select * from (select ${comma(columns)} from ${found} as a ${group}) as e where ${entering.where}`;
  return returning.noneBefore ? withoutEarlier(seen, made, returning.noneBefore) : made;
}

/** Entries that no such row came before. */
function withoutEarlier(seen: Seen, made: Sql, rows: FactRows): Sql {
  const { catalog, entity } = seen;
  const keys = comma(keyColumns(entity));
  const first = sql`select ${keys}, min(_at) as _at from (${moments(catalog, own(seen, rows, {}))}) as r group by ${keys}`;
  return sql`select e.* from (${made}) as e left join (${first}) as b on ${sameMember(entity, 'b', 'e')} where b._at is null or b._at >= e._at`;
}

/** A row per entry and period after it in which its member returned: the entry's keys, `_d0` …, `_c` and the offset `_o`. */
export function returns(seen: Seen, returning: Returning, entering: Entering, made: Sql): Sql {
  const { catalog, entity, members } = seen;
  const by = [...keyColumns(entity), ...attributeColumns(members), sql`_c`];
  const columns = comma(by.map((c) => sql`e.${c}`));
  const on = sameMember(entity, 'r', 'e');
  const rows = own(seen, returning.return, known(returning, entering.span));
  if (isRolling(returning)) {
    const step = (rollingHours[returning.grain] ?? 24) * 3_600_000_000;
    const offset = dialect.floorDivide(sql`(r._at - e._at)`, step);
    const after = sql`select ${columns}, ${offset} as _o from ${made} as e join (${moments(catalog, rows)}) as r on ${on} and r._at > e._at`;
    return sql`select ${comma(by)}, _o from (${after}) as j where _o >= 1 group by ${comma(by)}, _o having count(*) >= ${returning.times}`;
  }
  const same = JSON.stringify(returning.return) === JSON.stringify(returning.entry);
  const active = same
    ? entryActivity(seen, returning, entrySpan(returning, entering), entering.moment || needsMoment(returning))
    : seen.share(activity(catalog, rows, placing(seen, false)));
  return sql`select ${columns}, r._p - e._c as _o from ${made} as e join ${active} as r on ${on} and r._p > e._c where r._n >= ${returning.times}`;
}

export const offsetIn = (offset: Sql, { from, until }: After): Sql =>
  all([sql`${offset} >= ${from}`, ...(until === undefined ? [] : [sql`${offset} < ${until}`])]);
