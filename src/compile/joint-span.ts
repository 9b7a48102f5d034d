import type { Span } from './window.js';

export const sameSpan = (a: Span, b: Span): boolean =>
  a.from === b.from && a.until === b.until && a.since === b.since && a.before === b.before;

/** Both of two spans of days that overlap or touch; null of others, as rows in neither would be read, or those of moments. */
export function jointSpan(a: Span, b: Span): Span | null {
  if (sameSpan(a, b)) return a;
  if (!isOfDays(a) || !isOfDays(b) || a.until < from(b) || b.until < from(a)) return null;
  const first = from(a) < from(b) ? a.from : b.from;
  return { ...(first !== undefined && { from: first }), until: a.until < b.until ? b.until : a.until };
}

/** Comes before all days where there is no first one. */
const from = (span: Span): string => span.from ?? '';

const isOfDays = (span: Span): span is Span & { readonly until: string } =>
  span.since === undefined && span.before === undefined && span.until !== undefined && from(span) < span.until;
