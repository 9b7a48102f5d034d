import { fold } from '../catalog/segment-definition.js';

/** Orders folded text as SQLite does, by UTF-8 bytes, so that files and rows sort alike. */
export const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const LONGEST_SLUG = 60;
const accents = /[\u0300-\u036f]+/g;

/** `Due for renewal (30 days)` → `due-for-renewal-30-days`. Letters of any script stay; never empty. */
export function slug(name: string): string {
  const words = fold(name.normalize('NFKD').replace(accents, '')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['segment'];
  return Array.from(words.join('-')).slice(0, LONGEST_SLUG).join('').replace(/-$/, '');
}

/** What a search looks in. */
export const searchText = (segment: { readonly name: string; readonly description: string }): string =>
  fold(`${segment.name}\n${segment.description}`);
