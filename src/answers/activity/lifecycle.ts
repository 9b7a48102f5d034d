import { lifecycleStatement } from '../../compile/lifecycle.js';
import type { LifecycleQuestion } from '../../query/activity.js';
import { edge, stretchOf, type ActivityGrain } from '../../query/grid.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import { isBy, periodBounds, type PeriodBounds } from './days.js';
import { before, during, firstEver } from './entry.js';
import type { Row } from './groups.js';
import type { Json } from './population.js';
import type { Asked } from './read.js';
import { knownUntil } from './request.js';
import type { PeopleWho } from './split.js';
import { split } from './split.js';

export interface LifecyclePoint extends PeriodBounds {
  readonly new: People;
  readonly returning: People;
  readonly resurrecting: People;
  readonly dormant: People;
  readonly active: People;
  readonly complete: boolean;
}
interface Points {
  readonly points: readonly LifecyclePoint[];
}
export interface LifecycleSeries extends Points {
  readonly value: unknown;
}
export interface Lifecycle extends Points {
  readonly grain: ActivityGrain;
  readonly series: readonly LifecycleSeries[];
  readonly truncated: boolean;
}

type State = 'new' | 'returning' | 'resurrecting' | 'dormant';

/** Members by what became of their activity in each period, all of them and by group. */
export async function lifecycleOf(session: Session, asked: Asked<LifecycleQuestion>): Promise<Lifecycle> {
  const { question } = asked;
  const zone = session.catalog.workspace.timeZone;
  const rows = toRows(await session.run(lifecycleStatement(session.catalog, question)));
  const active = (row: Row): number => (row['state'] === 'dormant' ? 0 : Number(row['n']));
  return {
    grain: question.periods.grid.grain,
    ...split(session, asked, rows, active, (own, people) => ({ points: pointsOf(asked, zone, own, people) })),
  };
}

function pointsOf(
  { question, rows: activity }: Asked<LifecycleQuestion>,
  zone: string,
  rows: readonly Row[],
  people: PeopleWho,
): readonly LifecyclePoint[] {
  const { grid, first, count } = question.periods;
  const known = knownUntil(question.asOf, undefined, zone);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = `${String(row['p'])} ${String(row['state'])}`;
    counts.set(key, (counts.get(key) ?? 0) + Number(row['n']));
  }
  return Array.from({ length: count }, (_, i) => {
    const k = first + i;
    const n = (state: State): number => counts.get(`${String(k)} ${state}`) ?? 0;
    const holds = conditions(activity, question, k);
    return {
      ...periodBounds(grid, k, zone),
      complete: isBy(edge(grid, k + 1), known, zone),
      active: people(n('new') + n('returning') + n('resurrecting'), holds.active),
      new: people(n('new'), holds.new),
      returning: people(n('returning'), holds.returning),
      resurrecting: people(n('resurrecting'), holds.resurrecting),
      dormant: people(n('dormant'), holds.dormant),
    };
  });
}

/** What holds of those in each state of a period, beside being members. */
function conditions(
  rows: Json,
  { periods }: LifecycleQuestion,
  k: number,
): Readonly<Record<State | 'active', readonly Json[]>> {
  const [now, last] = [stretchOf(periods.grid, k, k + 1), stretchOf(periods.grid, k - 1, k)];
  const [isActive, wasActive] = [during(rows, now), during(rows, last)];
  return {
    active: [isActive],
    new: firstEver(rows, now),
    returning: [isActive, wasActive],
    resurrecting: [isActive, { not: wasActive }, before(rows, last)],
    dormant: [wasActive, { not: isActive }],
  };
}
