import { addDays, addMonths, lastMonthEnds, lastSundays } from '../../days.js';
import type { Rows, Value } from '../../question.js';
import { fiveConditions, type Segment, segments } from '../../segments.js';
import { columnsOf } from '../columns.js';
import { OPERATORS, testsOf } from '../conditions.js';

/** A request to drizzle-cube's own adapter, and the rows of its answer. */
export interface Asked {
  readonly path: 'kept/load' | 'at-once/batch';
  readonly body: string;
  readonly rows: (answer: never) => Rows;
}

type Row = Readonly<Record<string, Value>>;
interface Answer {
  readonly results: readonly { readonly data: readonly Row[] }[];
}
type Read = (value: Value) => Value;

interface Filter {
  readonly member: string;
  readonly operator: string;
  readonly values: readonly unknown[];
}

const plain: Read = (value) => value;
const number: Read = (value) => (value === null ? null : Number(value));
/** Days come as times. */
const day: Read = (value) => (value === null ? null : String(value).slice(0, 10));

const snapshots = (...names: readonly string[]): readonly string[] => names.map((name) => `Snapshots.${name}`);

/** Every member of a query, read cell by cell. */
function load(
  {
    dimensions = [],
    measures = [],
    ...query
  }: Readonly<Record<string, unknown>> & {
    readonly dimensions?: readonly string[];
    readonly measures?: readonly string[];
  },
  ...read: readonly Read[]
): Asked {
  return {
    path: 'kept/load',
    body: JSON.stringify({ query: { dimensions, measures, ...query } }),
    rows: ({ results }: Answer) => results.flatMap(({ data }) => cellsOf(data, [...dimensions, ...measures], read)),
  };
}

const cellsOf = (data: readonly Row[], members: readonly string[], read: readonly Read[]): Rows =>
  data.map((row) => members.map((member, i) => read[i]?.(row[member] ?? null) ?? null));

const has = (member: string, operator: string, ...values: readonly unknown[]): Filter => ({ member, operator, values });
const within = (member: string, from: string, to: string): readonly Filter[] => [
  has(member, 'gte', from),
  has(member, 'lte', to),
];

const conditionsOf = (segment: Segment): readonly Filter[] =>
  testsOf(segment).map(([attribute, name, value]) =>
    has(`Snapshots.${attribute}`, OPERATORS[name] ?? name, ...[value].flat()),
  );

const METRICS = snapshots(
  ...['count', 'paying', 'contracted', 'prospects', 'trials', 'userCount', 'recurring', 'arpa', 'seats'],
  ...['utilization', 'breadth', 'ticketsOpened'],
);

/** A query for each segment, all in one request. */
function segmentsByMetrics(today: Filter): Asked {
  const queries = segments(50).map((segment) => ({ measures: METRICS, filters: [today, ...conditionsOf(segment)] }));
  return {
    path: 'at-once/batch',
    body: JSON.stringify({ queries }),
    rows: ({ results }: { readonly results: readonly Answer[] }) =>
      results.flatMap(({ results: [answer] }, i) =>
        cellsOf(
          answer?.data ?? [],
          METRICS,
          METRICS.map(() => number),
        ).map((cells) => [i, ...cells]),
      ),
  };
}

function sizes(count: number, today: Filter): Asked {
  const measures = snapshots(...Array.from({ length: count }, (_, i) => `s${String(i)}`));
  const query = load({ measures, filters: [today] }, ...measures.map(() => number));
  return { ...query, rows: (answer) => (query.rows(answer)[0] ?? []).map((size, i) => [i, size]) };
}

function table(today: Filter): Asked {
  const dimensions = snapshots('id', 'industry', 'employees', 'createdOn', 'isPaying', 'activeUsers30d');
  const query = load(
    { dimensions, filters: [today], order: { 'Snapshots.id': 'asc' }, ungrouped: true, limit: 100_000 },
    ...[plain, plain, plain, day, plain, number],
  );
  return { ...query, rows: (answer) => columnsOf(query.rows(answer)) };
}

/** By the key of the benchmark's question. */
export function questionsFor(asOf: string): Readonly<Record<string, Asked>> {
  const today = has('Snapshots.day', 'equals', asOf);
  const until = addMonths(addDays(asOf, 1), 0);
  const trend = (...days: readonly Filter[]): Asked =>
    load(
      {
        dimensions: snapshots('day'),
        measures: snapshots('count'),
        filters: [...days, ...conditionsOf(fiveConditions)],
      },
      ...[day, number],
    );
  const cohorts = load(
    {
      dimensions: snapshots('firstPaidIn', 'day'),
      measures: snapshots('count', 'paying'),
      // Who first paid in a month has paid by its end, so that the snapshots of month ends alone hold each cohort whole.
      filters: [
        has('Snapshots.day', 'equals', ...lastMonthEnds(until)),
        ...within('Snapshots.firstPaidOn', addMonths(until, -12), addDays(until, -1)),
      ],
    },
    ...[day, day, number, number],
  );
  return {
    'size-of-a-segment': load(
      { measures: snapshots('count'), filters: [today, ...conditionsOf(fiveConditions)] },
      number,
    ),
    '20-segment-sizes': sizes(20, today),
    '50-segment-sizes': sizes(50, today),
    'segments-by-metrics': segmentsByMetrics(today),
    'breakdown-by-two-attributes': load(
      {
        dimensions: snapshots('industry', 'region'),
        measures: snapshots('count', 'userCount'),
        filters: [today, has('Snapshots.isPaying', 'equals', true)],
      },
      ...[plain, plain, number, number],
    ),
    '52-week-trend': trend(has('Snapshots.day', 'equals', ...lastSundays(asOf))),
    '365-day-trend': trend(...within('Snapshots.day', addDays(asOf, -364), asOf)),
    'daily-active-users': load(
      {
        dimensions: ['Activity.day'],
        measures: ['Activity.users'],
        filters: within('Activity.day', addDays(asOf, -89), asOf),
      },
      ...[day, number],
    ),
    'monthly-cohorts': {
      ...cohorts,
      rows: (answer) =>
        cohorts
          .rows(answer)
          .map(([started = null, on = null, size = null, still = null]) => [started, size, on, still]),
    },
    'large-table': table(today),
  };
}
