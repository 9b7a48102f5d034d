import { EngineError } from './model.js';

/** What the engine answers, or its complaint; anything else it throws is a bug and passes. */
export async function complaintOf<T>(asked: Promise<T>): Promise<T | EngineError> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}
