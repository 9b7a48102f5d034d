import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../../query/grid.js';
import { at, record, show, tell, type Spot } from './spot.js';
import type { Reader } from './values.js';

const example = '"2026-06-30T08:00:00Z"';

function instant(text: string, timeZone: string | undefined): Moment | undefined {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    if (timeZone === undefined || text.length <= 10) return undefined;
  }
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return undefined;
  }
}

/** An instant with `Z` or an offset; where a zone is given, also wall-clock time in it. */
export const moment =
  (timeZone?: string): Reader<Moment> =>
  (input, spot) => {
    const found = typeof input === 'string' ? instant(input, timeZone) : undefined;
    const message = `a moment such as ${example} is needed, not ${show(input)}`;
    return found ?? tell(spot, 'BAD_MOMENT', message, typeof input === 'string' ? meant(input) : []);
  };

/** Time of day or the offset from UTC may have been forgotten. */
const meant = (text: string): readonly string[] =>
  [`${text}T00:00:00Z`, `${text}Z`].filter((t) => instant(t, undefined) !== undefined).slice(0, 1);

/** `{from, until}` between moments, half-open; at least one end. */
export function moments(
  input: unknown,
  spot: Spot,
  timeZone?: string,
): { readonly from?: Moment; readonly until?: Moment } | undefined {
  const given = record(input, spot, 'a stretch between moments', ['from', 'until']);
  if (given === undefined) return undefined;
  if (Object.keys(given).length === 0)
    return tell(spot, 'MISSING_VALUE', 'a stretch needs from, until or both', ['from', 'until']);
  const [from, until] = (['from', 'until'] as const).map((end) =>
    given[end] === undefined ? undefined : moment(timeZone)(given[end], at(spot, end)),
  );
  if (from !== undefined && until !== undefined && Temporal.Instant.compare(from, until) >= 0)
    return tell(spot, 'EMPTY_RANGE', `nothing lies from ${from} on and before ${until}`);
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}
