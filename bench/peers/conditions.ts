import type { Segment } from '../segments.js';

/** The tests of a segment's where, one by one. */
export const testsOf = ({ where }: Segment): readonly (readonly [attribute: string, test: string, value: unknown])[] =>
  Object.entries(where).flatMap(([attribute, test]) =>
    Object.entries(test as object).map(([name, value]) => [attribute, name, value] as const),
  );

/** Tessera's names of tests as Cube has them, and drizzle-cube after it; `in` is an `equals` of several values over REST. */
export const OPERATORS: Readonly<Record<string, string>> = {
  ...{ eq: 'equals', in: 'equals' },
  ...{ gte: 'gte', lte: 'lte', lt: 'lt' },
};
