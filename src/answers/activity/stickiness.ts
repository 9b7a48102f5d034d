import { stickinessStatement } from '../../compile/stickiness.js';
import type { ActivityGrain } from '../../query/grid.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import { boundsOf, isBy, type PeriodBounds } from './days.js';
import type { Row } from './groups.js';
import type { Json } from './population.js';
import type { StickinessAsked } from './read.js';
import { knownUntil } from './request.js';
import { onRows, windowOf } from './rows.js';
import type { PeopleWho } from './split.js';
import { split } from './split.js';

export interface StickinessBucket {
  readonly periods: number;
  readonly exactly: People;
  readonly atLeast: People;
  readonly share: number | null;
}
interface Histogram {
  readonly active: People;
  readonly mean: number | null;
  readonly buckets: readonly StickinessBucket[];
}
export interface StickinessSeries extends Histogram {
  readonly value: unknown;
}
export interface Stickiness extends Histogram, PeriodBounds {
  readonly grain: ActivityGrain;
  readonly every: number;
  readonly periods: number;
  readonly complete: boolean;
  readonly series: readonly StickinessSeries[];
  readonly truncated: boolean;
}

/** Members by the number of periods they were active in, all of them and by group. */
export async function stickinessOf(session: Session, asked: StickinessAsked): Promise<Stickiness> {
  const { grid, count } = asked.question.periods;
  const { stretch, asOf } = asked.question;
  const zone = session.catalog.workspace.timeZone;
  const rows = toRows(await session.run(stickinessStatement(session.catalog, asked.question)));
  return {
    ...boundsOf(stretch, zone),
    grain: grid.grain,
    every: grid.every,
    periods: count,
    complete: isBy(stretch.until, knownUntil(asOf, undefined, zone), zone),
    ...split(
      session,
      asked,
      rows,
      (row) => Number(row['n']),
      (own, people) => histogram(asked, own, people),
    ),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function histogram(asked: StickinessAsked, rows: readonly Row[], people: PeopleWho): Histogram {
  const counts = Array.from({ length: asked.question.periods.count }, () => 0);
  for (const row of rows) {
    const at = Number(row['periods']) - 1;
    counts[at] = (counts[at] ?? 0) + Number(row['n']);
  }
  const active = sum(counts);
  return {
    active: people(active, [activeIn(asked, { gte: 1 })]),
    mean: active === 0 ? null : sum(counts.map((n, i) => n * (i + 1))) / active,
    buckets: counts.map((n, i) => ({
      periods: i + 1,
      exactly: people(n, [activeIn(asked, { eq: i + 1 })]),
      atLeast: people(sum(counts.slice(i)), [activeIn(asked, { gte: i + 1 })]),
      share: active === 0 ? null : n / active,
    })),
  };
}

/** Was active in so many periods. */
function activeIn({ question, rows, perPeriod }: StickinessAsked, is: Json): Json {
  const { grain, every } = question.periods.grid;
  return onRows(rows, {
    during: windowOf(question.stretch),
    periods: { unit: grain, every, ...(perPeriod && { rows: perPeriod }), is },
  });
}
