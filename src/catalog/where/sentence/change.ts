import type { ChangeTest, Test } from '../../../query/where.js';
import { describeDuration } from '../../../query/time.js';
import { amount } from './tests.js';
import type { Writer } from './values.js';

type Moved = (value: number, write: Writer) => string | undefined;

/** The ways of moving that have a verb of their own; by sign, since a fall by a negative amount is none. */
const verbs: Readonly<Partial<Record<Test['op'], Moved>>> = {
  lte: (value, write) => (value === 0 ? 'did not rise' : value < 0 ? `fell by at least ${write(-value)}` : undefined),
  lt: (value, write) => (value === 0 ? 'fell' : value < 0 ? `fell by more than ${write(-value)}` : undefined),
  gte: (value, write) => (value === 0 ? 'did not fall' : value > 0 ? `rose by at least ${write(value)}` : undefined),
  gt: (value, write) => (value === 0 ? 'rose' : value > 0 ? `rose by more than ${write(value)}` : undefined),
};

/** `fell by at least 50 % over 14 days`. */
export function changed({ over, tests }: ChangeTest, write: Writer): string {
  const [only] = tests;
  const value = tests.length === 1 && only && 'value' in only ? only.value : undefined;
  const verb = only && typeof value === 'number' ? verbs[only.op]?.(value, write) : undefined;
  return `${verb ?? `changed by ${amount(tests, write)}`} over ${describeDuration(over)}`;
}
