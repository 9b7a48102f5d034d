import { cp, mkdir, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { problem, ProblemError } from '../query/problem.js';

const starter = fileURLToPath(new URL('../../starter/', import.meta.url));

/** Copies the commented starter workspace; refuses a folder that has anything in it. */
export async function init(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  if ((await readdir(dir)).length > 0) {
    throw new ProblemError([problem('FOLDER_NOT_EMPTY', ['dir'], `${dir} is not empty; name a new folder`)]);
  }
  await cp(starter, dir, { recursive: true });
  console.log(`A workspace is in ${dir}. Serve it with: npm start -- --workspace ${dir}`);
}
