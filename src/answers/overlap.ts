import type { Day } from '../query/time.js';
import type { Combination } from './combinations.js';
import { combinationsOf, countWhere } from './combinations.js';
import type { Compared } from './comparable.js';
import type { People } from './people.js';
import type { Segment } from './segment.js';
import { asWhere } from './segment-where.js';
import type { Session } from './session.js';

export interface Overlap {
  readonly asOf: Day;
  readonly population: number;
  readonly segments: readonly { readonly name: string; readonly people: People; readonly alone: People }[];
  readonly pairs: readonly OverlapPair[];
  readonly sets: readonly { readonly segments: readonly string[]; readonly people: People }[];
  readonly truncated: boolean;
}
interface OverlapPair {
  readonly a: string;
  readonly b: string;
  readonly people: People;
  readonly jaccard: number | null;
  readonly shareOfA: number | null;
  readonly shareOfB: number | null;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Pairs and exact sets of segments as of a day, from one statement. */
export async function overlapOf(
  session: Session,
  compared: readonly Compared[],
  within: Segment,
  asOf: Day,
  mostSets: number,
): Promise<Overlap> {
  const { entity } = within;
  const found = await combinationsOf(session, {
    entity,
    within: within.where,
    wheres: compared.map(({ segment }) => segment.where),
    asOf,
  });
  const people = (holds: readonly number[], not: readonly number[], count: number): People => ({
    entity,
    asOf,
    count,
    whereJson: whereOf(compared, within, holds, not),
  });
  const size = (...all: readonly number[]): number => countWhere(found, (holds) => all.every((i) => holds.includes(i)));
  const others = (holds: readonly number[]): readonly number[] =>
    compared.map((_, i) => i).filter((i) => !holds.includes(i));
  const nameOf = (i: number): string => compared[i]?.name ?? '';
  return {
    asOf,
    population: countWhere(found, () => true),
    segments: compared.map(({ name }, i) => ({
      name,
      people: people([i], [], size(i)),
      alone: people([i], others([i]), exactly(found, [i])),
    })),
    pairs: compared.flatMap((_, a) =>
      compared.slice(a + 1).map((_s, k) => {
        const b = a + 1 + k;
        const both = size(a, b);
        return {
          a: nameOf(a),
          b: nameOf(b),
          people: people([a, b], [], both),
          jaccard: ratio(both, size(a) + size(b) - both),
          shareOfA: ratio(both, size(a)),
          shareOfB: ratio(both, size(b)),
        };
      }),
    ),
    sets: found.slice(0, mostSets).map(({ holds, count }) => ({
      segments: holds.map(nameOf),
      people: people(holds, others(holds), count),
    })),
    truncated: found.length > mostSets,
  };
}

const exactly = (found: readonly Combination[], wanted: readonly number[]): number =>
  countWhere(found, (holds) => holds.length === wanted.length && wanted.every((i) => holds.includes(i)));

/** In these and in none of those, among those looked at. */
function whereOf(
  compared: readonly Compared[],
  within: Segment,
  holds: readonly number[],
  not: readonly number[],
): unknown {
  const one = (i: number): unknown => {
    const found = compared[i];
    return found ? asWhere(found.segment) : {};
  };
  return {
    and: [within.whereJson ?? {}, ...holds.map(one), ...(not.length > 0 ? [{ not: { or: not.map(one) } }] : [])],
  };
}
