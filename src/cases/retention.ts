import { z } from 'zod';
import { check, type WorkedCase } from './case-file.js';
import type { Served, Translation } from './family.js';
import type { WhereJson } from './filter.js';
import { grainOf, label, overTime, periodsOf, worldOver, type Stretch } from './over-time.js';
import { selector, type Selector, type World } from './world.js';

/** Periods of a column: their number, the first one following the column before, or from the first to the last. */
const bracket = z.union([z.int().positive(), z.tuple([z.int(), z.int()])]);
const question = z.strictObject({
  kind: z.literal('retention'),
  cohort_event: selector,
  return_event: selector,
  mode: z.enum(['recurring', 'first_time', 'first_ever', 'first_ever_occurrence', 'first_in_range']),
  periods: z.int().positive(),
  min_return_count: z.int().default(1),
  /** On or after instead of on. */
  rolling: z.boolean().default(false),
  window_mode: z.enum(['calendar', '24h']).default('calendar'),
  brackets: z.array(bracket).optional(),
  breakdown: z
    .strictObject({ event_property: z.string().optional(), entity_property: z.string().optional() })
    .optional(),
  ...overTime,
});
type Question = z.output<typeof question>;

const asked = `query ($where: CustomerWhere!, $request: RetentionRequest!, $named: Boolean!) {
  preview(where: $where) { retention(request: $request) { cohorts {
    startsAt size
    cells { column { from } returned soFar people @include(if: $named) { segment { customers(first: 1000) { nodes { id } } } } }
  } } }
}`;

interface Cell {
  readonly column: { readonly from: number };
  readonly returned: number | null;
  readonly soFar: number;
  readonly people?: {
    readonly segment: { readonly customers: { readonly nodes: readonly { readonly id: string }[] } };
  };
}
interface Cohort {
  readonly startsAt: string;
  readonly size: number;
  readonly cells: readonly Cell[];
}
interface Answer {
  readonly preview: { readonly retention: { readonly cohorts: readonly Cohort[] } };
}

/** Columns that begin where the range does not reach are no part of a case. */
function bracketsOf({ brackets }: Question): readonly { readonly from: number; readonly until: number }[] | undefined {
  let next = 1;
  return brackets?.map((given) => {
    const [from, last] = typeof given === 'number' ? [next, next + given - 1] : given;
    next = last + 1;
    return { from, until: last + 1 };
  });
}

function requestOf(q: Question, { request, until }: Stretch, entry: WhereJson, back: WhereJson, first: WhereJson) {
  const brackets = bracketsOf(q);
  const ever = q.mode === 'first_ever' || q.mode === 'first_ever_occurrence';
  const cohorts = q.mode === 'recurring' ? 'RECURRING' : q.mode === 'first_in_range' ? 'FIRST_IN_PERIOD' : 'FIRST_TIME';
  return {
    entry,
    return: back,
    ...(ever && { noneBefore: first }),
    cohorts,
    grain: grainOf(q),
    ...request,
    ...(until !== undefined && { until }),
    ...(brackets && { brackets }),
    windows: q.window_mode === '24h' ? 'ROLLING_24H' : 'CALENDAR',
    reach: q.rolling ? 'ON_OR_AFTER' : 'ON',
    times: q.min_return_count,
  };
}

interface Put {
  readonly q: Question;
  readonly world: World;
  readonly where: WhereJson;
  readonly stretch: Stretch;
  readonly served: Served;
  /** Whether the case names who is in a cell. */
  readonly named: boolean;
}

async function cohortsOf(
  { q, world, where, stretch, served, named }: Put,
  rows: WhereJson = {},
): Promise<readonly Cohort[]> {
  const of = (s: Selector): WhereJson => ({ events: { and: [world.eventsOf(s), rows] } });
  const { event } = q.cohort_event;
  const request = requestOf(q, stretch, of(q.cohort_event), of(q.return_event), of({ event }));
  return (await served.ask<Answer>(asked, { where, request, named })).preview.retention.cohorts;
}

/** Rows are cohorts; the first number is their size. Columns that begin after the range are left out. */
const matrixOf = (q: Question, cohorts: readonly Cohort[]): readonly (readonly number[])[] =>
  cohorts.map(({ cells }, i) =>
    cells
      .filter(({ column }) => i + column.from < q.periods)
      .map(({ returned, soFar }) => (q.window_mode === '24h' || q.brackets ? soFar : (returned ?? NaN))),
  );

const idsOf = ({ people }: Cell): readonly string[] =>
  (people?.segment.customers.nodes ?? []).map(({ id }) => id).sort();

/** Parts that speak of one cohort, by its number. */
function ofCohort(q: Question, cohorts: readonly Cohort[], i: number): Readonly<Record<string, unknown>> {
  const { cells = [] } = cohorts[i] ?? {};
  const inside = cells.filter(({ column }) => i + column.from < q.periods);
  const members = inside[0] ? idsOf(inside[0]) : [];
  const offsets = (id: string) => inside.filter((cell) => idsOf(cell).includes(id)).map(({ column }) => column.from);
  return {
    [`row${String(i)}`]: matrixOf(q, cohorts)[i],
    [`cohort${String(i)}_members`]: members,
    [`cohort${String(i)}_active_offsets`]: Object.fromEntries(members.map((id) => [id, offsets(id)])),
  };
}

/** A matrix for each value that is expected of the property split by: rows of entry and of return both have it. */
async function byValue(put: Put, worked: WorkedCase): Promise<Readonly<Record<string, unknown>>> {
  const { breakdown } = put.q;
  if (!breakdown) return {};
  const expected = Object.entries(worked.expected).filter(([, e]) => typeof e === 'object' && !Array.isArray(e));
  const matrices = async (value: string): Promise<unknown> => {
    const missing = ['', 'null', 'none'].includes(value);
    const test = (field: string): WhereJson => ({ [field]: missing ? { isNull: true } : { eq: value } });
    const { entity_property: own, event_property: onEvent } = breakdown;
    const rows = onEvent === undefined ? {} : test(put.world.eventProperty(onEvent).text);
    const has = { op: missing ? 'not_exists' : 'eq', value };
    const where = own === undefined ? {} : put.world.entitiesOf({ property: own, ...has });
    const cohorts = await cohortsOf({ ...put, where: { and: [put.where, where] } }, rows);
    return matrixOf(put.q, cohorts);
  };
  const parts = expected.map(async ([key, values]) => {
    const found = Object.keys(values as object).map(async (value) => [value, await matrices(value)] as const);
    return [key, Object.fromEntries(await Promise.all(found))] as const;
  });
  return Object.fromEntries(await Promise.all(parts));
}

export const retention: Translation = async (worked, open) => {
  const q = check(question, worked.question, ['question']);
  const stretch = periodsOf(q, q.periods);
  const split = Object.values(q.breakdown ?? {}).filter((name) => name !== undefined);
  const { world, where } = worldOver(worked, q, stretch.asOf, [q.cohort_event, q.return_event], split);
  const named = Object.keys(worked.expected).some((key) => key.startsWith('cohort'));
  const put = { q, world, where, stretch, named, served: await open(world.files) };
  const cohorts = await cohortsOf(put);
  const starts = cohorts.map(({ startsAt }) => label(startsAt, q, worked.expected['first_period']));
  return {
    got: {
      first_period: starts[0],
      last_period: starts.at(-1),
      matrix: matrixOf(q, cohorts),
      ...Object.fromEntries(cohorts.flatMap((_, i) => Object.entries(ofCohort(q, cohorts, i)))),
      ...(await byValue(put, worked)),
    },
  };
};
