import { enumCase } from '../catalog/names.js';
import type { Catalog } from '../catalog/model.js';
import { entityOf } from '../compile/entity-of.js';
import { metricOf } from '../compile/metric-formulas.js';
import { problem, raise, type Problem } from '../query/problem.js';
import type { Population } from '../query/question.js';
import type { Grain, Period } from '../query/time.js';
import { addDays, periodsOf } from '../query/time.js';
import { requireMetricsFor } from './measured.js';
import type { Session } from './session.js';

/** Flat columns for front ends and notebooks. `truncated` tells that groups beyond the limit were left out. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
  readonly truncated: boolean;
}
export interface TableColumn {
  readonly name: string;
  readonly type: string;
  readonly unit: string | null;
  readonly values: readonly unknown[];
}

export interface TableRequest {
  readonly populations: readonly { readonly label: string | null; readonly population: Population }[];
  readonly metrics: readonly string[];
  readonly by: readonly string[];
  readonly grain?: Grain;
  readonly period: Period;
  readonly fixed: boolean;
  readonly limit: number;
  /** Where the request is in the arguments. */
  readonly path?: readonly string[];
  /** Leads with a column of segment labels. */
  readonly bySegment: boolean;
}

const mostCells = 1_000;

/** Metrics × (segments, time, attributes): a row for each combination that has members or facts. */
export async function tableOf(session: Session, request: TableRequest): Promise<Table> {
  const { catalog } = session;
  const { path = [] } = request;
  request.populations.forEach(({ population }) => {
    requireMetricsFor(catalog, population, request.metrics, (i) => [...path, 'metrics', i]);
    requireGroupable(catalog, population, request.by, (i) => [...path, groupArgument(population, path), i]);
  });
  const periods = request.grain
    ? periodsOf(request.grain, request.period, catalog.workspace.weekStart, mostCells)
    : [request.period];
  if (periods.length * request.populations.length > mostCells) {
    const message = `segments × periods are more than the ${String(mostCells)} of one table`;
    raise([problem('TOO_MANY_PERIODS', [...path, 'period'], message, ['a longer grain', 'a shorter period'])]);
  }
  const memberDay = addDays(request.period.until, -1);
  const cells = request.populations.flatMap(({ label, population }) =>
    periods.map((period) => ({ label, population, period })),
  );
  const answers = await Promise.all(
    cells.map(({ population, period }) =>
      session.metrics.load({
        population: request.fixed ? { ...population, memberDay } : population,
        period,
        metrics: request.metrics,
        size: true,
        by: request.by,
        ...(request.by.length > 0 && { limit: request.limit + 1 }),
      }),
    ),
  );
  const kept = answers.map(({ rowCount }) => (request.by.length > 0 ? Math.min(rowCount, request.limit) : rowCount));
  /** A column of the answers one after the other: whole columns, never a row at a time. */
  const stacked = (values: (cell: number) => readonly unknown[]): readonly unknown[] =>
    kept.flatMap((rows, i) => upTo(rows, values(i)));
  /** The same value in all the rows of a cell. */
  const repeated = (value: (cell: (typeof cells)[number]) => unknown): readonly unknown[] =>
    cells.flatMap((cell, i) => new Array<unknown>(kept[i] ?? 0).fill(value(cell)));
  const entity = request.populations[0]?.population.entity ?? 'customer';
  const attributes = entityOf(catalog, entity).attributes;
  const columns: TableColumn[] = [
    ...(request.bySegment
      ? [
          column(
            'segment',
            'string',
            null,
            repeated((cell) => cell.label),
          ),
        ]
      : []),
    ...(request.grain
      ? [
          column(
            'from',
            'date',
            null,
            repeated((cell) => cell.period.from),
          ),
        ]
      : []),
    ...request.by.map((name, i) =>
      column(
        name,
        attributes[name]?.type ?? 'string',
        attributes[name]?.unit ?? null,
        stacked((cell) => answers[cell]?.group(i) ?? []),
      ),
    ),
    column(
      'size',
      'number',
      'count',
      stacked((cell) => answers[cell]?.sizes() ?? []),
    ),
    ...request.metrics.map((name, i) =>
      column(
        name,
        'number',
        metricOf(catalog, name).unit ?? null,
        stacked((cell) => answers[cell]?.values(i) ?? []),
      ),
    ),
  ];
  return {
    columns,
    rowCount: kept.reduce((sum, rows) => sum + rows, 0),
    truncated: answers.some(({ rowCount }, i) => rowCount > (kept[i] ?? 0)),
  };
}

const upTo = <T>(rows: number, values: readonly T[]): readonly T[] =>
  values.length > rows ? values.slice(0, rows) : values;

const column = (name: string, type: string, unit: string | null, values: readonly unknown[]): TableColumn => ({
  name,
  type,
  unit,
  values,
});

/** A table as such groups customers only; a breakdown has an argument for each kind of member. */
const groupArgument = ({ entity }: Population, path: readonly string[]): string =>
  entity === 'user' && path.length === 0 ? 'byUser' : 'by';

/** Refuses what nothing can be grouped by, all at once. */
export function requireGroupable(
  catalog: Catalog,
  population: Population,
  by: readonly string[],
  path: (group: number) => Problem['path'],
): void {
  const { attributes } = entityOf(catalog, population.entity);
  const reason = (name: string): string | undefined => {
    if (attributes[name] === undefined) return `is no attribute of ${population.entity}s`;
    return attributes[name].type === 'list' ? 'is a list; group by a single value' : undefined;
  };
  raise(
    by.flatMap((name, i) => {
      const why = reason(name);
      return why === undefined ? [] : [problem('NOT_GROUPABLE', path(i), `${enumCase(name)} ${why}`)];
    }),
  );
}
