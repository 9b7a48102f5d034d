import { attributeOf } from '../oracle/attributes.js';
import { shift, type Day } from '../oracle/days.js';
import type { EntityName, Json, Value, World } from '../oracle/world.js';
import {
  boundaries,
  countOf,
  instant,
  membersAsOf,
  periodAt,
  startOfDay,
  timesOf,
  type Grain,
  type Member,
  type RowsInput,
  type Stretch,
} from '../activity/by-hand.js';

export interface RetentionInput extends Stretch {
  readonly entry: RowsInput;
  readonly return?: RowsInput;
  readonly noneBefore?: RowsInput;
  readonly cohorts: 'FIRST_TIME' | 'FIRST_IN_PERIOD' | 'RECURRING';
  readonly grain: Grain;
  readonly columns?: number;
  readonly brackets?: readonly { readonly from: number; readonly until?: number }[];
  readonly windows: 'CALENDAR' | 'ROLLING_24H';
  readonly reach: 'ON' | 'ON_OR_AFTER';
  readonly times: number;
  readonly asOf: Day;
  readonly until?: string;
}

export interface CellByHand {
  readonly members: readonly string[];
  readonly complete: boolean;
}
export interface CohortByHand {
  readonly members: readonly string[];
  readonly complete: boolean;
  readonly cells: readonly CellByHand[];
}

const hours: Readonly<Partial<Record<Grain, number>>> = { HOUR: 1, DAY: 24, WEEK: 168, MONTH: 720 };

/** Every cohort with the names of those in it and of those who came back, column by column. */
export function retentionByHand(
  world: World,
  entity: EntityName,
  where: Json,
  input: RetentionInput,
  only: (member: Member) => boolean = () => true,
): readonly CohortByHand[] {
  const { zone } = world;
  const at = boundaries(input.grain, input, world);
  const count = countOf(at, input, zone);
  const end = input.until === undefined ? startOfDay(shift(input.asOf, 1), zone) : instant(input.until, zone);
  const columns = (
    input.brackets ?? Array.from({ length: input.columns ?? count - 1 }, (_, i) => ({ from: i + 1, until: i + 2 }))
  ).map(({ from, until }) => ({ from, until: input.reach === 'ON' ? until : undefined }));
  const known = (m: Member, rows: RowsInput) => timesOf(world, entity, m, rows, input.asOf).filter((t) => t < end);
  const members = membersAsOf(world, entity, where, input.asOf)
    .filter(only)
    .map((member) => ({
      name: member.name,
      entries: known(member, input.entry),
      back: known(member, input.return ?? input.entry),
      early: input.noneBefore ? known(member, input.noneBefore) : [],
    }));
  return Array.from({ length: count }, (_, c) => {
    const entered = members.flatMap((member) => {
      const entry = entryIn(member.entries, input, at, c);
      return entry === undefined || member.early.some((t) => t < entry) ? [] : [{ ...member, entry }];
    });
    const cells = columns.map(({ from, until }) => {
      const returned = entered.filter(({ entry, back }) => {
        const offsets = back
          .map((t) => offsetOf(input, at, entry, t))
          .filter((o) => o >= from && o < (until ?? Infinity));
        return offsets.some((o) => offsets.filter((other) => other === o).length >= input.times);
      });
      const last = until ?? from + 1;
      const elapsed =
        input.windows === 'CALENDAR' ? at(c + last) : at(c + 1) + last * (hours[input.grain] ?? 0) * 3_600_000;
      return { members: returned.map(({ name }) => name), complete: elapsed <= end };
    });
    return { members: entered.map(({ name }) => name), complete: at(c + 1) <= end, cells };
  });
}

/** The moment a member entered the cohort of a period, where it did. */
function entryIn(
  times: readonly number[],
  { cohorts }: RetentionInput,
  at: (k: number) => number,
  c: number,
): number | undefined {
  const counted = cohorts === 'FIRST_IN_PERIOD' ? times.filter((t) => t >= at(0)) : times;
  const inside = counted.filter((t) => t >= at(c) && t < at(c + 1));
  if (inside.length === 0) return undefined;
  const first = Math.min(...inside);
  return cohorts === 'RECURRING' || first === Math.min(...counted) ? first : undefined;
}

function offsetOf({ windows, grain }: RetentionInput, at: (k: number) => number, entry: number, time: number): number {
  if (windows === 'CALENDAR') return periodAt(at, time) - periodAt(at, entry);
  return Math.floor((time - entry) / ((hours[grain] ?? 0) * 3_600_000));
}

export const valueOf = (world: World, entity: EntityName, attribute: string, member: Member, asOf: Day): Value =>
  attributeOf(world, entity, attribute, member.row, asOf);
