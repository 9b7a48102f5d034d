import { NotUnderstood } from '../not-understood.js';

export interface Count {
  readonly op: string;
  readonly value: number;
}

/** Operators on a count: the test of the product, the one of all other counts, and whether none at all passes. */
interface Operator {
  readonly test: string;
  readonly opposite: string;
  readonly passes: (n: number, value: number) => boolean;
}
const gte: Operator = { test: 'gte', opposite: 'lt', passes: (n, value) => n >= value };
const gt: Operator = { test: 'gt', opposite: 'lte', passes: (n, value) => n > value };
const lte: Operator = { test: 'lte', opposite: 'gt', passes: (n, value) => n <= value };
const lt: Operator = { test: 'lt', opposite: 'gte', passes: (n, value) => n < value };
const eq: Operator = { test: 'eq', opposite: 'ne', passes: (n, value) => n === value };
const ne: Operator = { test: 'ne', opposite: 'eq', passes: (n, value) => n !== value };

const operators: Readonly<Record<string, Operator>> = {
  '>=': gte,
  gte,
  '>': gt,
  gt,
  '<=': lte,
  lte,
  '<': lt,
  lt,
  '=': eq,
  '==': eq,
  eq,
  '!=': ne,
  neq: ne,
  ne,
};

function operatorOf(op: string): Operator {
  const found = Object.hasOwn(operators, op) ? operators[op] : undefined;
  if (!found) throw new NotUnderstood(['count', 'op'], `no meaning is known for ${op}`);
  return found;
}

/** A test of a count as a `NumberTest`. */
export const countTest = ({ op, value }: Count): object => ({ [operatorOf(op).test]: value });
/** The test that all other counts pass. */
export const oppositeTest = ({ op, value }: Count): object => ({ [operatorOf(op).opposite]: value });
export const passesZero = ({ op, value }: Count): boolean => operatorOf(op).passes(0, value);
