import type { Objective, SegmentDefinition } from '../catalog/segment-definition.js';

export type { Objective } from '../catalog/segment-definition.js';

/** A segment as it is now. Instants are ISO text in UTC. Whether the where fits the model is not the store's to know. */
export interface StoredSegment extends SegmentDefinition {
  readonly id: string;
  /** Counts from 1; every change of the definition is a new one. */
  readonly version: number;
  readonly createdAt: string;
  /** When this version was made. */
  readonly updatedAt: string;
  readonly archivedAt: string | null;
  readonly readOnly: boolean;
  /** Saved over the API, or a file of the workspace. */
  readonly source: 'store' | 'file';
}

/** What a segment was at one version. A renamed folder is renamed here too, a deleted one becomes null. */
export interface SegmentVersion extends Omit<SegmentDefinition, 'entity'> {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
}

export interface SegmentDraft extends Pick<SegmentDefinition, 'entity' | 'name' | 'where'> {
  readonly description?: string | null;
  readonly folder?: string | null;
  readonly objective?: Objective | null;
  readonly where: unknown;
}

/** What is left out stays; null empties. */
export interface SegmentChanges {
  readonly name?: string;
  readonly description?: string | null;
  readonly folder?: string | null;
  readonly objective?: Objective | null;
  readonly where?: unknown;
}

export interface SegmentUpdate {
  /** The version the change was made from; refused with STALE_VERSION when it is no longer the current one. */
  readonly expectedVersion: number;
  readonly changes: SegmentChanges;
}

export interface SegmentFilter {
  /** A folder's name, or null for the top level; without it, all. */
  readonly folder?: string | null;
  /** Text within the name or the description, in any case. */
  readonly search?: string;
  readonly includeArchived?: boolean;
}

export interface SegmentPageRequest extends SegmentFilter {
  readonly first: number;
  /** `next` of the page before, or `cursorOf` any segment. */
  readonly after?: string | null;
}

/** Segments by name in any case, then by id. */
export interface SegmentPage {
  readonly segments: readonly StoredSegment[];
  /** Null on the last page. */
  readonly next: string | null;
}

export interface Folder {
  readonly name: string;
  /** Segments in it, without archived ones. */
  readonly segments: number;
  /** Files of the workspace are in it. */
  readonly readOnly: boolean;
}

/** Segments and their folders. A refusal is a ProblemError with a code of `storeCodes`, named beside each. */
export interface Segments {
  /** All by id, in the order of lists and archived ones too; the same object until somebody, of another process too, changes one. */
  everyone(): ReadonlyMap<string, StoredSegment>;
  list(request: SegmentPageRequest): Promise<SegmentPage>;
  /** How many segments a list with the same filter has in all. */
  count(filter: SegmentFilter): Promise<number>;
  /** An archived segment too. SEGMENT_NOT_FOUND. */
  get(id: string): Promise<StoredSegment>;
  /** SEGMENT_NOT_FOUND, VERSION_NOT_FOUND. */
  getVersion(id: string, version: number): Promise<SegmentVersion>;
  /** The newest first. SEGMENT_NOT_FOUND. */
  versions(id: string): Promise<readonly SegmentVersion[]>;
  /** NAME_TAKEN, FOLDER_NOT_FOUND. */
  create(draft: SegmentDraft): Promise<StoredSegment>;
  /** A new version. STALE_VERSION, NAME_TAKEN, FOLDER_NOT_FOUND, SEGMENT_NOT_FOUND, SEGMENT_ARCHIVED, SEGMENT_READ_ONLY. */
  update(id: string, update: SegmentUpdate): Promise<StoredSegment>;
  /** A new version, equal to an earlier one. VERSION_NOT_FOUND and what `update` refuses with. */
  restore(id: string, version: number, expectedVersion: number): Promise<StoredSegment>;
  /** Out of the lists; its name is free for another. SEGMENT_NOT_FOUND, SEGMENT_READ_ONLY. */
  archive(id: string): Promise<StoredSegment>;
  /** NAME_TAKEN, SEGMENT_NOT_FOUND, SEGMENT_READ_ONLY. */
  unarchive(id: string): Promise<StoredSegment>;
  readonly folders: {
    list(): Promise<readonly Folder[]>;
    /** FOLDER_TAKEN. */
    create(name: string): Promise<Folder>;
    /** Segments stay in it. FOLDER_NOT_FOUND, FOLDER_TAKEN, FOLDER_READ_ONLY. */
    rename(name: string, newName: string): Promise<Folder>;
    /** The name, once it is gone; archived segments in it move to the top level. FOLDER_NOT_FOUND, FOLDER_NOT_EMPTY. */
    delete(name: string): Promise<string>;
  };
}
