import type { Day, Duration } from '../../query/time.js';
import type { EntityName, Where } from '../../query/where.js';

/** Whose, and of which day, a part is asked; outermost first. */
export type Within =
  | { readonly kind: 'asOf'; readonly day?: Day; readonly ago?: Duration }
  /** The customer of a user. */
  | { readonly kind: 'customer' };

export const partKinds = ['AND', 'OR', 'NOT', 'SEGMENT', 'AS_OF', 'CUSTOMER', 'CONDITION'] as const;

/** A part of a where: a group of parts, or one condition. */
export interface Part {
  readonly kind: (typeof partKinds)[number];
  /** Its place: `0.2.1`; empty for the whole. */
  readonly id: string;
  readonly text: string;
  /** A where of its own, asked of the same members on the same day as the whole. */
  readonly json: unknown;
  readonly where: Where;
  /** The same without what it is asked within, which the condition itself speaks of. */
  readonly own: Where;
  readonly entity: EntityName;
  readonly within: readonly Within[];
  /** Empty for a condition. */
  readonly parts: readonly Part[];
}

/** All parts, each group before what is in it. */
export const allParts = (part: Part): readonly Part[] => [part, ...part.parts.flatMap(allParts)];
export const conditionsOf = (part: Part): readonly Part[] => allParts(part).filter((p) => p.kind === 'CONDITION');
export const parentOf = (id: string): string | null =>
  id === '' ? null : id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : '';

/** Whether a part holds, by the verdicts on its conditions; all kinds of groups but two hold where all their parts do. */
export function holds(part: Part, verdict: (condition: Part) => boolean): boolean {
  const holdsPart = (p: Part): boolean => holds(p, verdict);
  switch (part.kind) {
    case 'CONDITION':
      return verdict(part);
    case 'OR':
      return part.parts.some(holdsPart);
    case 'NOT':
      return !part.parts.every(holdsPart);
    case 'AND':
    case 'SEGMENT':
    case 'AS_OF':
    case 'CUSTOMER':
      return part.parts.every(holdsPart);
  }
}

type Json = Readonly<Record<string, unknown>>;

/** Wheres that hold together: fields of one object where they do not clash, so that it is no deeper than before. */
export function together(wheres: readonly unknown[]): unknown {
  const fields = wheres.flatMap((where) => Object.keys(where as Json));
  if (new Set(fields).size < fields.length) return { and: wheres };
  return Object.assign({}, ...(wheres as readonly Json[])) as unknown;
}

/** The where of a group, of those of its parts. */
export function groupJson(kind: Part['kind'], parts: readonly unknown[]): unknown {
  if (kind === 'NOT') return { not: parts[0] ?? {} };
  return kind === 'OR' ? { or: parts } : together(parts);
}
