import { z } from 'zod';
import { fold } from '../catalog/segment-definition.js';
import { refuse } from './refuse.js';
import type { StoredSegment } from './segment.js';
import { compareText } from './text.js';

/** A place in the order of segments: by folded name, then by id. */
export interface Place {
  readonly nameKey: string;
  readonly id: string;
}

export const placeOf = ({ id, name }: Pick<StoredSegment, 'id' | 'name'>): Place => ({ nameKey: fold(name), id });

export const comparePlaces = (a: Place, b: Place): number =>
  compareText(a.nameKey, b.nameKey) || compareText(a.id, b.id);

/** Puts segments in that order. */
export const compareSegments = (a: StoredSegment, b: StoredSegment): number => comparePlaces(placeOf(a), placeOf(b));

/** What `after` takes to go on behind a segment. */
export function cursorOf(segment: Pick<StoredSegment, 'id' | 'name'>): string {
  const { nameKey, id } = placeOf(segment);
  return Buffer.from(JSON.stringify([nameKey, id])).toString('base64url');
}

const written = z.tuple([z.string(), z.string()]);

/** Refuses with BAD_CURSOR what `cursorOf` never made. */
export function readCursor(cursor: string): Place {
  const place = written.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  if (!place.success) return refuse('BAD_CURSOR', ['after'], 'this is no cursor of a list of segments');
  const [nameKey, id] = place.data;
  return { nameKey, id };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
