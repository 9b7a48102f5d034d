import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const starter = resolve(import.meta.dirname, '../../starter');

/** A copy of the starter workspace to spoil. */
export interface StarterCopy {
  readonly dir: string;
  readonly write: (file: string, text: string) => Promise<void>;
  /** Replaces text that must be there. */
  readonly edit: (file: string, from: string, to: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function copyStarter(): Promise<StarterCopy> {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-spoilt-'));
  await cp(starter, dir, { recursive: true });
  const write = (file: string, text: string): Promise<void> => writeFile(join(dir, file), text);
  return {
    dir,
    write,
    edit: async (file, from, to) => {
      const text = await readFile(join(dir, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
      await write(file, text.replace(from, to));
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
