import { retentionStatement } from '../../compile/retention.js';
import type { ActivityGrain } from '../../query/grid.js';
import { toRows } from '../../warehouse/warehouse.js';
import { hasValue, largestFirst } from '../activity/groups.js';
import { narrowed } from '../activity/population.js';
import type { Session } from '../session.js';
import type { RetentionAverage } from './average.js';
import { averages } from './average.js';
import type { Counts, PeopleOf, RetentionCohort, RetentionColumn } from './cells.js';
import { cellKey, cohortOf, columnOf } from './cells.js';
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
  const { question, limit } = request;
  const [by] = question.by;
  const rows = toRows(await session.run(retentionStatement(session.catalog, question)));
  const largest = by === undefined ? [] : largestFirst(groupsOf(rows), size, (g) => g.value);
  return {
    grain: question.grain,
    columns: question.columns.map(columnOf),
    ...tableOf(session, request, countsOf(rows)),
    series: largest
      .slice(0, limit)
      .map(({ value, counts }) => ({ value, ...tableOf(session, request, counts, { by: by ?? '', value }) })),
    truncated: largest.length > limit,
  };
}

interface Group {
  readonly value: unknown;
  readonly counts: Map<string, number>;
}

const size = ({ counts }: Group): number =>
  [...counts].reduce((total, [key, n]) => total + (key.endsWith(' 0') ? n : 0), 0);

/** The groups' own numbers; everybody has one value, so they add up to all. */
function groupsOf(rows: readonly Row[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const value = row['d0'] ?? null;
    const group = groups.get(JSON.stringify(value)) ?? { value, counts: new Map<string, number>() };
    groups.set(JSON.stringify(value), group);
    add(group.counts, row);
  }
  return [...groups.values()];
}

type Row = Readonly<Record<string, unknown>>;

function countsOf(rows: readonly Row[]): Counts {
  const counts = new Map<string, number>();
  rows.forEach((row) => {
    add(counts, row);
  });
  return counts;
}

function add(counts: Map<string, number>, row: Row): void {
  const key = cellKey(Number(row['c']), Number(row['k']));
  counts.set(key, (counts.get(key) ?? 0) + Number(row['n']));
}

function tableOf(
  { catalog }: Session,
  request: RetentionRequest,
  counts: Counts,
  group?: { readonly by: string; readonly value: unknown },
): Table {
  const { question, segment } = request;
  const { entity } = question.population;
  const of = group ? [hasValue(catalog, entity, group.by, group.value)] : [];
  const peopleOf: PeopleOf = (count, cohort, after) => ({
    entity,
    count,
    asOf: question.asOf,
    whereJson: narrowed(segment, entity, [...of, ...cellConditions(request, cohort, after)]),
  });
  const { first, count } = question.periods;
  const cohorts = Array.from({ length: count }, (_, i) =>
    cohortOf(request, catalog.workspace.timeZone, first + i, counts, peopleOf),
  );
  return { cohorts, average: averages(cohorts) };
}
