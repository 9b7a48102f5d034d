import type { Kysely } from 'kysely';
import { suggest } from '../catalog/suggest.js';
import { fromJson } from './json.js';
import { refuse } from './refuse.js';
import type { Scope } from './scope.js';
import type { Objective, SegmentVersion, StoredSegment } from './segment.js';
import type { SegmentVersionsTable, Tables } from './tables.js';
import { slug } from './text.js';

/** Segments with what their current version says. */
export const currentSegments = (db: Kysely<Tables>) =>
  db
    .selectFrom('segments as s')
    .innerJoin('segment_versions as v', (join) =>
      join.onRef('v.segment_id', '=', 's.id').onRef('v.version', '=', 's.version'),
    )
    .select(['s.id', 's.entity', 's.created_at as first_created_at', 's.archived_at'])
    .select(['v.version', 'v.name', 'v.description', 'v.folder', 'v.objective', 'v.where', 'v.created_at']);

export type CurrentRow = Awaited<ReturnType<ReturnType<typeof currentSegments>['executeTakeFirstOrThrow']>>;

export const asSegment = (row: CurrentRow): StoredSegment =>
  Object.freeze({
    id: row.id,
    entity: row.entity,
    ...content(row),
    version: row.version,
    createdAt: row.first_created_at,
    updatedAt: row.created_at,
    archivedAt: row.archived_at,
    readOnly: false,
    source: 'store',
  });

export const asVersion = (row: SegmentVersionsTable): SegmentVersion =>
  Object.freeze({ id: row.segment_id, version: row.version, ...content(row), createdAt: row.created_at });

const content = (row: Pick<SegmentVersionsTable, 'name' | 'description' | 'folder' | 'objective' | 'where'>) => ({
  name: row.name,
  description: row.description,
  folder: row.folder,
  objective: row.objective === null ? null : (fromJson(row.objective) as Objective),
  where: fromJson(row.where),
});

/** A saved segment, or SEGMENT_NOT_FOUND with the ids that come near. */
export async function saved(scope: Scope, id: string): Promise<StoredSegment> {
  const row = await currentSegments(scope.db).where('s.id', '=', id).executeTakeFirst();
  return row ? asSegment(row) : refuseUnknown(scope, id);
}

/** A saved segment that may be changed. */
export async function writable(scope: Scope, id: string): Promise<StoredSegment> {
  const file = scope.shelf.files.get(id);
  if (file !== undefined) refuse('SEGMENT_READ_ONLY', ['id'], `${id} is written in ${file}; change it there`);
  return saved(scope, id);
}

async function refuseUnknown(scope: Scope, id: string): Promise<never> {
  const rows = await scope.db.selectFrom('segments').select('id').execute();
  const ids = [...scope.shelf.files.keys(), ...rows.map((row) => row.id)];
  return refuse('SEGMENT_NOT_FOUND', ['id'], `there is no segment ${id}`, suggest(slug(id), ids));
}
