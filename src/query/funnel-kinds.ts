import type { FunnelRows, FunnelStep } from './funnel.js';
import { mayShareRows } from './row-overlap.js';

/** Steps that ask for the same rows, and those other kinds whose rows may be among them. */
export interface StepKinds {
  /** The kind of each step, numbered from 0 by first appearance. */
  readonly ofStep: readonly number[];
  /** Kinds that may share rows, directly or through others; a kind alone stands alone. */
  readonly related: readonly (readonly number[])[];
}

const kindOf = ({ rows, time, user, customer, firstOf }: FunnelStep): string =>
  JSON.stringify([rows, time, user, customer, firstOf]);

const mayMeet = (a: FunnelRows, b: FunnelRows): boolean =>
  a.rows.fact === b.rows.fact && a.time === b.time && mayShareRows(a.rows.where, b.rows.where);

/** Which steps a single row might serve. */
export function stepKinds(steps: readonly FunnelStep[]): StepKinds {
  const keys = steps.map(kindOf);
  const distinct = [...new Set(keys)];
  const ofStep = keys.map((key) => distinct.indexOf(key));
  const example = distinct.flatMap((key) => steps[keys.indexOf(key)] ?? []);
  const related = example.reduce<readonly (readonly number[])[]>((groups, step, kind) => {
    const meets = (other: number): boolean => {
      const found = example[other];
      return found !== undefined && mayMeet(step, found);
    };
    const joined = groups.filter((group) => group.some(meets));
    return [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), kind].sort((a, b) => a - b)];
  }, []);
  return { ofStep, related };
}

/** Whether no row can serve two steps. */
export const areApart = ({ ofStep, related }: StepKinds): boolean =>
  related.every((group) => group.length === 1) && new Set(ofStep).size === ofStep.length;

/** In any order the steps that may share rows are looked at in all their combinations. */
export const mostInAnyOrder = 5;
