import { fold } from '../catalog/segment-definition.js';
import { suggest } from '../catalog/suggest.js';
import { readFolderName } from './draft.js';
import { refuse } from './refuse.js';
import type { Scope } from './scope.js';
import type { Folder } from './segment.js';
import { compareText } from './text.js';

/** Folders of saved segments and of files, by name. */
export async function listFolders(scope: Scope): Promise<readonly Folder[]> {
  const saved = await scope.db
    .selectFrom('folders as f')
    .leftJoin('segments as s', (join) => join.onRef('s.folder', '=', 'f.name').on('s.archived_at', 'is', null))
    .select((eb) => ['f.name', 'f.key', eb.fn.count<number>('s.id').as('segments')])
    .groupBy('f.name')
    .execute();
  const folders = new Map(saved.map(({ key, name, segments }) => [key, { name, segments, readOnly: false }]));
  for (const [key, name] of scope.shelf.folders) {
    const there = folders.get(key) ?? { name, segments: 0 };
    folders.set(key, { ...there, segments: there.segments + filesIn(scope, key), readOnly: true });
  }
  const sorted = [...folders].sort(([a], [b]) => compareText(a, b));
  return Object.freeze(sorted.map(([, folder]) => Object.freeze(folder)));
}

export async function createFolder(scope: Scope, name: string): Promise<Folder> {
  const wanted = readFolderName(name);
  await refuseTakenFolder(scope, wanted);
  await insertFolder(scope, wanted);
  return oneFolder(scope, wanted);
}

/** Segments stay in it, and their versions follow. Another case of the same name is a new name too. */
export async function renameFolder(scope: Scope, name: string, newName: string): Promise<Folder> {
  const folder = await knownFolder(scope, name, ['name']);
  const wanted = readFolderName(newName);
  if (scope.shelf.folders.has(fold(folder)))
    refuse('FOLDER_READ_ONLY', ['name'], `files of the workspace are in ${folder}; rename it there first`);
  if (fold(wanted) !== fold(folder)) await refuseTakenFolder(scope, wanted);
  await scope.db
    .updateTable('folders')
    .set({ name: wanted, key: fold(wanted) })
    .where('name', '=', folder)
    .execute();
  return oneFolder(scope, wanted);
}

/** Refused with FOLDER_NOT_EMPTY while a segment is in it; archived ones move to the top level. Gives the name back. */
export async function deleteFolder(scope: Scope, name: string): Promise<string> {
  const { name: folder, segments } = await oneFolder(scope, await knownFolder(scope, name, ['name']));
  if (segments > 0) {
    const held = segments === 1 ? '1 segment is' : `${String(segments)} segments are`;
    refuse('FOLDER_NOT_EMPTY', ['name'], `${held} in ${folder}; move or archive first`);
  }
  await scope.db.deleteFrom('folders').where('name', '=', folder).execute();
  return folder;
}

/** The folder of a name in whatever case, as it is written; or FOLDER_NOT_FOUND. */
export async function knownFolder(scope: Scope, name: string, path: readonly string[]): Promise<string> {
  const known = (await savedFolder(scope, name)) ?? scope.shelf.folders.get(fold(name.trim()));
  if (known !== undefined) return known;
  const names = (await listFolders(scope)).map((folder) => folder.name);
  return refuse('FOLDER_NOT_FOUND', path, `there is no folder ${name}`, suggest(name, names));
}

/** The same, saved if so far only files are in it. */
export async function folderToFileIn(scope: Scope, name: string | null): Promise<string | null> {
  if (name === null) return null;
  const known = await knownFolder(scope, name, ['folder']);
  if ((await savedFolder(scope, known)) === undefined) await insertFolder(scope, known);
  return known;
}

const savedFolder = async ({ db }: Scope, name: string): Promise<string | undefined> =>
  (await db.selectFrom('folders').select('name').where('key', '=', fold(name.trim())).executeTakeFirst())?.name;

async function oneFolder(scope: Scope, name: string): Promise<Folder> {
  const folder = (await listFolders(scope)).find((one) => fold(one.name) === fold(name));
  if (!folder) throw new Error(`folder ${name} was there a moment ago`);
  return folder;
}

async function refuseTakenFolder(scope: Scope, name: string): Promise<void> {
  const taken = (await savedFolder(scope, name)) ?? scope.shelf.folders.get(fold(name));
  if (taken !== undefined) refuse('FOLDER_TAKEN', ['name'], `there is a folder ${taken} already`);
}

const insertFolder = ({ db, now }: Scope, name: string) =>
  db
    .insertInto('folders')
    .values({ name, key: fold(name), created_at: now() })
    .execute();

const filesIn = ({ shelf }: Scope, key: string): number =>
  shelf.segments.filter(({ folder }) => folder !== null && fold(folder) === key).length;
