import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where queries larger than the memory limit keep what does not fit. */
export interface SpillFolder {
  /** Empty: there is none, and such queries fail with OUT_OF_MEMORY. */
  readonly path: string;
  remove(): Promise<void>;
}

const NONE: SpillFolder = Object.freeze({ path: '', remove: () => Promise.resolve() });

/** A folder of our own within `parent`: DuckDB names its files alike in every process. None if it cannot be made. */
export async function spillFolder(parent: string | undefined): Promise<SpillFolder> {
  if (parent === undefined) return NONE;
  try {
    await mkdir(parent, { recursive: true });
    const path = await mkdtemp(join(parent, 'duckdb-'));
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  } catch {
    return NONE;
  }
}
