import { purchaseCohortsStatement } from '../../compile/clv.js';
import { edge } from '../../query/grid.js';
import { addDays, type Day, type Period } from '../../query/time.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import { purchasers } from './people.js';
import type { ClvRequest } from './read.js';

export interface ClvCohortCell {
  readonly age: number;
  readonly revenue: number | null;
  readonly value: number | null;
  readonly complete: boolean;
}
/** Members by the period of their first purchase. */
export interface ClvCohort extends Period {
  readonly complete: boolean;
  readonly people: People;
  readonly cells: readonly ClvCohortCell[];
}
export interface ClvAge {
  readonly age: number;
  readonly cohorts: number;
  readonly customers: number;
  readonly revenue: number;
  readonly value: number | null;
}
export interface CohortClv {
  readonly cohorts: readonly ClvCohort[];
  readonly ages: readonly ClvAge[];
}

interface Found {
  size: number;
  readonly revenue: Map<number, number>;
}

/** What cohorts have brought in by each age, and over all cohorts that have reached it; the others stay out. */
export async function cohortClv(session: Session, request: ClvRequest): Promise<CohortClv> {
  const { question, cohorts: periods } = request;
  const { first, count } = periods;
  const answer = await session.run(purchaseCohortsStatement(session.catalog, { ...question, periods }));
  const found = new Map<number, Found>();
  for (const row of toRows(answer)) {
    const [c, k] = [Number(row['c']), Number(row['k'])];
    const own = found.get(c) ?? { size: 0, revenue: new Map<number, number>() };
    if (k === 0) own.size = Number(row['n']);
    own.revenue.set(k, Number(row['v']));
    found.set(c, own);
  }
  const known = addDays(question.asOf, 1);
  const cohorts = Array.from({ length: count }, (_, i) => cohortOf(request, known, first + i, found.get(first + i)));
  const ages = Array.from({ length: Math.max(0, ...cohorts.map((c) => c.cells.length)) }, (_, age) =>
    ageOf(cohorts, age),
  );
  return { cohorts, ages: ages.filter((a) => a.cohorts > 0) };
}

function cohortOf(request: ClvRequest, until: Day, c: number, own: Found | undefined): ClvCohort {
  const { grid } = request.cohorts;
  const period = { from: edge(grid, c), until: edge(grid, c + 1) };
  const size = own?.size ?? 0;
  const cells: ClvCohortCell[] = [];
  let revenue = 0;
  for (let age = 0; edge(grid, c + age) < until; age++) {
    revenue += own?.revenue.get(age) ?? 0;
    const complete = edge(grid, c + age + 1) <= until;
    const value = complete && size > 0 ? revenue / size : null;
    cells.push({ age, complete, revenue: complete ? revenue : null, value });
  }
  const people = purchasers(request, size, { first: { between: period } });
  return { ...period, complete: period.until <= until, people, cells };
}

function ageOf(cohorts: readonly ClvCohort[], age: number): ClvAge {
  const reached = cohorts.flatMap((c) => {
    const cell = c.cells[age];
    return cell?.complete && cell.revenue !== null && c.people.count > 0 ? [{ ...c, revenue: cell.revenue }] : [];
  });
  const customers = reached.reduce((sum, c) => sum + c.people.count, 0);
  const revenue = reached.reduce((sum, c) => sum + c.revenue, 0);
  return { age, cohorts: reached.length, customers, revenue, value: customers === 0 ? null : revenue / customers };
}
