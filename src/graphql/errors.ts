import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { describeProblem, ProblemError, type Problem } from '../query/problem.js';
import { WarehouseError, type WarehouseErrorCode } from '../warehouse/warehouse.js';

/** Called with what the caller is not shown; `errorId` is what the caller is shown instead. */
export type ReportError = (error: unknown, errorId: string) => void;

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Shapes every GraphQL error: `extensions.code` always, with `argumentPath`, `suggestions` and `problems` for a mistake
 * in the question, `retryable` for a warehouse failure, and only an `errorId` for a bug.
 */
export const errorFormatter =
  (report: ReportError): FormatError =>
  (formatted, error) => {
    const thrown = unwrapResolverError(error);
    if (thrown instanceof ProblemError) return ofProblems(formatted, thrown.problems);
    if (thrown instanceof WarehouseError) return ofWarehouse(formatted, thrown, report);
    if (isTooDeep(thrown)) return tooDeep(formatted, thrown, report);
    if (formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR') return masked(formatted, thrown, report);
    return ofRequest(formatted);
  };

function ofProblems(formatted: GraphQLFormattedError, problems: readonly Problem[]): GraphQLFormattedError {
  const [first] = problems;
  return {
    ...formatted,
    message: problems.map(describeProblem).join('\n'),
    extensions: {
      code: first?.code ?? 'BAD_USER_INPUT',
      argumentPath: first?.path ?? [],
      suggestions: first?.suggestions ?? [],
      problems,
    },
  };
}

interface Failure {
  readonly message: string;
  /** The same question may succeed a moment later. */
  readonly retryable: boolean;
  /** Somebody who runs the server should look at it. */
  readonly reported: boolean;
}

const FAILURES: Record<WarehouseErrorCode, Failure> = {
  WAREHOUSE_BUSY: {
    message: 'Too many questions are being answered at once; ask again in a moment.',
    retryable: true,
    reported: false,
  },
  QUERY_TIMEOUT: {
    message: 'The question took longer than is allowed; ask for fewer days, metrics or customers.',
    retryable: false,
    reported: false,
  },
  QUERY_CANCELLED: { message: 'The question was cancelled.', retryable: true, reported: false },
  OUT_OF_MEMORY: {
    message: 'The question needs more memory than is allowed; ask for fewer days, metrics or customers.',
    retryable: false,
    reported: true,
  },
  DATA_UNREADABLE: { message: 'A file of the data could not be read.', retryable: false, reported: true },
  QUERY_FAILED: { message: 'The warehouse could not answer the question.', retryable: false, reported: true },
};

function ofWarehouse(formatted: GraphQLFormattedError, error: WarehouseError, report: ReportError) {
  const { message, retryable, reported } = FAILURES[error.code];
  const extensions = { code: error.code, retryable };
  if (!reported) return { ...formatted, message, extensions };
  const errorId = randomUUID();
  report(error, errorId);
  return { ...formatted, message, extensions: { ...extensions, errorId } };
}

function masked(formatted: GraphQLFormattedError, thrown: unknown, report: ReportError): GraphQLFormattedError {
  const errorId = randomUUID();
  report(thrown, errorId);
  return { ...formatted, message: 'Internal error', extensions: { code: 'INTERNAL_ERROR', errorId } };
}

/** What nests thousands of levels deep ends the stack before any limit can count it. It is logged, as a bug of ours could do the same. */
const isTooDeep = (thrown: unknown): boolean => thrown instanceof RangeError && thrown.message.includes('call stack');

function tooDeep(formatted: GraphQLFormattedError, thrown: unknown, report: ReportError): GraphQLFormattedError {
  const errorId = randomUUID();
  report(thrown, errorId);
  return { ...formatted, message: 'The question nests too deep.', extensions: { code: 'QUERY_TOO_LARGE', errorId } };
}

/** Errors of the document or its variables: a limit exceeded has its own code, and a hint becomes suggestions. */
function ofRequest(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const extensions = formatted.extensions ?? {};
  if ('limit' in extensions) return { ...formatted, extensions: { ...extensions, code: 'QUERY_TOO_LARGE' } };
  const suggestions = suggestionsIn(formatted.message);
  return suggestions.length > 0 ? { ...formatted, extensions: { suggestions, ...extensions } } : formatted;
}

/** The names that graphql-js offers in `… Did you mean "a", "b", or "c"?`. */
export function suggestionsIn(message: string): readonly string[] {
  const hint = /Did you mean (?!to use an inline fragment)(.*)\?$/s.exec(message)?.[1] ?? '';
  return Array.from(hint.matchAll(/"([^"]+)"/g), ([, name]) => name ?? '');
}
