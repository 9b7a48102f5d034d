import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** ISO 8601 text of a length of time, such as `P7D` or `PT500S`. */
export const isoDuration = z.string().refine((text) => /^P(?=.)(\d+[YMWD])*(T(?=.)(\d+(\.\d+)?[HMS])+)?$/.test(text), {
  error: 'is no ISO 8601 duration',
});

/** An instant so long before another; a day is 24 hours, months are those of UTC. */
export const before = (instant: string, duration: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('UTC')
    .subtract(Temporal.Duration.from(duration))
    .toInstant()
    .toString();

/** The next instant that a time of the data can have: an included end made an excluded one. */
export const justAfter = (instant: string): string =>
  Temporal.Instant.from(instant).add({ microseconds: 1 }).toString();

/** The calendar day of an instant in a zone. */
export const dayOf = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** A wall-clock time (or a day) of a zone as an instant; one that has an offset already is taken as it is. */
export function instantOf(text: string, zone: string): string {
  if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text).toString();
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString();
}

/** A duration as the fields of the GraphQL input `Duration`. */
export function durationInput(iso: string): Readonly<Record<string, number>> {
  const { years, months, weeks, days, hours, minutes, seconds, milliseconds } = Temporal.Duration.from(iso);
  if (milliseconds !== 0) throw new RangeError(`${iso} is not in whole seconds`);
  const fields = { years, months, weeks, days, hours, minutes, seconds };
  return Object.fromEntries(Object.entries(fields).filter(([, n]) => n > 0));
}
