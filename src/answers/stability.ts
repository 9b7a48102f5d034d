import { flappingStatement, stabilityStatement } from '../compile/stability.js';
import { maxItems } from '../catalog/where/codes.js';
import { problem, ProblemError } from '../query/problem.js';
import type { Population } from '../query/question.js';
import type { Day, Grain, Period } from '../query/time.js';
import { addDays, periodsOf } from '../query/time.js';
import { everyone } from '../query/where.js';
import { toRows } from '../warehouse/warehouse.js';
import { and, endsOf, not, or, peopleAt } from './movement/wheres.js';
import type { People } from './people.js';
import { populationOf, type Segment } from './segment.js';
import type { Session } from './session.js';

export interface StabilityRequest {
  readonly grain: Grain;
  readonly period: Period;
  readonly switches: number;
}
export interface StabilityPoint {
  readonly asOf: Day;
  readonly size: number;
  readonly people: People;
  readonly entered: People;
  readonly left: People;
  readonly jaccard: number | null;
  readonly leftShare: number | null;
  readonly enteredShare: number | null;
  readonly base: number;
}
export interface Stability {
  readonly points: readonly StabilityPoint[];
  readonly meanJaccard: number | null;
  readonly flapping: People;
}

const mostPoints = 100;
const nobody = or();
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Membership at the end of each calendar unit against the one before. */
export async function stabilityOf(session: Session, segment: Segment, request: StabilityRequest): Promise<Stability> {
  const days = periodsOf(request.grain, request.period, session.catalog.workspace.weekStart).map((p) =>
    addDays(p.until, -1),
  );
  if (days.length > mostPoints) {
    const message = `${String(days.length)} points are more than the ${String(mostPoints)} compared at once`;
    throw new ProblemError([problem('TOO_MANY_POINTS', ['request', 'period'], message, ['a longer grain'])]);
  }
  const population = populationOf(segment);
  const { entity } = population;
  const [own, base, flapping] = await Promise.all([
    counted(session, population, days),
    counted(session, { entity, where: everyone }, days),
    session.run(flappingStatement(session.catalog, population, days, request.switches)),
  ]);
  const points = days.map((asOf, k) => {
    const { size, stayed } = own[k] ?? { size: 0, stayed: 0 };
    const before = own[k - 1]?.size ?? 0;
    const others = (base[k - 1]?.size ?? 0) - before;
    const first = k === 0;
    const { was, is } = endsOf(segment, days[k - 1] ?? asOf);
    const [entered, left] = first ? [0, 0] : [size - stayed, before - stayed];
    return {
      asOf,
      size,
      people: peopleAt(entity, asOf, size, segment.whereJson),
      entered: peopleAt(entity, asOf, entered, first ? nobody : and(is, not(was))),
      left: peopleAt(entity, asOf, left, first ? nobody : and(was, not(is))),
      jaccard: first ? null : ratio(stayed, size + before - stayed),
      leftShare: first ? null : ratio(left, before),
      enteredShare: first ? null : ratio(entered, others),
      base: base[k]?.size ?? 0,
    };
  });
  const known = points.flatMap((p) => p.jaccard ?? []);
  const last = days.at(-1) ?? session.catalog.dataAsOf;
  return {
    points,
    meanJaccard: ratio(
      known.reduce((sum, j) => sum + j, 0),
      known.length,
    ),
    flapping: peopleAt(entity, last, flapping.rowCount, listed(toRows(flapping))),
  };
}

/** Members by their keys; the customer is told only of persons who work at several. */
function listed(rows: readonly Readonly<Record<string, unknown>>[]): unknown {
  const ids = rows.filter((row) => row['several'] !== true).map((row) => String(row['id']));
  const lists = Array.from({ length: Math.ceil(ids.length / maxItems) }, (_, i) => ({
    ids: ids.slice(i * maxItems, (i + 1) * maxItems),
  }));
  const apart = rows
    .filter((row) => row['several'] === true)
    .map((row) => ({ ids: [String(row['id'])], customer: { ids: [String(row['customer'])] } }));
  return or(...lists, ...apart);
}

async function counted(session: Session, population: Population, days: readonly Day[]) {
  const rows = toRows(await session.run(stabilityStatement(session.catalog, population, days)));
  const byDay = new Map(
    rows.map((row) => [Number(row['k']), { size: Number(row['size']), stayed: Number(row['stayed']) }]),
  );
  return days.map((_, k) => byDay.get(k) ?? { size: 0, stayed: 0 });
}
