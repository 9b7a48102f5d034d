import { engagementStatement } from '../../compile/engagement.js';
import type { EngagementQuestion } from '../../query/activity.js';
import { addDays, daysBetween, type Day } from '../../query/time.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import { engagementLengths, type Asked } from './read.js';
import type { Row } from './groups.js';
import { onRows } from './rows.js';
import { peopleOf } from './split.js';

/** How many were active in the days that end with a day; a person at several customers counts once. */
export interface ActiveCount {
  readonly count: number;
  readonly people: People;
}
export interface EngagementPoint {
  readonly day: Day;
  readonly daily: ActiveCount;
  readonly weekly: ActiveCount;
  readonly monthly: ActiveCount;
  readonly stickiness: number | null;
  readonly dailyOverMonthly: number | null;
  readonly nullReason: 'ZERO_DENOMINATOR' | null;
  readonly complete: boolean;
}
export interface Engagement {
  readonly points: readonly EngagementPoint[];
}

/** Numbers by day from before the period on. */
type Series = readonly number[];
const ahead = engagementLengths.monthly - 1;

/** DAU, WAU and MAU on every day of a period, and what they are to each other. */
export async function engagementOf(session: Session, asked: Asked<EngagementQuestion>): Promise<Engagement> {
  const { question, rows: activity } = asked;
  const days = daysBetween(question.period.from, question.period.until);
  const rows = toRows(await session.run(engagementStatement(session.catalog, question)));
  const counted = question.population.entity === 'user' ? 'persons' : 'members';
  const numbers = ofEach((length) => {
    const own = rows.filter((r) => Number(r['length']) === length);
    return { count: onDays(own, counted, days), members: onDays(own, 'members', days) };
  });
  const people = peopleOf(session, { segment: asked.segment, question: { ...question, by: [] } });
  const points = Array.from({ length: days }, (_, i) => {
    const day = addDays(question.period.from, i);
    const count = (name: Name): number => numbers[name].count[ahead + i] ?? 0;
    const active = (name: Name): ActiveCount => {
      const during = { from: addDays(day, 1 - engagementLengths[name]), until: addDays(day, 1) };
      const members = numbers[name].members[ahead + i] ?? 0;
      return { count: count(name), people: people(members, [onRows(activity, { during })]) };
    };
    const monthly = count('monthly');
    const month = numbers.daily.count.slice(i, i + engagementLengths.monthly);
    return {
      day,
      daily: active('daily'),
      weekly: active('weekly'),
      monthly: active('monthly'),
      stickiness: monthly === 0 ? null : sum(month) / engagementLengths.monthly / monthly,
      dailyOverMonthly: monthly === 0 ? null : count('daily') / monthly,
      nullReason: monthly === 0 ? ('ZERO_DENOMINATOR' as const) : null,
      complete: day <= question.asOf,
    };
  });
  return { points };
}

type Name = keyof typeof engagementLengths;
const ofEach = <T>(make: (length: number) => T): Readonly<Record<Name, T>> => ({
  daily: make(engagementLengths.daily),
  weekly: make(engagementLengths.weekly),
  monthly: make(engagementLengths.monthly),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Numbers of the days from `ahead` before the period to its end. */
function onDays(rows: readonly Row[], column: string, days: number): Series {
  const found = new Map(rows.map((r) => [Number(r['p']), Number(r[column])]));
  return Array.from({ length: ahead + days }, (_, i) => found.get(i - ahead) ?? 0);
}
