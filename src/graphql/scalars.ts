import { GraphQLError, Kind } from 'graphql';
import type { GraphQLScalarTypeConfig } from 'graphql';
import { isDay } from '../query/time.js';

/** How a scalar is read and written; its name and description are in the SDL. */
type Scalar<T> = Pick<GraphQLScalarTypeConfig<T, T>, 'serialize' | 'parseValue' | 'parseLiteral'>;

const readDay = (value: unknown): string => {
  if (isDay(value)) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is not a day; write it as 2026-06-30`, {
    extensions: { code: 'BAD_DATE' },
  });
};

export const DateScalar: Scalar<string> = {
  serialize: (value) => String(value),
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
};

export const SafeIntScalar: Scalar<number> = {
  serialize: (value) => safe(Number(value)),
  parseValue: (value) => safe(value),
  parseLiteral: (node) => safe(node.kind === Kind.INT ? Number(node.value) : undefined),
};

function safe(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is not a whole number that JSON holds exactly`, {
    extensions: { code: 'BAD_NUMBER' },
  });
}
