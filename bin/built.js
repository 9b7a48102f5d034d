// @ts-check
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceStamp } from './source-stamp.js';

const STAMP = '.stamp';

/**
 * Builds a folder unless it was built from these very sources. A folder is whole or is not there, also when two processes
 * build it at once.
 *
 * @param {object} what
 * @param {string} what.root the repository
 * @param {string} what.folder what is built, relative to `root`
 * @param {readonly string[]} what.sources files and folders it is made of, relative to `root`
 * @param {(fresh: string) => Promise<unknown>} what.build writes into the folder it is given
 * @returns {Promise<boolean>} whether it had to be built
 */
export async function built({ root, folder, sources, build }) {
  const stamp = sourceStamp(root, sources);
  const path = join(root, folder);
  if (stampOf(path) === stamp) return false;
  const fresh = `${path}.${String(process.pid)}`;
  try {
    await build(fresh);
    writeFileSync(join(fresh, STAMP), stamp);
    try {
      if (stampOf(path) !== stamp) {
        rmSync(path, { recursive: true, force: true });
        renameSync(fresh, path);
      }
    } catch (error) {
      // Another process may have been faster.
      if (stampOf(path) !== stamp) throw error;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function stampOf(path) {
  try {
    return readFileSync(join(path, STAMP), 'utf8');
  } catch {
    return undefined;
  }
}
