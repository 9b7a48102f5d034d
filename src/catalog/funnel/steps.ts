import { fewestSteps, mostExclusions, mostSteps, type FunnelExclusion, type FunnelStep } from '../../query/funnel.js';
import type { FactRows } from '../../query/where.js';
import { readFactRows } from '../where/facts.js';
import type { ReadWhere, Scope } from '../where/scope.js';
import { at, list, record, tell, type Spot } from '../where/spot.js';
import { flag, text, whole } from '../where/values.js';
import { duration } from '../where/window.js';
import { readFunnelRows, rowFields } from './rows.js';

export const length = duration({ wholeDays: false });

/** `first: true` is the first ever of the step's own rows, `firstOf` of others it is among. */
function firstOf(
  given: Readonly<{ first?: unknown; firstOf?: unknown }>,
  own: FactRows,
  spot: Spot,
  scope: Scope,
): FactRows | undefined {
  const first = given.first === undefined ? false : flag(given.first, at(spot, 'first'));
  const among = given.firstOf === undefined ? undefined : readFactRows(given.firstOf, at(spot, 'firstOf'), scope);
  if (first && among) tell(spot, 'CONFLICTING_FIELDS', 'give first or firstOf, not both', ['firstOf']);
  if (among && among.fact !== own.fact)
    tell(at(spot, 'firstOf'), 'CONFLICTING_FIELDS', `the first is looked for among ${own.fact}, the step's own fact`);
  return among ?? (first ? own : undefined);
}

const stepFields = [...rowFields, 'label', 'within', 'first', 'firstOf'] as const;

const stepReader =
  (scope: Scope, read: ReadWhere) =>
  (input: unknown, spot: Spot): FunnelStep | undefined => {
    const given = record(input, spot, 'a step', stepFields);
    if (given === undefined) return undefined;
    const rows = readFunnelRows(given, spot, scope, read);
    const label = given.label === undefined ? undefined : text(given.label, at(spot, 'label'));
    const within = given.within === undefined ? undefined : length(given.within, at(spot, 'within'));
    const first = rows && firstOf(given, rows.rows, spot, scope);
    return (
      rows && {
        ...rows,
        ...(label !== undefined && { label }),
        ...(within && { within }),
        ...(first && { firstOf: first }),
      }
    );
  };

/** 2 to 20 steps. */
export function readSteps(
  input: unknown,
  spot: Spot,
  scope: Scope,
  read: ReadWhere,
): readonly FunnelStep[] | undefined {
  const before = spot.problems.length;
  const steps = list(input, spot, stepReader(scope, read));
  const count = Array.isArray(input) ? input.length : 0;
  if (steps && (count < fewestSteps || count > mostSteps))
    tell(spot, 'OUT_OF_RANGE', `a funnel has ${fewestSteps} to ${mostSteps} steps, not ${count}`);
  const [entry] = steps ?? [];
  if (entry?.within)
    tell(at(at(spot, 0), 'within'), 'CONFLICTING_FIELDS', 'the first step comes after none; ask for the window', [
      'window',
    ]);
  return spot.problems.length > before ? undefined : steps;
}

const exclusionReader =
  (scope: Scope, read: ReadWhere, steps: number) =>
  (input: unknown, spot: Spot): FunnelExclusion | undefined => {
    const given = record(input, spot, 'an exclusion', [...rowFields, 'after', 'before']);
    if (given === undefined) return undefined;
    const rows = readFunnelRows(given, spot, scope, read);
    const step = whole(1, steps);
    const after = given.after === undefined ? 1 : step(given.after, at(spot, 'after'));
    const before = given.before === undefined ? steps : step(given.before, at(spot, 'before'));
    if (after !== undefined && before !== undefined && after >= before)
      return tell(spot, 'EMPTY_RANGE', `nothing lies after step ${after} and before step ${before}`, [
        JSON.stringify(after === before ? { after, before: after + 1 } : { after: before, before: after }),
      ]);
    return rows && after !== undefined && before !== undefined ? { ...rows, after, before } : undefined;
  };

/** Up to 10 exclusions between steps numbered from 1. */
export function readExclusions(
  input: unknown,
  spot: Spot,
  scope: Scope,
  read: ReadWhere,
  steps: number,
): readonly FunnelExclusion[] {
  const exclusions = list(input, spot, exclusionReader(scope, read, steps)) ?? [];
  if (exclusions.length > mostExclusions)
    tell(spot, 'OUT_OF_RANGE', `a funnel has at most ${mostExclusions} exclusions, not ${exclusions.length}`);
  return exclusions;
}
