import { maxDepth } from '../catalog/where/codes.js';
import type { Day } from '../query/time.js';
import type { EntityName } from '../query/where.js';

/** The people behind a number: a where in the form it is written in, with the day it is asked of. */
export interface People {
  readonly entity: EntityName;
  readonly count: number;
  readonly asOf: Day;
  readonly whereJson: unknown;
}

/**
 * The where of people as it can be asked. It stands around the where of a segment, which may be as deep as wheres may be: what
 * would be deeper then is said as of the same day, where levels are counted anew and nothing else changes.
 */
export const whereOf = ({ whereJson, asOf }: Pick<People, 'whereJson' | 'asOf'>): unknown => shallow(whereJson, asOf);

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function shallow(where: unknown, day: Day): unknown {
  if (!isObject(where)) return where;
  const tooDeep = levelsOf(where) > maxDepth;
  const below = (part: unknown): unknown => {
    const made = shallow(part, day);
    return tooDeep && levelsOf(made) >= maxDepth ? { asOf: { day, where: made } } : made;
  };
  const onDay = (given: unknown): unknown =>
    isObject(given) && typeof given['day'] === 'string'
      ? { ...given, where: shallow(given['where'], given['day']) }
      : given;
  const makers: Readonly<Record<string, (given: unknown) => unknown>> = {
    and: (given) => (Array.isArray(given) ? given.map(below) : given),
    or: (given) => (Array.isArray(given) ? given.map(below) : given),
    not: below,
    asOf: onDay,
  };
  return Object.fromEntries(Object.entries(where).map(([field, given]) => [field, makers[field]?.(given) ?? given]));
}

/** Levels of and, or and not, those of the users or the customer included; what is said as of a day counts for itself. */
function levelsOf(where: unknown): number {
  if (!isObject(where)) return 0;
  const most = (parts: readonly unknown[]): number => Math.max(0, ...parts.map(levelsOf));
  const counters: Readonly<Record<string, (given: unknown) => number>> = {
    and: (given) => 1 + (Array.isArray(given) ? most(given) : 0),
    or: (given) => 1 + (Array.isArray(given) ? most(given) : 0),
    not: (given) => 1 + levelsOf(given),
    customer: levelsOf,
    users: (given) => (isObject(given) ? most(Object.values(given)) : 0),
  };
  return Math.max(0, ...Object.entries(where).map(([field, given]) => counters[field]?.(given) ?? 0));
}
