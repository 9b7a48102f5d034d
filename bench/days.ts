const DAY_MS = 86_400_000;

/** A day so many days later; earlier where they are negative. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(day).getUTCDay() + 6) % 7));

/** The first day of a month so many months later. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** A list of days in SQL. */
export const dayList = (days: readonly string[]): string => days.map((day) => `date '${day}'`).join(', ');

/** The last days of the 52 whole weeks before the day after one, latest first. */
export const lastSundays = (asOf: string): readonly string[] => {
  const monday = mondayOf(addDays(asOf, 1));
  return Array.from({ length: 52 }, (_, back) => addDays(monday, -1 - 7 * back));
};

/** The last days of the twelve months before the first of one, latest first. */
export const lastMonthEnds = (until: string): readonly string[] =>
  Array.from({ length: 12 }, (_, back) => addDays(addMonths(until, -back), -1));
