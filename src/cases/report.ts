import type { Difference } from './compare.js';
import type { Outcome } from './runner.js';

const text = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
const shown = ({ path, expected, got }: Difference): string =>
  `  ${path}\n    expected ${text(expected)}\n    got      ${text(got)}`;

type Tell = { readonly [K in Outcome['kind']]: (outcome: Extract<Outcome, { kind: K }>) => readonly string[] };
const told: Tell = {
  passed: () => [],
  failed: ({ id, differences }) => [`FAILED ${id}`, ...differences.map(shown)],
  refused: ({ id, complaint }) => [`FAILED ${id}`, ...complaint.split('\n').map((line) => `  ${line}`)],
  listed: ({ id, reason, differences }) => [`listed ${id}: ${reason}`, ...differences.map(shown)],
};

/** What is to be printed of a case; nothing for one that passed. */
export const linesOf = (outcome: Outcome): readonly string[] =>
  (told[outcome.kind] as (o: Outcome) => readonly string[])(outcome);

const isFailure = ({ kind }: Outcome): boolean => kind === 'failed' || kind === 'refused';
export const failures = (outcomes: readonly Outcome[]): number => outcomes.filter(isFailure).length;

/** The last line: `N passed, N failed`. Listed cases count as neither. */
export const summary = (outcomes: readonly Outcome[]): string =>
  `${outcomes.filter(({ kind }) => kind === 'passed').length} passed, ${failures(outcomes)} failed`;
