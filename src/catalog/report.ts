import type { Problem } from '../query/problem.js';
import type { ModelProblemCode } from './problem-codes.js';

export type Path = readonly (string | number)[];
/** Tells one mistake in a file; loading goes on, so that all are told at once. */
export type Report = (code: ModelProblemCode, path: Path, message: string, suggestions?: readonly string[]) => void;

/** What has been found wrong so far, over all files. */
export interface Findings {
  readonly problems: readonly Problem[];
  in(file: string): Report;
  /** Tells problems found by a reader of its own. */
  pass(file: string, problems: readonly Problem[]): void;
}

export function findings(): Findings {
  const problems: Problem[] = [];
  return {
    problems,
    in:
      (file) =>
      (code, path, message, suggestions = []) => {
        problems.push({ code, path, message, suggestions, file });
      },
    pass: (file, passed) => {
      problems.push(...passed.map((p) => ({ ...p, file })));
    },
  };
}
