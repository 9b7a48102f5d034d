/** Every code of a mistake in a workspace, with what it means. The README lists them. */
export const modelProblemCodes = {
  NO_WORKSPACE: 'The folder has no `workspace.yml`, or does not exist.',
  NO_MODEL: 'The workspace has no `sql/` folder with relations in it.',
  BAD_YAML: 'The file is no YAML.',
  BAD_NAME: 'A name is not snake_case starting with a letter.',
  UNKNOWN_KEY: 'A key that means nothing in its place.',
  MISSING_KEY: 'A key that must be there is not.',
  CONFLICTING_KEYS: 'Two keys that exclude each other, or a key that has no meaning beside the others.',
  WRONG_TYPE: 'A value, column or expression of another type than is needed.',
  WRONG_VALUE: 'A value that is none of those allowed.',
  BAD_DURATION: 'A duration that is no whole number of days, weeks, months, quarters or years.',
  BAD_ZONE: 'A time zone that is no IANA name.',
  BAD_DAY: 'A day that is not written YYYY-MM-DD or does not exist.',
  MISSING_SQL: 'A `.yml` file without the `.sql` file of the same name.',
  SQL_SYNTAX: 'SQL that does not parse, or is no single SELECT.',
  READS_CLOCK: 'SQL that reads the clock or draws at random; every question has its own day.',
  CYCLE: 'Relations, formulas or metrics that need each other in a circle.',
  UNKNOWN_RELATION: 'A table that is neither a relation of the model nor a file.',
  UNKNOWN_COLUMN: 'A name that is no column, attribute, metric or constant in its place.',
  INVALID_EXPRESSION: 'SQL that parses but does not fit the data: an unknown function, arguments of the wrong type.',
  AGGREGATE_NEEDED: 'An expression over many rows without an aggregate.',
  AGGREGATE_REFUSED: 'An aggregate or window function where there is one row only.',
  SUBQUERY_REFUSED: 'An expression that selects from a relation; write a relation instead.',
  DATA_UNREADABLE: 'A file that is missing or cannot be read as the relation says.',
  NO_DATA: 'There is no row to ask about, or no day to ask about it.',
  NO_CUSTOMER: 'No relation is the customer entity.',
  NO_USER: 'Something about users in a model without the user entity.',
  DUPLICATE_ENTITY: 'Two relations are the same entity.',
  DUPLICATE_NAME: 'Two things with the same name, as written or in GraphQL.',
  RESERVED_NAME: 'A name the query language uses itself.',
} as const;

export type ModelProblemCode = keyof typeof modelProblemCodes;

/** Every code of a finding in the data: told by `tessera check`, never refused. */
export const qualityCodes = {
  NO_ROWS: 'A relation without a row.',
  NULL_CUSTOMERS: 'Rows without a customer; no question about customers counts them.',
  ORPHAN_CUSTOMERS: 'Rows whose customer is not among the customers.',
  NULL_KEYS: 'Rows without a key.',
  DUPLICATE_KEYS: 'Keys on more than one row.',
  NULL_TIMES: 'Rows without a time; no question finds them.',
  IMPOSSIBLE_INTERVALS: 'Intervals that end before they start.',
  OUT_OF_RANGE: 'Values below the `min` or above the `max` of their column.',
  UNREADABLE: 'Rows that cannot be read as the relation says.',
} as const;

export type QualityCode = keyof typeof qualityCodes;
