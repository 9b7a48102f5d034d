import type { Migration } from 'kysely';
import { folders } from './2026-11-22-a-folders.js';
import { segments } from './2026-11-22-b-segments.js';

/** Every migration by its dated name, in order. A released one is never changed: add another. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-a-folders': folders,
  '2026-11-22-b-segments': segments,
};
