import type { EntityName } from '../query/where.js';

export interface FoldersTable {
  readonly name: string;
  /** The name as `fold` has it: unique. */
  readonly key: string;
  readonly created_at: string;
}

/** What a segment is found by; what it says is in its current version. */
export interface SegmentsTable {
  readonly id: string;
  readonly entity: EntityName;
  readonly version: number;
  readonly name_key: string;
  readonly search_text: string;
  readonly folder: string | null;
  readonly created_at: string;
  readonly archived_at: string | null;
}

export interface SegmentVersionsTable {
  readonly segment_id: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly folder: string | null;
  /** JSON. */
  readonly objective: string | null;
  /** JSON. */
  readonly where: string;
  readonly created_at: string;
}

export interface Tables {
  readonly folders: FoldersTable;
  readonly segments: SegmentsTable;
  readonly segment_versions: SegmentVersionsTable;
}
