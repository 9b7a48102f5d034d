import { beginsIn, dayOf, isAfter, isBefore, isEmpty, isStart, shift, type Day, type Span } from './days.js';
import { once } from './once.js';
import { compare, type Fact, type Row, type World } from './world.js';

/** Which rows: those open at the end of the day, those that share a moment with a span, those placed in a span by one time. */
export type Which =
  | { readonly rows: 'open' }
  | { readonly rows: 'overlapping'; readonly span: Span }
  | { readonly rows: 'placed'; readonly span: Span; readonly time?: string | undefined };

const at = (row: Row, column: string): string | null => (row[column] ?? null) as string | null;

export const timeOf = (fact: Fact, time?: string): string => time ?? fact.time ?? fact.interval?.[0] ?? '';

/** Rows of a fact as they were known at the end of a day, with the `day` they are placed on. */
export function rowsOf(world: World, table: string, which: Which, day: Day): readonly Row[] {
  const fact = world.model.facts[table];
  if (!fact) throw new Error(`no fact ${table}`);
  const placed = timeOf(fact, which.rows === 'placed' ? which.time : undefined);
  return once(world, `rows of ${table} ${day} ${JSON.stringify(which)}`, () =>
    (world.tables[table] ?? [])
      .filter((row) => chosen(world, fact, row, which, placed, day))
      .map((row) => ({
        ...known(world, fact, row, day),
        _time: row[placed] ?? null,
        day: dayOf(String(row[placed]), world.zone),
      })),
  );
}

function chosen(world: World, fact: Fact, row: Row, which: Which, placed: string, day: Day): boolean {
  const { zone } = world;
  const from = at(row, placed);
  if (from === null || dayOf(from, zone) > day) return false;
  if (which.rows === 'placed' || !fact.interval) return which.rows === 'open' || beginsIn(from, which.span, zone);
  const until = at(row, fact.interval[1]);
  if (which.rows === 'open') return until === null || dayOf(until, zone) > day;
  return touches(from, until, { ...which.span, until: earlier(which.span.until, shift(day, 1)) }, zone);
}

const earlier = (a: Day | undefined, b: Day): Day => (a !== undefined && a < b ? a : b);

/** Whether `[from, until)` begins in the span or shares a moment with it. */
function touches(from: string, until: string | null, span: Span, zone: string): boolean {
  if (isAfter(from, span, zone) || isEmpty(span, zone)) return false;
  return until === null || !isBefore(from, span, zone) || !(isBefore(until, span, zone) || isStart(until, span, zone));
}

function known(world: World, fact: Fact, row: Row, day: Day): Row {
  const hidden = Object.entries(fact.knownFrom ?? {}).filter(([, column]) => {
    const from = at(row, column);
    return from === null || dayOf(from, world.zone) > day;
  });
  return { ...row, ...Object.fromEntries(hidden.map(([column]) => [column, null])) };
}

/** The latest row of each value, a tie going to the greater key; rows without a value all stay. */
export function latestPer(rows: readonly Row[], column: string, key: string | undefined): readonly Row[] {
  const later = (a: Row, b: Row): boolean => {
    const byTime = compare(a['_time'] ?? null, b['_time'] ?? null);
    return byTime !== 0 ? byTime > 0 : key !== undefined && compare(a[key] ?? null, b[key] ?? null) > 0;
  };
  return rows.filter((row) => {
    const value = row[column] ?? null;
    return value === null || !rows.some((other) => other[column] === value && later(other, row));
  });
}
