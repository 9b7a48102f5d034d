import { addDays, addMonths, lastMonthEnds, lastSundays } from '../../days.js';
import type { Rows, Value } from '../../question.js';
import { fiveConditions, type Segment, segments } from '../../segments.js';
import { columnsOf } from '../columns.js';
import { OPERATORS, testsOf } from '../conditions.js';

/** A request to Cube, and the rows of its answer. */
export interface Asked {
  readonly path: 'v1/load' | 'graphql';
  readonly body: string;
  readonly rows: (data: never) => Rows;
}

interface Filter {
  readonly member: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** Numbers come as texts, days as the times at which they start. */
type Cell = string | boolean | null;
const number = (cell: Cell = null): Value => (cell === null ? null : Number(cell));
const day = (cell: Cell = null): Value => (cell === null ? null : String(cell).slice(0, 10));
const plain = (cell: Cell = null): Value => cell;

/** Every member of a query that is answered by rows, read cell by cell. */
function rest(query: Readonly<Record<string, unknown>>, ...read: readonly ((cell?: Cell) => Value)[]): Asked {
  return {
    path: 'v1/load',
    body: JSON.stringify({ query: { limit: 100_000, responseFormat: 'compact', ...query } }),
    rows: ({ dataset }: { readonly dataset: readonly (readonly Cell[])[] }) =>
      dataset.map((cells) => read.map((one, i) => one(cells[i]))),
  };
}

const filter = (member: string, ...values: readonly string[]): Filter => ({ member, operator: 'equals', values });

const conditions: readonly Filter[] = testsOf(fiveConditions).map(([attribute, name, value]) => ({
  member: `snapshots.${attribute}`,
  operator: OPERATORS[name] ?? name,
  values: [value].flat().map(String),
}));

/** The same in GraphQL, where a boolean is a text. */
const graphqlWhere = (segment: Segment, asOf: string): string => {
  const asked = testsOf(segment).map(([attribute, name, value]) => {
    const operator = name === 'in' ? 'in' : OPERATORS[name];
    return `${attribute}: { ${operator ?? name}: ${JSON.stringify(typeof value === 'boolean' ? String(value) : value)} }`;
  });
  return `{ snapshots: { day: { equals: "${asOf}" }, ${asked.join(', ')} } }`;
};

const METRICS = [
  ...['size', 'paying', 'contracted', 'prospects', 'trials', 'userCount', 'recurring', 'arpa', 'seats'],
  ...['utilization', 'breadth', 'ticketsOpened'],
];

function segmentsByMetrics(asOf: string): Asked {
  const asked = segments(50).map(
    (segment, i) => `s${i}: cube(where: ${graphqlWhere(segment, asOf)}) { snapshots { ${METRICS.join(' ')} } }`,
  );
  return {
    path: 'graphql',
    body: JSON.stringify({ query: `{ ${asked.join('\n')} }` }),
    rows: (data: Readonly<Record<string, readonly { readonly snapshots: Readonly<Record<string, Value>> }[]>>) =>
      asked.map((_, i) => [i, ...METRICS.map((name) => data[`s${i}`]?.[0]?.snapshots[name] ?? null)]),
  };
}

const sizes = (count: number, asOf: string): Asked => {
  const names = Array.from({ length: count }, (_, i) => `s${i}`);
  const query = rest(
    { measures: names.map((name) => `sizes.${name}`), filters: [filter('sizes.day', asOf)] },
    ...names.map(() => number),
  );
  return { ...query, rows: (data) => (query.rows(data)[0] ?? []).map((size, i) => [i, size]) };
};

function table(asOf: string): Asked {
  const names = ['id', 'industry', 'employees', 'createdOn', 'isPaying', 'activeUsers30d'];
  const query = rest(
    {
      dimensions: names.map((name) => `snapshots.${name}`),
      filters: [filter('snapshots.day', asOf)],
      order: { 'snapshots.id': 'asc' },
      ungrouped: true,
    },
    ...[plain, plain, number, day, plain, number],
  );
  return { ...query, rows: (data) => columnsOf(query.rows(data)) };
}

/** By the key of the benchmark's question. */
export function questionsFor(asOf: string): Readonly<Record<string, Asked>> {
  const sundays = lastSundays(asOf);
  const until = addMonths(addDays(asOf, 1), 0);
  const monthEnds = lastMonthEnds(until);
  const byDay = (dimension: string, dateRange: readonly [string, string]) => ({
    timeDimensions: [{ dimension, granularity: 'day', dateRange }],
  });
  return {
    'size-of-a-segment': rest(
      { measures: ['snapshots.size'], filters: [filter('snapshots.day', asOf), ...conditions] },
      number,
    ),
    '20-segment-sizes': sizes(20, asOf),
    '50-segment-sizes': sizes(50, asOf),
    'segments-by-metrics': segmentsByMetrics(asOf),
    'breakdown-by-two-attributes': rest(
      {
        measures: ['snapshots.size', 'snapshots.userCount'],
        dimensions: ['snapshots.industry', 'snapshots.region'],
        filters: [filter('snapshots.day', asOf), filter('snapshots.isPaying', 'true')],
      },
      ...[plain, plain, number, number],
    ),
    '52-week-trend': rest(
      {
        measures: ['snapshots.size'],
        dimensions: ['snapshots.day'],
        filters: [filter('snapshots.day', ...sundays), ...conditions],
      },
      ...[day, number],
    ),
    '365-day-trend': rest(
      { measures: ['snapshots.size'], ...byDay('snapshots.time', [addDays(asOf, -364), asOf]), filters: conditions },
      ...[day, number],
    ),
    'daily-active-users': rest(
      { measures: ['activity.users'], ...byDay('activity.time', [addDays(asOf, -89), asOf]) },
      ...[day, number],
    ),
    'monthly-cohorts': cohorts(monthEnds, addMonths(until, -12)),
    'large-table': table(asOf),
  };
}

/** Who first paid in a month has paid by its end, so that the snapshots of month ends alone hold each cohort whole. */
function cohorts(monthEnds: readonly string[], from: string): Asked {
  const query = rest(
    {
      measures: ['snapshots.size', 'snapshots.paying'],
      dimensions: ['snapshots.day'],
      timeDimensions: [{ dimension: 'snapshots.firstPaid', granularity: 'month', dateRange: [from, monthEnds[0]] }],
      filters: [filter('snapshots.day', ...monthEnds)],
    },
    ...[day, day, number, number],
  );
  return {
    ...query,
    rows: (data) =>
      query.rows(data).map(([on = null, started = null, size = null, paying = null]) => [started, size, on, paying]),
  };
}
