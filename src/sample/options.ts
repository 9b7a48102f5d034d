/**
 * What to generate. `users` and `events` are rough totals to aim at; without them teams are as large, and people as busy, as
 * in the committed sample.
 */
export interface SampleOptions {
  readonly customers: number;
  readonly days: number;
  readonly out: string;
  readonly seed: number;
  /** The last day with data, YYYY-MM-DD. */
  readonly end: string;
  readonly users?: number;
  readonly events?: number;
  /** How many threads may work on it; all by default. The rows do not depend on it. */
  readonly threads?: number;
}

export const sampleDefaults = { customers: 500, days: 730, out: '.', seed: 7, end: '2026-06-30' } as const;

/** Everything happens on this clock; `workspace.yml` names the same zone. */
export const sampleZone = 'Europe/Rome';

const limits = {
  customers: { min: 50, max: 5_000_000 },
  days: { min: 90, max: 3_650 },
  seed: { min: 0, max: Number.MAX_SAFE_INTEGER },
  users: { min: 50, max: 50_000_000 },
  events: { min: 1_000, max: 1_000_000_000 },
  threads: { min: 1, max: 256 },
} as const;

/** On average: the ids of the users of one customer have room for many times as many. */
const MOST_USERS_EACH = 100;

/** The mistakes in the options, in words; an empty list when there are none. */
export function optionProblems(options: SampleOptions): readonly string[] {
  const problems: string[] = [];
  for (const [name, { min, max }] of Object.entries(limits)) {
    const value = options[name as keyof typeof limits];
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= min && value <= max)) {
      problems.push(`--${name} must be a whole number from ${String(min)} to ${String(max)}, not ${String(value)}`);
    }
  }
  if ((options.users ?? 0) > MOST_USERS_EACH * options.customers)
    problems.push(`--users must be at most ${String(MOST_USERS_EACH)} for each customer`);
  const day = new Date(`${options.end}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(options.end) ||
    Number.isNaN(day.getTime()) ||
    !day.toISOString().startsWith(options.end)
  ) {
    problems.push(`--end must be a day such as ${sampleDefaults.end}, not ${options.end}`);
  }
  return problems;
}
