import type { CohortsQuestion } from '../../query/cohorts.js';
import type { MetricResult } from '../metrics-answer.js';

/** What a cell or an average comes to: `value` is `numerator ÷ denominator` where there are such. */
export interface CellValue {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly nullReason: string | null;
}

const divided = (numerator: number | null, denominator: number | null, n: number | null): CellValue => {
  const value = numerator === null || !denominator ? null : numerator / denominator;
  const nullReason = value !== null ? null : denominator === 0 ? 'ZERO_DENOMINATOR' : 'NO_DATA';
  return { value, numerator, denominator, n, nullReason };
};

const sum = (values: readonly (number | null)[]): number | null =>
  values.every((v) => v === null) ? null : values.reduce<number>((total, v) => total + (v ?? 0), 0);

/** Parts and values of all the ages so far together. */
function accumulated(results: readonly MetricResult[]): MetricResult {
  const last = results.at(-1);
  if (!last) throw new Error('An age has a result');
  const of = (part: 'numerator' | 'denominator' | 'n' | 'value') => sum(results.map((r) => r[part]));
  if (last.denominator === null && last.numerator === null) return { ...last, value: of('value'), n: of('n') };
  const { value, nullReason } = divided(of('numerator'), of('denominator'), null);
  return { ...last, value, numerator: of('numerator'), denominator: of('denominator'), n: of('n'), nullReason };
}

/** The cell of the last of the ages given, which are all from 0 on. */
export function cellValue(q: CohortsQuestion, size: number, results: readonly MetricResult[]): CellValue {
  const [start] = results;
  const now = q.cumulative ? accumulated(results) : results.at(-1);
  if (!now || !start) throw new Error('An age has a result');
  if (q.cells === 'SHARE_OF_SIZE') return divided(now.value, size, now.n);
  if (q.cells === 'SHARE_OF_START') return divided(now.value, start.value, now.n);
  const { value, numerator, denominator, n, nullReason } = now;
  return { value, numerator, denominator, n, nullReason };
}

/** A cell with the size of its cohort. */
export interface Weighed {
  readonly size: number;
  readonly cell: CellValue;
}

/**
 * The mean of cells weighted by what they are divided by, so that it is the quotient of the sums; values that are divided by
 * nothing are weighted by the sizes of their cohorts.
 */
export function weightedMean(cells: readonly Weighed[]): CellValue {
  const known = cells.filter(({ cell }) => cell.value !== null);
  const parts = known.map(({ size, cell }) =>
    cell.denominator === null
      ? { above: size * (cell.value ?? 0), below: size }
      : { above: cell.numerator ?? 0, below: cell.denominator },
  );
  const [above, below] = [sum(parts.map((p) => p.above)), sum(parts.map((p) => p.below))];
  return divided(above, below, sum(known.map(({ cell }) => cell.n)));
}
