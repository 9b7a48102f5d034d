import type { RetentionCohort, RetentionColumn } from './cells.js';

export interface RetentionAverage {
  readonly column: RetentionColumn;
  readonly cohorts: number;
  readonly size: number;
  readonly returned: number;
  readonly weightedMean: number | null;
  readonly mean: number | null;
  readonly nullReason: 'NO_DATA' | null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Each column over the cohorts that have members and whose time has elapsed. */
export function averages(cohorts: readonly RetentionCohort[]): readonly RetentionAverage[] {
  const columns = cohorts[0]?.cells.map(({ column }) => column) ?? [];
  return columns.map((column, i) => {
    const cells = cohorts.flatMap(({ size, cells: own }) => {
      const cell = own[i];
      return cell?.rate == null || cell.returned === null ? [] : [{ size, returned: cell.returned, rate: cell.rate }];
    });
    const [size, returned] = [sum(cells.map((c) => c.size)), sum(cells.map((c) => c.returned))];
    return {
      column,
      cohorts: cells.length,
      size,
      returned,
      weightedMean: size === 0 ? null : returned / size,
      mean: cells.length === 0 ? null : sum(cells.map((c) => c.rate)) / cells.length,
      nullReason: cells.length === 0 ? 'NO_DATA' : null,
    };
  });
}
