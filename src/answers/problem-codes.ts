/** Every code a question is refused with beyond those of its where, and what it means. The README lists them. */
export const questionCodes = {
  BAD_CURSOR: 'The cursor is not one of this list in this order.',
  METRIC_NOT_FOR_POPULATION: 'The metric is not defined for users (or for customers).',
  NO_CAMPAIGNS: 'The workspace has no `sql/campaigns.yml`, so it is not known what a campaign is.',
  UNKNOWN_CAMPAIGN: 'There has never been such a campaign.',
  NO_HEALTH: 'The workspace has no `sql/health.yml`, so there is no health score to ask about.',
  NAME_REPEATED: 'Two things of one request have the same name.',
  NOT_A_DATE: 'Only a date or a timestamp has a day that time can be counted from.',
  NOT_A_STATE: 'Only a metric that is known at the end of a day and adds up says what people are worth on it.',
  NOT_A_TOTAL: 'Only a metric that counts or adds up can be shared out or accumulated.',
  NOT_IN_OWN_TIME: 'The metric is not made of rows of facts alone, so it cannot be told for each member’s own time.',
  NOT_AN_INTERVAL: 'Only rows of a fact over an interval, whose ends are not hidden, last for a time.',
  NOT_GROUPABLE: 'Nothing can be grouped by this: a list, or an attribute of the other kind of member.',
  NOT_SORTABLE: 'A list has no order.',
  OUT_OF_RANGE: 'A number lies outside what is allowed.',
  SEGMENT_BROKEN:
    'The saved segment no longer fits the model; its problems tell why. It is kept until its where is mended.',
  TOO_MANY_CONDITIONS: 'Near misses are told of wheres of at most 30 conditions, those of their segments included.',
  TOO_MANY_POINTS:
    'A trend has at most 1,000 points, cohorts are at most 400 with 10,000 cells, movement at most 400 periods, a bridge 100.',
  WHERE_NEEDED: 'Exactly one of `where` and `userWhere` is to be given.',
  WRONG_POPULATION: 'A segment of customers stays one of customers, one of users one of users.',
  BAD_DATE: 'The text is no day of the calendar, written YYYY-MM-DD.',
  BAD_NUMBER: 'The number is not whole, or larger than JSON holds exactly.',
} as const;
