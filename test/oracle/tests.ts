import { beginsIn, calendar, dayOf, forth, upTo, type Day, type Duration, type Span, type Unit } from './days.js';
import type { Json, Value, World } from './world.js';

type Fields = Readonly<Record<string, unknown>>;
export const fields = (json: Json): Fields => json as Fields;
/** Where a test is looked at from. */
export interface View {
  readonly world: World;
  readonly day: Day;
}

/** `{last, ago}`, `{next}`, `{from, until}`, `{calendar}` or `{moments}` as seen from a day. */
export function spanOf(window: Json, { day, world }: View): Span {
  const w = window as {
    last?: Duration;
    ago?: Duration;
    next?: Duration;
    from?: Day;
    until?: Day;
    calendar?: { unit: Unit; offset?: number };
    moments?: { from?: string; until?: string };
  };
  if (w.last) return upTo(forth(day, negative(w.ago ?? {})), w.last);
  if (w.next) return { from: day, until: forth(day, w.next) };
  if (w.calendar) return calendar(w.calendar.unit, w.calendar.offset ?? 0, day, world.weekStart);
  if (w.moments) return { since: w.moments.from, before: w.moments.until };
  return { from: w.from, until: w.until };
}
const negative = (duration: Duration): Duration =>
  Object.fromEntries(Object.entries(duration).map(([unit, n]) => [unit, -n]));

/** One operator on a value that is there. Dates and times are looked at by day. */
type Operator = (value: Value, given: never, view: View) => boolean;
const day = (value: Value, { world }: View): Day => dayOf(value as string, world.zone);
const items = (value: Value): readonly unknown[] => value as readonly unknown[];
const within =
  (name: string): Operator =>
  (v, given, view) =>
    beginsIn(day(v, view), spanOf(name === 'between' ? given : { [name]: given }, view), view.world.zone);

const operators: Readonly<Record<string, Operator>> = {
  eq: (v, x) => v === x,
  in: (v, xs: readonly Value[]) => xs.includes(v),
  contains: (v, x: string) => (v as string).includes(x),
  startsWith: (v, x: string) => (v as string).startsWith(x),
  endsWith: (v, x: string) => (v as string).endsWith(x),
  gt: (v, x) => (v as number) > x,
  gte: (v, x) => (v as number) >= x,
  lt: (v, x) => (v as number) < x,
  lte: (v, x) => (v as number) <= x,
  on: (v, x, view) => day(v, view) === x,
  before: (v, x: string, view) => day(v, view) < x,
  after: (v, x: string, view) => day(v, view) > x,
  last: within('last'),
  next: within('next'),
  calendar: within('calendar'),
  has: (v, x) => items(v).includes(x),
  hasAny: (v, xs: readonly unknown[]) => xs.some((x) => items(v).includes(x)),
  hasAll: (v, xs: readonly unknown[]) => xs.every((x) => items(v).includes(x)),
};

/** Ranges of numbers include both ends; ranges of days are half-open. */
const between: Operator = (v, given: { min?: number; max?: number }, view) =>
  'min' in given || 'max' in given
    ? (v as number) >= (given.min ?? -Infinity) && (v as number) <= (given.max ?? Infinity)
    : within('between')(v, given as never, view);

/** What holds, or not, of a value that is missing too. */
const evenMissing: Readonly<Record<string, (value: Value, given: never, view: View) => boolean>> = {
  isNull: (v, is) => (v === null) === is,
  isEmpty: (v, is) => (v === null || items(v).length === 0) === is,
  ne: (v, x) => v !== x,
  notIn: (v, xs: readonly Value[]) => v === null || !xs.includes(v),
};

const lower = (json: unknown): unknown =>
  typeof json === 'string' ? json.toLowerCase() : Array.isArray(json) ? json.map(lower) : json;

/** A test of several operators is their conjunction; one of none asks nothing. */
export function holds(value: Value, test: Json, view: View): boolean {
  const { ignoreCase, ...given } = fields(test);
  const fold = (json: unknown): never => (ignoreCase === true ? lower(json) : json) as never;
  return Object.entries(given).every(([name, x]) => {
    const always = evenMissing[name];
    if (always) return always(fold(value), fold(x), view);
    const operator = name === 'between' ? between : operators[name];
    if (!operator) throw new Error(`no operator ${name}`);
    return value !== null && operator(fold(value), fold(x), view);
  });
}
