import { saved, writable } from './lookup.js';
import { refuseTakenName } from './names.js';
import type { Scope } from './scope.js';
import type { StoredSegment } from './segment.js';

/** Out of the lists, with its versions kept and its name free for another. Archiving twice changes nothing. */
export async function archiveSegment(scope: Scope, id: string): Promise<StoredSegment> {
  const segment = await writable(scope, id);
  if (segment.archivedAt !== null) return segment;
  await setArchived(scope, id, scope.now());
  return saved(scope, id);
}

/** Back in its folder, or at the top level when that is gone; NAME_TAKEN when another has its name by now. */
export async function unarchiveSegment(scope: Scope, id: string): Promise<StoredSegment> {
  const segment = await writable(scope, id);
  if (segment.archivedAt === null) return segment;
  await refuseTakenName(scope, segment);
  await setArchived(scope, id, null);
  return saved(scope, id);
}

const setArchived = ({ db }: Scope, id: string, at: string | null) =>
  db.updateTable('segments').set({ archived_at: at }).where('id', '=', id).execute();
