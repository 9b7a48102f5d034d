import { fold } from '../catalog/segment-definition.js';
import { refuse } from './refuse.js';
import type { Scope } from './scope.js';
import { slug } from './text.js';

/** Where a segment would stand, and its own id when it stands somewhere already. */
interface Standing {
  readonly folder: string | null;
  readonly name: string;
  readonly id?: string;
}

/** Refuses with NAME_TAKEN a name that another segment of the folder has. Archived ones have given theirs up. */
export async function refuseTakenName(scope: Scope, { folder, name, id = '' }: Standing): Promise<void> {
  const holder = fileNamed(scope, folder, name) ?? (await savedNamed(scope, folder, name, id));
  if (holder !== undefined)
    refuse('NAME_TAKEN', ['name'], `${holder} is named ${name} already${folder === null ? '' : `, in ${folder}`}`);
}

const fileNamed = ({ shelf }: Scope, folder: string | null, name: string): string | undefined => {
  const key = folder && fold(folder);
  return shelf.segments.find((one) => (one.folder && fold(one.folder)) === key && fold(one.name) === fold(name))?.id;
};

async function savedNamed({ db }: Scope, folder: string | null, name: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('segments')
    .select('id')
    .where('folder', 'is', folder)
    .where('name_key', '=', fold(name))
    .where('archived_at', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirst();
  return row?.id;
}

/** The name's slug, with a number behind it when a segment or a file has it. */
export async function freeId({ db, shelf }: Scope, name: string): Promise<string> {
  const base = slug(name);
  const rows = await db.selectFrom('segments').select('id').execute();
  const taken = new Set([...rows.map(({ id }) => id), ...shelf.files.keys()]);
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${String(n)}`;
    if (!taken.has(id)) return id;
  }
}
