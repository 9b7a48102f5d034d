import { flappingStatement, stabilityStatement } from '../compile/stability.js';
import { problem, ProblemError } from '../query/problem.js';
import type { Population } from '../query/question.js';
import type { Day, Grain, Period } from '../query/time.js';
import { addDays, periodsOf } from '../query/time.js';
import { everyone } from '../query/where.js';
import { toRows } from '../warehouse/warehouse.js';
import type { People } from './people.js';
import type { Session } from './session.js';

export interface StabilityRequest {
  readonly grain: Grain;
  readonly period: Period;
  readonly switches: number;
}
export interface StabilityPoint {
  readonly asOf: Day;
  readonly size: number;
  readonly entered: number;
  readonly left: number;
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
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Membership at the end of each calendar unit against the one before. */
export async function stabilityOf(
  session: Session,
  population: Population,
  request: StabilityRequest,
): Promise<Stability> {
  const days = periodsOf(request.grain, request.period, session.catalog.workspace.weekStart).map((p) =>
    addDays(p.until, -1),
  );
  if (days.length > mostPoints) {
    const message = `${String(days.length)} points are more than the ${String(mostPoints)} compared at once`;
    throw new ProblemError([problem('TOO_MANY_POINTS', ['request', 'period'], message, ['a longer grain'])]);
  }
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
    const [entered, left] = first ? [0, 0] : [size - stayed, before - stayed];
    return {
      asOf,
      size,
      entered,
      left,
      jaccard: first ? null : ratio(stayed, size + before - stayed),
      leftShare: first ? null : ratio(left, before),
      enteredShare: first ? null : ratio(entered, others),
      base: base[k]?.size ?? 0,
    };
  });
  const known = points.flatMap((p) => p.jaccard ?? []);
  const ids = toRows(flapping).map((row) => String(row['id']));
  const last = days.at(-1) ?? session.catalog.dataAsOf;
  return {
    points,
    meanJaccard: ratio(
      known.reduce((sum, j) => sum + j, 0),
      known.length,
    ),
    flapping: { entity, asOf: last, count: ids.length, whereJson: { ids } },
  };
}

async function counted(session: Session, population: Population, days: readonly Day[]) {
  const rows = toRows(await session.run(stabilityStatement(session.catalog, population, days)));
  const byDay = new Map(
    rows.map((row) => [Number(row['k']), { size: Number(row['size']), stayed: Number(row['stayed']) }]),
  );
  return days.map((_, k) => byDay.get(k) ?? { size: 0, stayed: 0 });
}
