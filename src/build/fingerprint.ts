import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { RelationRead } from '../catalog/relations.js';
import { quoteText } from '../catalog/sql-text.js';
import type { Source } from '../catalog/sources.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { FORMAT } from './place.js';
import { sortedBy } from './sorted-by.js';

export interface Fingerprint {
  /** What a relation's SQL says, and that of those it selects from, and which of its columns are keys and times. */
  readonly definition: string;
  /** The same and the files it reads, by path, size and time of change; null where its files are not known. */
  readonly content: string | null;
}

export const digest = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

/** Fingerprints of relations, each told after those it selects from. */
export function fingerprints(dir: string, warehouse: Warehouse) {
  const known = new Map<string, Fingerprint>();
  return {
    of: known as ReadonlyMap<string, Fingerprint>,
    add: async ({ source, dependsOn, files }: RelationRead): Promise<Fingerprint> => {
      const below = dependsOn.map((name) => known.get(name));
      const definition = digest(
        FORMAT,
        source.sql,
        sortedBy(source),
        meantBy(source),
        below.map((f) => f?.definition),
      );
      const read = files && (await Promise.all(files.map((path) => filesOf(dir, path, warehouse))));
      const opaque = read === null || below.some((f) => f?.content === null);
      const content = opaque
        ? null
        : digest(
            definition,
            read,
            below.map((f) => f?.content),
          );
      const print = { definition, content };
      known.set(source.name, print);
      return print;
    },
  };
}

/** What is said of the columns that place a row: whose it is, and from when until when. */
function meantBy({ meaning }: Source): unknown {
  if (meaning.kind !== 'entity' && meaning.kind !== 'fact') return null;
  const { key, customer, columns } = meaning.yml;
  const known = Object.entries(columns).flatMap(([name, { known_from: from }]) =>
    from === undefined ? [] : [[name, from]],
  );
  const times =
    meaning.kind === 'entity' ? [meaning.yml.since] : [meaning.yml.user, meaning.yml.time, meaning.yml.interval];
  return [meaning.kind, key, customer, times, known];
}

async function filesOf(dir: string, path: string, warehouse: Warehouse): Promise<readonly unknown[]> {
  const pattern = isAbsolute(path) ? path : join(dir, path);
  const found = await warehouse.rows(`select file from glob(${quoteText(pattern)}) order by file`);
  return Promise.all(
    found.map(async ({ file }) => {
      const { size, mtimeMs } = await stat(String(file));
      return [file, size, mtimeMs];
    }),
  );
}
