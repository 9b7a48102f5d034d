import type { Where } from '../query/where.js';
import type { Segment } from './segment.js';

/** The segment as a condition: a saved one by its id, so that its later versions count, any other by its where. */
export const asWhere = (segment: Segment): unknown =>
  segment.saved ? { segment: { in: [segment.saved.id] } } : (segment.whereJson ?? {});

/** Names of the attributes a where asks about, of its own kind of member and at any day. */
export function namesIn(where: Where): ReadonlySet<string> {
  switch (where.kind) {
    case 'and':
    case 'or':
      return new Set(where.items.flatMap((item) => [...namesIn(item)]));
    case 'not':
      return namesIn(where.item);
    case 'attribute':
    case 'change':
      return new Set([where.name]);
    case 'valueMoved':
      return new Set([where.attribute]);
    case 'segment':
    case 'asOf':
      return namesIn(where.where);
    case 'rank':
      return new Set([where.by]);
    case 'fact':
    case 'users':
    case 'userCount':
    case 'customer':
    case 'ids':
    case 'bucket':
    case 'membership':
    case 'funnel':
    case 'retained':
    case 'basket':
    case 'rfm':
      return new Set();
  }
}
