import type { Translation } from './family.js';
import { NotUnderstood } from './not-understood.js';

/** A family whose cases are of several kinds. */
export const byKind =
  (kinds: Readonly<Record<string, Translation>>): Translation =>
  (worked, open) => {
    const { kind } = worked.question;
    const translation = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (translation) return translation(worked, open);
    throw new NotUnderstood(['question', 'kind'], `no meaning is known for ${String(kind)}`);
  };
