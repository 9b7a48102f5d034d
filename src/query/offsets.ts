import { Temporal } from 'temporal-polyfill';
import type { Moment } from './grid.js';

/** From when on a zone's clocks are so far ahead of UTC, both in microseconds; the first since ever. */
export interface Offset {
  readonly since: number | undefined;
  readonly ahead: number;
}

const micros = (nanoseconds: bigint | number): number => Number(nanoseconds) / 1_000;
const ahead = (at: Temporal.ZonedDateTime): number => micros(at.offsetNanoseconds);

/** How far a zone's clocks are ahead of UTC between two moments, each change of them after the first moment. */
export function offsetsBetween(from: Moment, until: Moment, timeZone: string): readonly Offset[] {
  const end = Temporal.Instant.from(until).epochNanoseconds;
  let at = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone);
  const found: Offset[] = [{ since: undefined, ahead: ahead(at) }];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochNanoseconds >= end) return found;
    found.push({ since: micros(next.epochNanoseconds), ahead: ahead(next) });
    at = next;
  }
}
