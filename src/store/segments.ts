import type { SegmentFile } from '../catalog/segment-files.js';
import { problem, raise } from '../query/problem.js';
import { archiveSegment, unarchiveSegment } from './archive.js';
import { createSegment, restoreSegment, updateSegment } from './change.js';
import { everyoneIn } from './everyone.js';
import { createFolder, deleteFolder, listFolders, renameFolder } from './folders.js';
import { countSegments, listSegments } from './list.js';
import { saved } from './lookup.js';
import type { Scope } from './scope.js';
import type { Segments } from './segment.js';
import { shelve } from './shelf.js';
import { tellingBusy, tellingBusyNow } from './sqlite-errors.js';
import type { Store } from './store.js';
import { segmentVersion, segmentVersions } from './versions.js';

/**
 * The saved segments and the files of the workspace as one. Refused with SEGMENT_ID_TAKEN, for every file at once, where
 * a saved segment has a file's id.
 */
export async function openSegments(store: Store, files: readonly SegmentFile[]): Promise<Segments> {
  const scope: Scope = { ...store.scope, shelf: shelve(files) };
  const rows = await scope.db.selectFrom('segments').select('id').execute();
  const savedIds = new Set(rows.map(({ id }) => id));
  raise(
    files
      .filter(({ id }) => savedIds.has(id))
      .map(({ id, file }) => ({
        ...problem('SEGMENT_ID_TAKEN', [], `a saved segment has the id ${id} already; rename the file`),
        file,
      })),
  );
  return segmentsOn(scope);
}

export function segmentsOn(scope: Scope): Segments {
  const ask = <T>(question: (scope: Scope) => Promise<T>): Promise<T> => tellingBusy(() => question(scope));
  const write = <T>(change: (scope: Scope) => Promise<T>): Promise<T> =>
    tellingBusy(() => scope.db.transaction().execute((db) => change({ ...scope, db })));
  const everyone = everyoneIn(scope);
  return Object.freeze<Segments>({
    everyone: () => tellingBusyNow(everyone),
    list: (request) => ask((s) => listSegments(s, request)),
    count: (filter) => ask((s) => countSegments(s, filter)),
    get: (id) => ask(async (s) => s.shelf.segments.find((segment) => segment.id === id) ?? saved(s, id)),
    getVersion: (id, version) => ask((s) => segmentVersion(s, id, version)),
    versions: (id) => ask((s) => segmentVersions(s, id)),
    create: (draft) => write((s) => createSegment(s, draft)),
    update: (id, update) => write((s) => updateSegment(s, id, update)),
    restore: (id, version, expected) => write((s) => restoreSegment(s, id, version, expected)),
    archive: (id) => write((s) => archiveSegment(s, id)),
    unarchive: (id) => write((s) => unarchiveSegment(s, id)),
    folders: Object.freeze<Segments['folders']>({
      list: () => ask((s) => listFolders(s)),
      create: (name) => write((s) => createFolder(s, name)),
      rename: (name, newName) => write((s) => renameFolder(s, name, newName)),
      delete: (name) => write((s) => deleteFolder(s, name)),
    }),
  });
}
