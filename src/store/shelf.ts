import { fold } from '../catalog/segment-definition.js';
import type { SegmentFile } from '../catalog/segment-files.js';
import { deepFreeze } from './json.js';
import type { StoredSegment } from './segment.js';

/** The segments that are files of the workspace: seen beside the saved ones, never changed. */
export interface Shelf {
  readonly segments: readonly StoredSegment[];
  /** Where a segment is written, by its id. */
  readonly files: ReadonlyMap<string, string>;
  /** The folders they are in, by folded name. */
  readonly folders: ReadonlyMap<string, string>;
}

export const emptyShelf: Shelf = { segments: [], files: new Map(), folders: new Map() };

export function shelve(files: readonly SegmentFile[]): Shelf {
  const folders = new Map<string, string>();
  for (const { folder } of files) if (folder !== null && !folders.has(fold(folder))) folders.set(fold(folder), folder);
  return {
    segments: files.map((file) => asStored(file, folders)),
    files: new Map(files.map(({ id, file }) => [id, file])),
    folders,
  };
}

function asStored(file: SegmentFile, folders: ReadonlyMap<string, string>): StoredSegment {
  const { id, entity, name, description, objective, where, modifiedAt } = file;
  return deepFreeze({
    ...{ id, entity, name, description, objective, where: structuredClone(where) },
    folder: file.folder === null ? null : (folders.get(fold(file.folder)) ?? file.folder),
    version: 1,
    createdAt: modifiedAt,
    updatedAt: modifiedAt,
    archivedAt: null,
    readOnly: true,
    source: 'file',
  });
}
