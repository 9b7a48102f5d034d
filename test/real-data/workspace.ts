import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type DataSet = 'ravenstack' | 'online-retail';

const root = resolve(import.meta.dirname, '../..');
const dataOf = (set: DataSet): string => resolve(root, '../shared/data', set);

/** Why tests on a data set cannot run here, or undefined where they can: its files are not in the repository. */
export const absence = (set: DataSet): string | undefined =>
  existsSync(dataOf(set)) ? undefined : `the files of ${set} are not at ../shared/data/${set}`;

export interface TemporaryWorkspace {
  readonly dir: string;
  remove(): void;
}

/** A fresh folder with the model of `test/workspaces/<set>` and `data` linked to the real files. */
export function makeWorkspace(set: DataSet): TemporaryWorkspace {
  const model = join(root, 'test/workspaces', set);
  const dir = mkdtempSync(join(tmpdir(), `tessera-${set}-`));
  for (const part of ['workspace.yml', 'sql']) cpSync(join(model, part), join(dir, part), { recursive: true });
  symlinkSync(dataOf(set), join(dir, 'data'));
  return {
    dir,
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
