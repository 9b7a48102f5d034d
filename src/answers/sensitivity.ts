import { ProblemError } from '../query/problem.js';
import type { Day } from '../query/time.js';
import { sizeOf } from './measured.js';
import type { People } from './people.js';
import { populationOf, preview } from './segment.js';
import type { Segment } from './segment.js';
import type { Session } from './session.js';

export interface Sensitivity {
  readonly path: readonly string[];
  readonly value: number;
  readonly size: number;
  readonly moved: readonly {
    readonly step: number;
    readonly value: number;
    readonly people: People;
    readonly change: number;
  }[];
}
interface Threshold {
  readonly path: readonly (string | number)[];
  readonly value: number;
}

/** Operators whose number is a threshold. */
const thresholds: ReadonlySet<string> = new Set(['gt', 'gte', 'lt', 'lte', 'min', 'max']);

/** Every threshold of a where as it is written, with its path. */
export function thresholdsIn(json: unknown, path: readonly (string | number)[] = []): readonly Threshold[] {
  if (Array.isArray(json)) return json.flatMap((item: unknown, i) => thresholdsIn(item, [...path, i]));
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    thresholds.has(key) && typeof value === 'number'
      ? [{ path: [...path, key], value }]
      : thresholdsIn(value, [...path, key]),
  );
}

/** The where with the number at a path replaced. */
function withNumber(json: unknown, [first, ...rest]: readonly (string | number)[], value: number): unknown {
  if (first === undefined) return value;
  if (Array.isArray(json)) return json.map((item: unknown, i) => (i === first ? withNumber(item, rest, value) : item));
  const record = json as Readonly<Record<string, unknown>>;
  return { ...record, [first]: withNumber(record[String(first)], rest, value) };
}

/** The size with each threshold moved by each step; a step that makes nonsense of the where (min over max) is left out. */
export async function sensitivityOf(
  session: Session,
  segment: Segment,
  steps: readonly number[],
  asOf: Day,
): Promise<readonly Sensitivity[]> {
  const size = await sizeOf(session, populationOf(segment), asOf);
  return Promise.all(
    thresholdsIn(segment.whereJson).map(async ({ path, value }) => ({
      path: path.map(String),
      value,
      size,
      moved: await Promise.all(
        steps.map(async (step) => {
          const next = value === 0 ? step : value * (1 + step);
          const whereJson = withNumber(segment.whereJson, path, next);
          const moved = readable(session, segment, whereJson);
          if (!moved) return [];
          const count = await sizeOf(session, populationOf(moved), asOf);
          return [
            { step, value: next, people: { entity: segment.entity, asOf, count, whereJson }, change: count - size },
          ];
        }),
      ).then((all) => all.flat()),
    })),
  );
}

function readable(session: Session, segment: Segment, whereJson: unknown): Segment | null {
  try {
    return preview(session, segment.entity, whereJson);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
