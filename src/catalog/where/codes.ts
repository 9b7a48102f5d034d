/** Every code a where or a period can be refused with, and what it means. */
export const whereCodes = {
  WRONG_SHAPE: 'An object, a list or a single value was expected and something else given.',
  NULL_VALUE: 'Null was given where a value is needed; missing values are asked for by isNull: true.',
  MISSING_VALUE: 'A part that is needed was left out.',
  CONFLICTING_FIELDS: 'Parts that exclude each other were given together.',
  UNKNOWN_FIELD: 'The object has no such field.',
  UNKNOWN_OPERATOR: 'No type has a test of this name.',
  WRONG_TEST: 'The test exists, but not for values of this type.',
  WRONG_TYPE: 'The value is of another type than what it is compared with.',
  NOT_FINITE: 'The number is infinite or not a number.',
  OUT_OF_RANGE: 'The number lies outside what is allowed.',
  EMPTY_RANGE: 'The range ends before it begins, so nothing can lie in it.',
  BAD_DATE: 'The text is no day of the calendar, written YYYY-MM-DD.',
  BAD_DURATION: 'The duration is empty, negative, fractional or longer than 100 years.',
  NOT_WHOLE_DAYS: 'Seconds, minutes or hours were given where only whole days count.',
  UNKNOWN_ATTRIBUTE: 'The model has no such attribute.',
  UNKNOWN_METRIC: 'The model has no such metric.',
  UNKNOWN_COLUMN: 'The fact has no such column.',
  NOT_A_NUMBER: 'An attribute that is a number is needed.',
  NOT_FOLLOWED: 'The value cannot be followed from day to day, only compared between both ends of a period.',
  NOT_A_NUMBER_COLUMN: 'Only number columns can be added up or compared.',
  NOT_A_TIME_COLUMN: 'Rows can only be placed in time by a date or a timestamp.',
  STEPS_SHARE_ROWS: 'In any order, too many different steps may be served by the same rows to tell who did how many.',
  NOT_AN_ITEM_COLUMN: 'Only texts, numbers and true-or-false columns tell items, or baskets, apart.',
  NOT_RANKABLE: 'Lists have no order, so nobody can be ranked by them.',
  ONE_FACT_NEEDED: 'Rows of exactly one fact were to be named.',
  FACT_WITHOUT_USER: 'The rows of this fact belong to no user.',
  NOT_AT_A_TIME: 'The rows of this fact last over an interval, where rows that happen at a time are counted.',
  NO_TIME_OF_DAY: 'The rows of this fact have a day but no time of day, where hours are counted.',
  BAD_MOMENT: 'The text is no moment: a day and a time of day, with Z or an offset from UTC.',
  TOO_MANY_PERIODS: 'The question has more periods or cells than are answered at once.',
  UNKNOWN_SEGMENT: 'There is no such segment.',
  SEGMENT_CYCLE: 'The segment refers to itself, directly or through others.',
  SEGMENT_BROKEN: 'The segment referred to no longer fits the model.',
  WRONG_ENTITY: 'The segment is one of users where one of customers is needed, or the other way round.',
  SEGMENTS_TOO_DEEP:
    'Segments refer to one another over more than 8 levels, or one looked at day by day looks at another so.',
  WHERE_TOO_DEEP: 'Conditions are nested more than 8 levels deep; those of another day are counted anew.',
  WHERE_TOO_LARGE: 'The where has more than 2,000 conditions, those of its segments included.',
  LIST_TOO_LONG: 'The list has more than 10,000 items.',
} as const;

export type WhereCode = keyof typeof whereCodes;

export const maxDepth = 8;
export const maxConditions = 2_000;
export const maxItems = 10_000;
