import { retentionStatement } from '../../compile/retention.js';
import type { ActivityGrain } from '../../query/grid.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { Row } from '../activity/groups.js';
import type { PeopleWho } from '../activity/split.js';
import { split } from '../activity/split.js';
import type { Session } from '../session.js';
import type { RetentionAverage } from './average.js';
import { averages } from './average.js';
import type { Counts, PeopleOf, RetentionCohort, RetentionColumn } from './cells.js';
import { cellKey, cohortOf, columnOf, elapsedIn } from './cells.js';
import { cellConditions } from './people.js';
import type { RetentionRequest } from './read.js';

interface Table {
  readonly cohorts: readonly RetentionCohort[];
  readonly average: readonly RetentionAverage[];
}
export interface RetentionSeries extends Table {
  readonly value: unknown;
}
export interface Retention extends Table {
  readonly grain: ActivityGrain;
  readonly columns: readonly RetentionColumn[];
  readonly series: readonly RetentionSeries[];
  readonly truncated: boolean;
}

/** Cohorts × periods after the entry, for all members and for each group of them. */
export async function retentionOf(session: Session, request: RetentionRequest): Promise<Retention> {
  const { question } = request;
  const zone = session.catalog.workspace.timeZone;
  const rows = toRows(await session.run(retentionStatement(session.catalog, question)));
  const ofCohort = (row: Row): number => (Number(row['k']) === 0 ? Number(row['n']) : 0);
  return {
    grain: question.grain,
    columns: question.columns.map(columnOf),
    ...split(session, request, rows, ofCohort, (own, people) => tableOf(request, zone, countsOf(own), people)),
  };
}

function countsOf(rows: readonly Row[]): Counts {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = cellKey(Number(row['c']), Number(row['k']));
    counts.set(key, (counts.get(key) ?? 0) + Number(row['n']));
  }
  return counts;
}

function tableOf(request: RetentionRequest, zone: string, counts: Counts, people: PeopleWho): Table {
  const { first, count } = request.question.periods;
  const elapsed = elapsedIn(request, zone);
  const peopleOf: PeopleOf = (n, cohort, after) => people(n, cellConditions(request, cohort, after));
  const cohorts = Array.from({ length: count }, (_, i) =>
    cohortOf(request, zone, first + i, counts, elapsed, peopleOf),
  );
  return { cohorts, average: averages(cohorts) };
}
