import { minus } from '../../query/time.js';
import { factOf } from '../attribute-scan.js';
import { type FactScan, latestOnly } from '../fact-rows.js';
import { expressionsOf, lastDay, namesOf } from '../leaf.js';
import { inOwnTime } from '../own-time.js';
import { peopleOfADay } from '../people.js';
import { name, sql } from '../sql.js';
import { grouped, type GroupOf } from './grouped.js';
import { memberRows } from './member-rows.js';

/** What rows of a fact in a period come to. */
export const flow: GroupOf<'flow'> = (scope, q, leaves, leaf, source) => {
  const fact = factOf(scope.catalog, source.fact);
  const { until } = q.period;
  const whole = q.periods?.[0] ? { from: q.periods[0].from, until } : q.period;
  const span = source.last && !q.periods ? { from: minus(until, source.last), until } : whole;
  const scan: FactScan = {
    fact,
    asOf: lastDay(q),
    rows: { kind: 'placed', span: q.ownTime ? {} : span },
    time: source.time,
    where: source.where,
    latestPer: source.latestPer,
    names: leaves.flatMap((l) => namesOf(l.metric)),
  };
  const rows = memberRows(scope, q, leaf, scan, (start, own) => inOwnTime(scope.catalog, scan, start, own));
  // A group is a population of its own: who answered for two of them has a latest row in each.
  const groups = q.by.map((_, i) => name(`_d${String(i)}`));
  const kept = source.latestPer ? latestOnly(fact, source.latestPer, rows, groups) : rows;
  const reading = peopleOfADay(
    scope.catalog,
    q,
    scan,
    span,
    leaves.flatMap(({ metric }) => expressionsOf(metric)),
  );
  return grouped(q, sql`(${reading.rows(kept)}) as g`, 'g', leaves, reading.value);
};
