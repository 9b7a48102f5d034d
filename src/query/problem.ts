/** A mistake of the person asking or of the model's author: what, where and what to try instead. */
export interface Problem {
  /** Stable, UPPER_SNAKE_CASE; listed in the README. */
  readonly code: string;
  /** Where it is: a key path in a file (`attributes.mrr.value`) or in the arguments (`where.mrr.gt`). */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly suggestions: readonly string[];
  /** Model problems only: the file, relative to the workspace. */
  readonly file?: string;
}

export const problem = (
  code: string,
  path: readonly (string | number)[],
  message: string,
  suggestions: readonly string[] = [],
): Problem => ({ code, path, message, suggestions });

/** All the problems of one question or one model; never only the first. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
  }
}

export function describeProblem(p: Problem): string {
  const place = [p.file, p.path.join('.')].filter(Boolean).join(': ');
  const hint = p.suggestions.length > 0 ? ` (did you mean ${p.suggestions.join(' or ')}?)` : '';
  return `${place ? `${place}: ` : ''}${p.message}${hint}`;
}

export const raise = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new ProblemError(problems);
};
