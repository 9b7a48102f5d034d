import { setTimeout } from 'node:timers/promises';
import { problem, ProblemError } from '../query/problem.js';
import type { StoreCode } from './codes.js';
import { refuse } from './refuse.js';

const BETWEEN_TRIES_MS = 20;

const isBusy = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');

/** Tries again while another connection holds the lock, for as long as given, without holding up anybody else. */
export async function patiently<T>(patienceMs: number, run: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await setTimeout(BETWEEN_TRIES_MS);
    }
  }
}

/** Runs a change or a question; a lock that did not go away in time is told as such. */
export async function tellingBusy<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    return tell(error);
  }
}

/** The same of what does not wait. */
export function tellingBusyNow<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    return tell(error);
  }
}

function tell(error: unknown): never {
  if (isBusy(error)) refuse('STORE_BUSY', [], 'another process keeps the saved segments locked; try again in a moment');
  throw error;
}

/** Why a store did not open, for the person who named the file; what is not the file's fault stays as it is. */
export function openingProblem(path: string, error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message: string };
  if (error instanceof ProblemError || typeof code !== 'string') return error;
  const told: StoreCode = isBusy(error) ? 'STORE_BUSY' : 'STORE_UNREADABLE';
  return new ProblemError([problem(told, [], `${path} cannot be opened as a store: ${message}`)]);
}
