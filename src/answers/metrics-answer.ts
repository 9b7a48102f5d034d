import type { Catalog } from '../catalog/model.js';
import { metricOf } from '../compile/metric-formulas.js';
import { answerColumn } from '../compile/metrics.js';
import type { MetricsQuestion } from '../query/question.js';
import { addDays } from '../query/time.js';
import type { Columns } from '../warehouse/warehouse.js';
import type { Ran } from './run.js';

/** A metric's value with what it is made of. `n` is the number of rows behind it. */
export interface MetricResult {
  readonly metric: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly nullReason: string | null;
  readonly complete: boolean;
}

export interface MetricsRow {
  /** Values of the question's `by`, in its order. */
  readonly group: readonly unknown[];
  readonly size: number;
  readonly metrics: readonly MetricResult[];
}

/** By rows for small answers, and by columns of equal length for large ones: rows are only made when they are read. */
export interface MetricsAnswer {
  readonly rows: readonly MetricsRow[];
  readonly rowCount: number;
  /** Values of one of the question's `by`. */
  group(by: number): readonly unknown[];
  sizes(): readonly number[];
  /** Values of one of the question's metrics. */
  values(metric: number): readonly (number | null)[];
  readonly ran: Ran;
}

export const columnOf = (answer: Columns, name: string): readonly unknown[] =>
  answer.columns[answer.names.indexOf(name)] ?? [];

/** The answer to one question, of these rows of an answer to several; of all where none are told. */
export function answerOf(
  catalog: Catalog,
  q: MetricsQuestion,
  answer: Columns & { readonly ran: Ran },
  rows: readonly number[] | undefined,
  /** Columns that come before those of the question's own groups. */
  before = 0,
): MetricsAnswer {
  const column = (name: string): readonly unknown[] => {
    const all = columnOf(answer, name);
    return rows === undefined ? all : rows.map((row) => all[row]);
  };
  const rowCount = rows === undefined ? answer.rowCount : rows.length;
  const group = (by: number): readonly unknown[] => column(`d${String(by + before)}`);
  const sizes = (): readonly number[] => column('size').map((size) => Number(size ?? 0));
  const values = (metric: number): readonly (number | null)[] => column(answerColumn('value', metric)).map(number);
  let made: readonly MetricsRow[] | undefined;
  const make = (): readonly MetricsRow[] => {
    const groups = q.by.map((_, i) => group(i));
    const counts = sizes();
    const read = q.metrics.map((_, i) => partsOf((part) => column(answerColumn(part, i))));
    return Array.from({ length: rowCount }, (_, row) => ({
      group: groups.map((values) => values[row] ?? null),
      size: counts[row] ?? 0,
      metrics: q.metrics.map((metric, i) => resultOf(catalog, q, metric, (part) => read[i]?.[part][row])),
    }));
  };
  return {
    rowCount,
    group,
    sizes,
    values,
    ran: answer.ran,
    get rows() {
      return (made ??= make());
    },
  };
}

type Part = 'value' | 'numerator' | 'denominator' | 'n';

const partsOf = <T>(read: (part: Part) => T): Readonly<Record<Part, T>> => ({
  value: read('value'),
  numerator: read('numerator'),
  denominator: read('denominator'),
  n: read('n'),
});

const number = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

function resultOf(catalog: Catalog, q: MetricsQuestion, name: string, read: (part: Part) => unknown): MetricResult {
  const metric = metricOf(catalog, name);
  const [value, denominator] = [number(read('value')), number(read('denominator'))];
  const empty =
    metric.ratio.kind === 'ratio' && (denominator === 0 || (denominator === null && number(read('n')) === 0));
  return {
    metric: name,
    value,
    numerator: number(read('numerator')),
    denominator,
    n: number(read('n')),
    nullReason: value !== null ? null : empty ? metric.zero : 'NO_DATA',
    complete: q.period.until <= addDays(catalog.dataAsOf, 1),
  };
}
