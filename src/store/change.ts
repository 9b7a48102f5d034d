import { fold, type SegmentDefinition } from '../catalog/segment-definition.js';
import { readChanges, readDraft } from './draft.js';
import { folderToFileIn } from './folders.js';
import { toJson } from './json.js';
import { saved, writable } from './lookup.js';
import { freeId, refuseTakenName } from './names.js';
import { refuse } from './refuse.js';
import type { Scope } from './scope.js';
import type { SegmentDraft, SegmentUpdate, StoredSegment } from './segment.js';
import { searchText } from './text.js';
import { segmentVersion } from './versions.js';

export async function createSegment(scope: Scope, draft: SegmentDraft): Promise<StoredSegment> {
  const given = readDraft(draft);
  const definition = { ...given, folder: await folderToFileIn(scope, given.folder) };
  await refuseTakenName(scope, definition);
  const id = await freeId(scope, definition.name);
  const now = scope.now();
  await scope.db
    .insertInto('segments')
    .values({ id, entity: definition.entity, version: 1, ...keys(definition), created_at: now, archived_at: null })
    .execute();
  await insertVersion(scope, id, 1, definition, now);
  return saved(scope, id);
}

/** The next version, with the changes. */
export async function updateSegment(scope: Scope, id: string, update: SegmentUpdate): Promise<StoredSegment> {
  const changes = readChanges(update.changes);
  const current = await changeable(scope, id, update.expectedVersion);
  const folder = changes.folder === undefined ? current.folder : await folderToFileIn(scope, changes.folder);
  return nextVersion(scope, current, { ...current, ...changes, folder });
}

/** The next version, equal to an earlier one. */
export async function restoreSegment(
  scope: Scope,
  id: string,
  version: number,
  expectedVersion: number,
): Promise<StoredSegment> {
  const current = await changeable(scope, id, expectedVersion);
  return nextVersion(scope, current, { ...(await segmentVersion(scope, id, version)), entity: current.entity });
}

async function changeable(scope: Scope, id: string, expectedVersion: number): Promise<StoredSegment> {
  const current = await writable(scope, id);
  if (current.archivedAt !== null) refuse('SEGMENT_ARCHIVED', ['id'], `${id} is archived; unarchive it first`);
  if (current.version !== expectedVersion) {
    const message = `${id} is at version ${String(current.version)} now, not ${String(expectedVersion)}`;
    refuse('STALE_VERSION', ['expectedVersion'], `${message}; look at what changed and try again`);
  }
  return current;
}

async function nextVersion(
  scope: Scope,
  current: StoredSegment,
  definition: SegmentDefinition,
): Promise<StoredSegment> {
  const { id } = current;
  const version = current.version + 1;
  if (definition.folder !== current.folder || fold(definition.name) !== fold(current.name))
    await refuseTakenName(scope, { id, name: definition.name, folder: definition.folder });
  await insertVersion(scope, id, version, definition, scope.now());
  await scope.db
    .updateTable('segments')
    .set({ version, ...keys(definition) })
    .where('id', '=', id)
    .execute();
  return saved(scope, id);
}

const keys = (definition: SegmentDefinition) => ({
  name_key: fold(definition.name),
  search_text: searchText(definition),
  folder: definition.folder,
});

const insertVersion = ({ db }: Scope, id: string, version: number, definition: SegmentDefinition, now: string) =>
  db
    .insertInto('segment_versions')
    .values({
      segment_id: id,
      version,
      name: definition.name,
      description: definition.description,
      folder: definition.folder,
      objective: definition.objective === null ? null : toJson(definition.objective),
      where: toJson(definition.where),
      created_at: now,
    })
    .execute();
