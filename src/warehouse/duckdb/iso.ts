const MS_PER_DAY = 86_400_000;
const NS_PER_SECOND = 1_000_000_000n;

const days = new Map<number, string>();
const DAYS_KEPT = 100_000;

/** `YYYY-MM-DD` of a day counted from 1970-01-01. The engine's days reach further than a Date; beyond that, it throws. */
export function isoDay(sinceEpoch: number): string {
  const known = days.get(sinceEpoch);
  if (known !== undefined) return known;
  const text = new Date(sinceEpoch * MS_PER_DAY).toISOString().slice(0, -'T00:00:00.000Z'.length);
  if (days.size < DAYS_KEPT) days.set(sinceEpoch, text);
  return text;
}

/** `YYYY-MM-DDTHH:MM:SS` and the fraction, where there is one, in 3, 6 or 9 digits. */
export function isoTime(nanoseconds: bigint): string {
  const within = ((nanoseconds % NS_PER_SECOND) + NS_PER_SECOND) % NS_PER_SECOND;
  const seconds = Number((nanoseconds - within) / NS_PER_SECOND);
  return new Date(seconds * 1000).toISOString().slice(0, -'.000Z'.length) + fraction(within);
}

function fraction(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '';
  const digits = nanoseconds.toString().padStart(9, '0');
  return `.${digits.replace(/(000){1,2}$/, '')}`;
}
