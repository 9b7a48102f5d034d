import { problem, ProblemError } from '../query/problem.js';
import type { StoreCode } from './codes.js';

/** Refuses a request for one reason. */
export function refuse(
  code: StoreCode,
  path: readonly (string | number)[],
  message: string,
  suggestions: readonly string[] = [],
): never {
  throw new ProblemError([problem(code, path, message, suggestions)]);
}
