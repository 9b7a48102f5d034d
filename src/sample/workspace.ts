import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';

const home = resolve(import.meta.dirname, '../..');

/** Puts the reference model beside the data, so that `out` is a workspace; `as_of` becomes the last day with data. */
export async function copyModel(out: string, end: string): Promise<void> {
  if (resolve(out) === home) return;
  for (const folder of ['sql', 'segments']) await cp(join(home, folder), join(out, folder), { recursive: true });
  const settings = parseDocument(await readFile(join(home, 'workspace.yml'), 'utf8'));
  settings.set('as_of', end);
  await writeFile(join(out, 'workspace.yml'), settings.toString());
}
