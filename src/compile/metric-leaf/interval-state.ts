import { factOf } from '../attribute-scan.js';
import { namesOf, stateDay } from '../leaf.js';
import { openInOwnTime, openOver } from '../own-time.js';
import { sql } from '../sql.js';
import { grouped, type GroupOf } from './grouped.js';
import { memberRows } from './member-rows.js';

/** What the rows of a fact come to that are open on a day. */
export const intervalState: GroupOf<'state'> = (scope, q, leaves, leaf, source) => {
  const fact = factOf(scope.catalog, 'fact' in source.over ? source.over.fact : '');
  const names = leaves.flatMap((l) => namesOf(l.metric));
  const scan = { fact, asOf: stateDay(q, source), where: source.where, names };
  const rows = q.ownTime
    ? memberRows(scope, q, leaf, openOver(scan), (start, own) => openInOwnTime(scope.catalog, fact, source, start, own))
    : memberRows(scope, q, leaf, { ...scan, rows: { kind: 'open' } });
  return grouped(q, sql`(${rows}) as g`, 'g', leaves);
};
