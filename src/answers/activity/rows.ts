import type { Bounded, Moment, Stretch } from '../../query/grid.js';
import { microseconds } from '../../query/grid.js';
import type { Json } from './population.js';

/** Holds for nobody. */
export const nobody: Json = { or: [] };

/** A condition on the rows that `{events: {…}}` names: its field with the rows' where and more beside it. */
export function onRows(rows: Json, more: Json): Json {
  const [entry] = Object.entries(rows);
  if (!entry) throw new Error('Rows name one fact');
  const [field, where] = entry;
  const all = Object.keys(where as Json).length === 0;
  return { [field]: { ...(all ? {} : { where }), ...more } };
}

export const windowOf = ({ kind, from, until }: Stretch): Json => {
  const ends = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
  return kind === 'moments' ? { moments: ends } : ends;
};

/** The part of a stretch that lies before a moment; undefined where none does. */
export function cut(stretch: Stretch, before: Moment | undefined): Stretch | undefined {
  if (before === undefined || stretch.kind !== 'moments') return stretch;
  const at = (moment: Moment): number => microseconds(moment, 'UTC');
  if (stretch.from !== undefined && at(stretch.from) >= at(before)) return undefined;
  const until = stretch.until === undefined || at(before) < at(stretch.until) ? before : stretch.until;
  return { ...stretch, until };
}

export const isBounded = (stretch: Stretch): stretch is Bounded =>
  stretch.from !== undefined && stretch.until !== undefined;
