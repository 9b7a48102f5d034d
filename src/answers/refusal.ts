/** Kinds of reasons for which data say too little to answer a good question. */
export type RefusalCode =
  'TOO_FEW_POINTS' | 'TOO_FEW_CUSTOMERS' | 'TOO_FEW_REPEATERS' | 'NO_VARIATION' | 'NOT_CONVERGED';

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}
