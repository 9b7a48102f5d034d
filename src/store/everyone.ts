import { compareSegments } from './cursor.js';
import { asSegment, currentSegments } from './lookup.js';
import type { Scope } from './scope.js';
import type { StoredSegment } from './segment.js';

type Everyone = ReadonlyMap<string, StoredSegment>;

/** All segments by id, in the order of lists and archived ones too, as they are now: read again only after a change. */
export function everyoneIn({ db, committed, shelf }: Scope): () => Everyone {
  const query = currentSegments(db).compile();
  let known: { readonly version: number; readonly everyone: Everyone } | undefined;
  return () => {
    const version = committed.version();
    if (known?.version !== version) {
      const all = [...committed.rows(query).map(asSegment), ...shelf.segments].sort(compareSegments);
      known = { version, everyone: new Map(all.map((segment) => [segment.id, segment])) };
    }
    return known.everyone;
  };
}
