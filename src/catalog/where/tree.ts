import { roomAt, spend } from './scope.js';
import { entries, list, tell, type Entry, type Spot } from './spot.js';

interface Branches<T> {
  readonly budget: { left: number };
  /** What this object is, for messages. */
  readonly what: string;
  readonly group: (kind: 'and' | 'or', items: readonly T[]) => T;
  readonly not: (item: T) => T;
  readonly leaf: (entry: Entry, depth: number) => T | undefined;
}

/** Reads `and`, `or` and `not`; every other field is a leaf. The fields of an object hold together. */
export function readTree<T>(input: unknown, spot: Spot, depth: number, branches: Branches<T>): T {
  const below = (value: unknown, place: Spot): T => readTree(value, place, depth + 1, branches);
  const logic: Readonly<Record<string, (entry: Entry) => T | undefined>> = {
    and: (entry) => group('and', entry),
    or: (entry) => group('or', entry),
    not: ({ value, spot: place }) => (roomAt(depth + 1, place) ? branches.not(below(value, place)) : undefined),
  };
  const group = (kind: 'and' | 'or', { value, spot: place }: Entry): T | undefined => {
    if (!roomAt(depth + 1, place)) return undefined;
    const items = list(value, place, below);
    return items && branches.group(kind, items);
  };
  const one = (entry: Entry): T | undefined => {
    if (!spend(branches.budget, entry.spot)) return undefined;
    return Object.hasOwn(logic, entry.key) ? logic[entry.key]?.(entry) : branches.leaf(entry, depth);
  };
  const items = (entries(input, spot, { what: branches.what }) ?? [])
    .map(one)
    .filter((item): item is T & {} => item !== undefined);
  const [first] = items;
  return items.length === 1 && first !== undefined ? first : branches.group('and', items);
}

/** Null where a field of a where should have a condition: selecting everybody by accident is refused. */
export const refuseNull = ({ value, spot, key }: Entry): boolean => {
  if (value === null) tell(spot, 'NULL_VALUE', `${key} cannot be null; leave it out instead`);
  return value === null;
};
