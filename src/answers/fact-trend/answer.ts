import { camelCase } from '../../catalog/names.js';
import { factOf } from '../../compile/attribute-scan.js';
import { factTrendGroupsStatement, factTrendStatement } from '../../compile/fact-trend.js';
import type { RowMeasure } from '../../query/fact-trend.js';
import type { ActivityGrain } from '../../query/grid.js';
import { edge, instantOf } from '../../query/grid.js';
import { toRows } from '../../warehouse/warehouse.js';
import { isBy, periodBounds, type PeriodBounds } from '../activity/days.js';
import type { Row } from '../activity/groups.js';
import type { Json } from '../activity/population.js';
import { knownUntil } from '../activity/request.js';
import { onRows, windowOf } from '../activity/rows.js';
import { peopleOf } from '../activity/split.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import type { FactTrendAsked } from './read.js';

export interface FactTrendPoint extends PeriodBounds {
  readonly since: string;
  readonly value: number | null;
  readonly rows: number;
  readonly complete: boolean;
  readonly nullReason: 'NO_DATA' | null;
  readonly people: People;
}
export interface FactTrendSeries {
  readonly value: unknown;
  readonly points: readonly FactTrendPoint[];
}
export interface FactTrend {
  readonly measure: RowMeasure;
  readonly grain: ActivityGrain;
  readonly points: readonly FactTrendPoint[];
  readonly series: readonly FactTrendSeries[];
  readonly truncated: boolean;
}

/** Rows of members over time, all of them and by group. */
export async function factTrendOf(session: Session, asked: FactTrendAsked): Promise<FactTrend> {
  const { question } = asked;
  const { catalog } = session;
  const [all, groups] = await Promise.all([
    session.run(factTrendStatement(catalog, question)),
    question.by === undefined ? undefined : session.run(factTrendGroupsStatement(catalog, question)),
  ]);
  const places = new Map<number, Row[]>();
  for (const row of groups ? toRows(groups) : [])
    places.set(Number(row['place']), [...(places.get(Number(row['place'])) ?? []), row]);
  const ordered = [...places.entries()].sort(([a], [b]) => a - b).map(([, rows]) => rows);
  return {
    measure: question.measure,
    grain: question.grain,
    points: pointsOf(session, asked, toRows(all), asked.rows),
    series: ordered.slice(0, question.limit).map((rows) => {
      const value = rows[0]?.['by'] ?? null;
      return { value, points: pointsOf(session, asked, rows, withValue(session, asked, value)) };
    }),
    truncated: ordered.length > question.limit,
  };
}

/** The rows asked for that have a value in the column split by, as they would be written. */
function withValue({ catalog }: Session, { question, rows }: FactTrendAsked, value: unknown): Json {
  const [field = ''] = Object.keys(rows);
  const type = factOf(catalog, question.rows.fact).relation.columns[question.by ?? '']?.type;
  const test = value === null ? { isNull: true } : type === 'date' ? { on: value } : { eq: value };
  return { [field]: { and: [rows[field] ?? {}, { [camelCase(question.by ?? '')]: test }] } };
}

/** 0 where nothing was counted or summed; the others have no value of nothing. */
const ofNothing: Readonly<Record<RowMeasure, number | null>> = {
  COUNT: 0,
  MEMBERS: 0,
  SUM: 0,
  AVG: null,
  MIN: null,
  MAX: null,
};

function pointsOf(
  session: Session,
  { segment, question }: FactTrendAsked,
  found: readonly Row[],
  rows: Json,
): readonly FactTrendPoint[] {
  const zone = session.catalog.workspace.timeZone;
  const { grid, first } = question.periods;
  const known = knownUntil(question.asOf, undefined, zone);
  const people = peopleOf(session, { segment, question: { ...question, by: [] } });
  const byPoint = new Map(found.map((row) => [Number(row['p']), row]));
  return question.stretches.map((stretch, i) => {
    const row = byPoint.get(i);
    const none = row === undefined || row['value'] === null;
    const value = none ? ofNothing[question.measure] : Number(row['value']);
    return {
      ...periodBounds(grid, first + i, zone),
      since: instantOf(stretch.from, zone),
      value,
      rows: Number(row?.['n'] ?? 0),
      complete: isBy(edge(grid, first + i + 1), known, zone),
      nullReason: value === null ? ('NO_DATA' as const) : null,
      people: people(Number(row?.['members'] ?? 0), [onRows(rows, { during: windowOf(stretch) })]),
    };
  });
}
