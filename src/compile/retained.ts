import type { Catalog } from '../catalog/model.js';
import type { Grid } from '../query/grid.js';
import { microseconds, periodsFrom } from '../query/grid.js';
import type { Day } from '../query/time.js';
import { addDays } from '../query/time.js';
import type { Where } from '../query/where.js';
import { keyColumns } from './activity.js';
import type { Base } from './base.js';
import { bigint, clocksIn } from './period-number.js';
import { entries, offsetIn, returns } from './returning.js';
import type { Sql } from './sql.js';
import { all, comma, ref, sql } from './sql.js';
import type { Span } from './window.js';
import { spanOf } from './window.js';

type Retained = Extract<Where, { kind: 'retained' }>;

/** Where periods are counted from when the window has no beginning; any day would do. */
const anyDay: Day = '2000-01-01';

function gridOf(catalog: Catalog, { returning }: Retained, { from, since }: Span): Grid {
  const start = since ?? from ?? anyDay;
  const stretch = { kind: 'range', from: start, until: since ?? addDays(start, 1) } as const;
  return periodsFrom(returning.grain, stretch, catalog.workspace).grid;
}

/** An entry's moment within a span. */
function entered(catalog: Catalog, { from, until, since, before }: Span): Sql {
  const at = (edge: string): Sql => bigint(microseconds(edge, catalog.workspace.timeZone));
  return all([
    ...[from, since].flatMap((edge) => (edge === undefined ? [] : [sql`_at >= ${at(edge)}`])),
    ...[until, before].flatMap((edge) => (edge === undefined ? [] : [sql`_at < ${at(edge)}`])),
  ]);
}

/** Members that entered in a window and came back in one of the periods asked for; without those, that entered. */
export function retained(base: Base, where: Retained, alias: string): Sql {
  const { catalog, entity, day } = base;
  const span = spanOf(where.during, day, catalog);
  const seen = {
    catalog,
    entity,
    asOf: day,
    grid: gridOf(catalog, where, span),
    clocks: clocksIn(span, day, catalog.workspace.timeZone),
    share: (make: Sql) => sql`(${make})`,
  };
  const entering = { span, moment: true, where: entered(catalog, span) };
  const made = entries(seen, where.returning, entering);
  const returnSpan = { ...(span.from && { from: span.from }), ...(span.since && { since: span.since }) };
  const found = where.after
    ? sql`select * from (${returns(seen, where.returning, { ...entering, span: returnSpan }, sql`(${made})`)}) as h where ${offsetIn(sql`_o`, where.after)}`
    : made;
  const keys = comma(keyColumns(entity));
  const members = sql`select ${keys}, true as value from (${found}) as w group by ${keys}`;
  const holds = base.joined({ sql: members, on: 'entity' }, (side) => sql`coalesce(${ref(side, 'value')}, false)`);
  return ref(alias, holds);
}
