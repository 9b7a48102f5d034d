import type { FunnelStep } from '../../query/funnel.js';
import { stepKinds, type StepKinds } from '../../query/funnel-kinds.js';
import { unionAll, type Sql } from '../sql.js';
import { markedRows, type Kind } from './rows.js';
import { daysOf, type Seen } from './seen.js';

/** The kinds of steps with one step of each. */
export interface Kinds extends StepKinds {
  readonly all: readonly Kind[];
}

export function kindsOf(steps: readonly FunnelStep[]): Kinds {
  const kinds = stepKinds(steps);
  const all = [...new Set(kinds.ofStep)].flatMap((kind) => {
    const step = steps[kinds.ofStep.indexOf(kind)];
    return step ? [{ kind, step }] : [];
  });
  return { ...kinds, all };
}

/** The rows of all steps, each once, marked with the kinds of steps it may serve; `others` also those that serve none. */
export function allRows(seen: Seen, { all }: Kinds, others: boolean): Sql {
  const source = ({ step: { rows, time } }: Kind): string => JSON.stringify([rows.fact, time]);
  const sources = [...new Set(all.map(source))];
  const span = daysOf(seen);
  const every = all.map(({ kind }) => kind);
  return unionAll(
    sources.map((s) =>
      markedRows(
        seen,
        all.filter((kind) => source(kind) === s),
        every,
        span,
        others,
      ),
    ),
  );
}

/** The non-empty subsets of a few kinds, none larger than `most`. */
export const subsets = (kinds: readonly number[], most = kinds.length): readonly (readonly number[])[] =>
  kinds
    .reduce<readonly (readonly number[])[]>(
      (found, kind) => [...found, ...found.flatMap((s) => (s.length < most ? [[...s, kind]] : []))],
      [[]],
    )
    .filter((s) => s.length > 0);

export const setName = (set: readonly number[]): string => set.join('_');
