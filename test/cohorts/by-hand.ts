import { attributeOf, owns } from '../oracle/attributes.js';
import { calendar, dayOf, forth, shift, type Day, type Duration, type Unit } from '../oracle/days.js';
import { membersOf } from '../oracle/evaluate.js';
import { metricsOf, type Told } from '../oracle/metrics.js';
import { rowsOf } from '../oracle/rows.js';
import { compare, type Json, type Row, type World } from '../oracle/world.js';

/** Cohorts worked out member by member, without SQL: customers only. */
export interface HandQuestion {
  readonly where: Json;
  readonly asOf: Day;
  readonly start: { readonly attribute: string } | { readonly fact: string; readonly name?: string };
  readonly grain: Unit;
  readonly unit: Unit;
  readonly metric: string;
}

const durations: Readonly<Record<Unit, Duration>> = {
  DAY: { days: 1 },
  WEEK: { weeks: 1 },
  MONTH: { months: 1 },
  QUARTER: { quarters: 1 },
  YEAR: { years: 1 },
};
const unitsOn = (day: Day, unit: Unit, n: number): Day =>
  forth(day, Object.fromEntries(Object.entries(durations[unit]).map(([name, one]) => [name, one * n])));

/** The day a member's time begins. */
function startOf(world: World, { start, asOf }: HandQuestion, member: Row): Day | null {
  if ('attribute' in start) {
    const value = attributeOf(world, 'customer', start.attribute, member, asOf);
    return value === null ? null : dayOf(value as string, world.zone);
  }
  const days = rowsOf(world, start.fact, { rows: 'overlapping', span: {} }, asOf)
    .filter(owns(world, 'customer', member, start.fact))
    .filter((row) => start.name === undefined || row['name'] === start.name)
    .map((row) => row['day'] as Day);
  return days.sort(compare)[0] ?? null;
}

/** Members by the first day of their cohort; '' for those who have not started. */
export function cohortsByHand(world: World, q: HandQuestion): ReadonlyMap<Day, readonly Row[]> {
  const cohorts = new Map<Day, Row[]>();
  for (const member of membersOf(world, 'customer', q.where, q.asOf)) {
    const start = startOf(world, q, member);
    const cohort = start === null ? '' : (calendar(q.grain, 0, start, world.weekStart).from ?? '');
    cohorts.set(cohort, [...(cohorts.get(cohort) ?? []), member]);
  }
  return cohorts;
}

const measured = (world: World, q: HandQuestion, members: readonly Row[], from: Day, until: Day): Told => {
  const where = { ids: members.map((m) => m['customer_id']) };
  const [only] = metricsOf(world, [q.metric], { entity: 'customer', where, from, until, memberDay: q.asOf, by: [] });
  const [told] = only?.metrics ?? [];
  if (!told) throw new Error(`nothing told of ${q.metric}`);
  return told;
};

/** What the metric is of a cohort in an age of its own. */
export const cellByHand = (world: World, q: HandQuestion, members: readonly Row[], cohort: Day, age: number): Told =>
  measured(world, q, members, unitsOn(cohort, q.unit, age), unitsOn(cohort, q.unit, age + 1));

/** What a total comes to when each member is measured in its own time and the totals are added up. */
export function ownTimeByHand(world: World, q: HandQuestion, members: readonly Row[], age: number): number {
  const values = members.map((member) => {
    const start = startOf(world, q, member) ?? q.asOf;
    return measured(world, q, [member], unitsOn(start, q.unit, age), unitsOn(start, q.unit, age + 1)).value ?? 0;
  });
  return values.reduce((a, b) => a + b, 0);
}

/** Whether an age has elapsed as of a day: of the cohort, or of the last who can be in it. */
export function elapsed(q: HandQuestion, cohort: Day, age: number, own: boolean, weekStart: string): boolean {
  const until = calendar(q.grain, 0, cohort, weekStart).until ?? '';
  const from = own ? shift(until, -1) : cohort;
  return until <= shift(q.asOf, 1) && unitsOn(from, q.unit, age + 1) <= shift(q.asOf, 1);
}
