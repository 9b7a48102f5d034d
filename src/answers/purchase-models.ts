import { problem, raise, type Problem } from '../query/problem.js';

type Numbers = Readonly<Record<string, number>>;

/** Parameters of a model, each above 0. Throws ProblemError with every one that is not. */
export function readModel<M extends Numbers>(model: M): M {
  raise(
    Object.entries(model)
      .filter(([, value]) => !(Number.isFinite(value) && value > 0))
      .map(([name, value]) => outOfRange(['model', name], `${name} is above 0, not ${String(value)}`)),
  );
  return model;
}

/** A number that is not negative, and a whole one where it counts. Throws ProblemError. */
export function readAmounts(given: Numbers, whole: readonly string[] = []): void {
  raise(
    Object.entries(given).flatMap(([name, value]) =>
      Number.isFinite(value) && value >= 0 && (!whole.includes(name) || value <= mostPurchases)
        ? []
        : [
            outOfRange(
              [name],
              `${name} is from 0${whole.includes(name) ? ` to ${String(mostPurchases)}` : ''}, not ${String(value)}`,
            ),
          ],
    ),
  );
}

export interface History {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
}

/** What is known of a customer: the last purchase is not after now, and without a repeat it is the first. Throws ProblemError. */
export function readHistory({ frequency, recency, age }: History): History {
  readAmounts({ frequency, recency, age }, ['frequency']);
  const late =
    recency > age ? [outOfRange(['of', 'recency'], `the last purchase, at ${String(recency)}, is after now`)] : [];
  const without =
    frequency === 0 && recency > 0 ? [outOfRange(['of', 'recency'], 'without a repeat purchase recency is 0')] : [];
  raise([...late, ...without]);
  return { frequency, recency, age };
}

/** Amounts so widely spread that they have no mean cannot be expected. Throws ProblemError. */
export function needMean({ p, q }: { readonly p: number; readonly q: number }, purchases: number): void {
  if (p * purchases + q <= 1)
    raise([outOfRange(['model', 'q'], `with q ${String(q)} amounts have no mean; it is above 1`)]);
}

const mostPurchases = 100_000;
const outOfRange = (path: readonly string[], message: string): Problem => problem('OUT_OF_RANGE', path, message);
