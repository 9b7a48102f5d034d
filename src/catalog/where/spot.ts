import { problem, type Problem } from '../../query/problem.js';
import { suggest } from '../suggest.js';
import { maxItems, type WhereCode } from './codes.js';

export type Path = readonly (string | number)[];

/** A place in the input, and the list that problems found there go to. */
export interface Spot {
  readonly path: Path;
  readonly problems: Problem[];
}

export const at = (spot: Spot, key: string | number): Spot => ({ ...spot, path: [...spot.path, key] });

/** Notes a problem and returns undefined, whatever its caller reads: a reader can `return tell(…)`. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a bare undefined counts as void where it is returned
export function tell<T = never>(
  spot: Spot,
  code: WhereCode,
  message: string,
  suggestions: readonly string[] = [],
): T | undefined {
  spot.problems.push(problem(code, spot.path, message, suggestions));
  return undefined;
}

/** Input as it would be written in JSON, shortened for a message. */
export function show(input: unknown): string {
  const text = typeof input === 'number' ? String(input) : written(input);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function written(input: unknown): string {
  try {
    const text: unknown = JSON.stringify(input);
    return typeof text === 'string' ? text : typeof input;
  } catch {
    return 'a value nested too deep'; // the only JSON that cannot be written again
  }
}

const isRecord = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly spot: Spot;
}

/** The fields given. Undefined ones are ignored; null ones are refused and left out. */
export function entries(input: unknown, spot: Spot, hints: Hints): readonly Entry[] | undefined {
  if (input === null) return tell(spot, 'NULL_VALUE', `${hints.what} cannot be null`, hints.insteadOfNull);
  if (!isRecord(input))
    return tell(spot, 'WRONG_SHAPE', `${hints.what} is an object, not ${show(input)}`, hints.insteadOf?.(input));
  return Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ key, value, spot: at(spot, key) }));
}

export interface Hints {
  /** What should stand here, as the subject of a message. */
  readonly what: string;
  readonly insteadOfNull?: readonly string[];
  readonly insteadOf?: (input: unknown) => readonly string[];
}

/** An object with known fields. A field that is unknown or null is refused; the null one stays a key, with undefined. */
export function record<K extends string>(
  input: unknown,
  spot: Spot,
  what: string,
  names: readonly K[],
): Readonly<Partial<Record<K, unknown>>> | undefined {
  const given = entries(input, spot, { what });
  if (given === undefined) return undefined;
  const out: Partial<Record<K, unknown>> = {};
  for (const { key, value, spot: field } of given) {
    const name = names.find((n) => n === key);
    if (name === undefined) tell(field, 'UNKNOWN_FIELD', `${what} has no field ${key}`, closeOrAll(key, names));
    else if (value === null) {
      tell(field, 'NULL_VALUE', `${key} cannot be null; leave it out instead`);
      out[name] = undefined;
    } else out[name] = value;
  }
  return out;
}

/** Close names, or where nothing is close and there are few, all of them. */
export const closeOrAll = (name: string, names: readonly string[]): readonly string[] => {
  const close = suggest(name.slice(0, 100), names);
  return close.length > 0 || names.length > 12 ? close : names;
};

/** Reads each item; undefined when it is no list. Items that could not be read are left out. */
export function list<T>(
  input: unknown,
  spot: Spot,
  item: (input: unknown, spot: Spot) => T | undefined,
): readonly T[] | undefined {
  if (input === null) return tell(spot, 'NULL_VALUE', 'a list cannot be null');
  if (!Array.isArray(input))
    return tell(spot, 'WRONG_SHAPE', `a list is needed, not ${show(input)}`, [`[${show(input)}]`]);
  if (input.length > maxItems)
    return tell(spot, 'LIST_TOO_LONG', `a list may have ${String(maxItems)} items; this has ${String(input.length)}`);
  return Array.from(input as readonly unknown[], (value, index) => item(value ?? null, at(spot, index))).filter(
    (value): value is T & {} => value !== undefined,
  );
}
