import { openBuild, type OpenBuild } from '../build/open.js';
import type { Catalog } from '../catalog/model.js';
import { loadCatalog } from '../catalog/load.js';
import { readSegmentFiles } from '../catalog/segment-files.js';
import type { Problem } from '../query/problem.js';
import type { Segments, StoredSegment } from '../store/segment.js';
import { openSegments } from '../store/segments.js';
import type { Store } from '../store/store.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { createResultCache, type ResultCache } from './result-cache.js';
import type { Segment } from './segment.js';
import { savedSegment } from './segment.js';
import type { Source } from './session.js';

/** A workspace that can be asked. */
export interface OpenWorkspace {
  readonly catalog: Catalog;
  readonly warehouse: Warehouse;
  readonly segments: Segments;
  /** Problems of segments as code; those segments are left out. */
  readonly segmentProblems: readonly Problem[];
  /** Relations too large for memory: questions read their files. */
  readonly onFiles: readonly string[];
  /** The build that answers; null where the files do. */
  readonly build: OpenBuild | null;
  /** Answers to come again; only where the data stays as it is. */
  readonly cache?: ResultCache;
}

/** A model with its data, before anybody's segments. */
export interface LoadedModel {
  readonly dir: string;
  readonly catalog: Catalog;
  readonly warehouse: Warehouse;
  readonly onFiles: readonly string[];
  readonly build: OpenBuild | null;
}

/**
 * Loads a model; without one there are problems. Relations are taken from the workspace's build. Of others, those of at most
 * `loadRows` rows are read into memory, larger ones stay on their files.
 */
export async function loadModel(
  dir: string,
  warehouse: Warehouse,
  loadRows: number,
): Promise<{ readonly model: LoadedModel | null; readonly problems: readonly Problem[] }> {
  const onFiles: string[] = [];
  const build = await openBuild(dir, warehouse);
  const { catalog, problems } = await loadCatalog(dir, warehouse, {
    ...(build && { define: build.define }),
    whenDefined: async ({ source: { name } }) => {
      if (!(await warehouse.load(name, loadRows))) onFiles.push(name);
    },
  });
  if (!catalog) return { model: null, problems };
  const known = build ? await build.know(catalog) : catalog;
  return { model: { dir, catalog: known, warehouse, onFiles, build }, problems };
}

/** The model with the segments of a store and of the workspace's files, and a cache of that many bytes. */
export async function withSegments(model: LoadedModel, store: Store, cacheBytes = 0): Promise<OpenWorkspace> {
  const files = await readSegmentFiles(model.dir);
  const segments = await openSegments(store, files.segments);
  const { catalog, warehouse, onFiles, build } = model;
  const stays = onFiles.length === 0;
  const cache = cacheBytes > 0 && stays ? { cache: createResultCache(cacheBytes) } : {};
  return { catalog, warehouse, segments, segmentProblems: files.problems, onFiles, build, ...cache };
}

/** Saved segments by id as they are when a request first needs one: what its wheres refer to. Most need none. */
export function sourceOf(workspace: OpenWorkspace): { source: Source; saved: () => readonly Segment[] } {
  const { catalog, warehouse, segments, cache } = workspace;
  let found: ReadonlyMap<string, StoredSegment> | undefined;
  const everyone = () => (found ??= segments.everyone());
  const source: Source = { catalog, warehouse, segment: (id) => everyone().get(id), ...(cache && { cache }) };
  return { source, saved: () => [...everyone().values()].map((s) => savedSegment(source, s)) };
}
