import { asVersion, saved } from './lookup.js';
import { refuse } from './refuse.js';
import type { Scope } from './scope.js';
import type { SegmentVersion, StoredSegment } from './segment.js';

/** Every version of a segment, the newest first. A file has one. */
export async function segmentVersions(scope: Scope, id: string): Promise<readonly SegmentVersion[]> {
  const file = scope.shelf.segments.find((segment) => segment.id === id);
  if (file) return Object.freeze([onlyVersion(file)]);
  await saved(scope, id);
  const rows = await scope.db
    .selectFrom('segment_versions')
    .selectAll()
    .where('segment_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return Object.freeze(rows.map(asVersion));
}

/** One version, or VERSION_NOT_FOUND with the versions there are. */
export async function segmentVersion(scope: Scope, id: string, version: number): Promise<SegmentVersion> {
  const versions = await segmentVersions(scope, id);
  const newest = String(versions[0]?.version);
  return (
    versions.find((one) => one.version === version) ??
    refuse('VERSION_NOT_FOUND', ['version'], `${id} has no version ${String(version)}; it has 1 to ${newest}`)
  );
}

const onlyVersion = ({ id, version, name, description, folder, objective, where, createdAt }: StoredSegment) =>
  Object.freeze({ id, version, name, description, folder, objective, where, createdAt });
