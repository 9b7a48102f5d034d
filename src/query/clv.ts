import type { Periods } from './grid.js';
import type { Population } from './question.js';
import type { Day } from './time.js';
import type { FactRows } from './where.js';

/** Purchases of a population up to a day, and the number column with what each brought in. */
export interface PurchasesQuestion {
  readonly population: Population;
  readonly purchases: FactRows;
  readonly value: string;
  readonly asOf: Day;
}

/** What every purchaser has brought in. With `others`, those outside the population as well, told apart. */
export interface SummaryQuestion extends PurchasesQuestion {
  readonly others: boolean;
  readonly by: readonly string[];
}

/** Edges of bands of value, from low to high, and percentiles from 0 to 100. */
export interface SpreadQuestion extends PurchasesQuestion {
  readonly edges: readonly number[];
  readonly percentiles: readonly number[];
}

/** Cohorts by the period of the first purchase × periods since. */
export interface PurchaseCohortsQuestion extends PurchasesQuestion {
  readonly periods: Periods;
}
