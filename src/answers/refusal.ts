/** Reasons for which data say too little to answer a good question, and what they mean. The README lists them. */
export const refusalCodes = {
  TOO_FEW_POINTS: 'A forecast needs more points than the trend has.',
  TOO_FEW_CUSTOMERS: 'A purchase model needs more customers who bought.',
  TOO_FEW_REPEATERS: 'A purchase model needs more customers who bought again.',
  NO_VARIATION: 'All customers bought alike, so a model has nothing to tell apart.',
  NO_HOLDOUT: 'What a campaign caused shows only against people who were left out of it on purpose.',
  NOT_CONVERGED: 'No parameters of the model fit the purchases better than all others.',
} as const;

/** Kinds of reasons for which data say too little to answer a good question. */
export type RefusalCode = keyof typeof refusalCodes;

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}
