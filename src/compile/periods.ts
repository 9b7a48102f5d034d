import type { Catalog, Fact, Metric } from '../catalog/model.js';
import type { MetricsQuestion } from '../query/question.js';
import { addDays, daysBetween, type Duration, type Period } from '../query/time.js';
import { day } from './dialect.js';
import { factRows, placedBy, timeTypeOf, type FactScan } from './fact-rows.js';
import { madeOf, namesOf, partsOf } from './leaf.js';
import type { Sql } from './sql.js';
import { comma, sql } from './sql.js';
import type { StatementScope } from './statement.js';

/** Rows of a fact in any of some periods, with the last day of theirs as `_d0`. */
export function inPeriods(scope: StatementScope, periods: readonly Period[], scan: FactScan): Sql {
  const rows = factRows(scope.catalog, { ...scan, names: [...scan.names, 'day'] });
  if (periods.every(isOneDay) && touching(periods)) return sql`select *, day as _d0 from (${rows}) as _p`;
  const days = periods.flatMap(({ from, until }) =>
    Array.from({ length: daysBetween(from, until) }, (_, n) => [addDays(from, n), addDays(until, -1)] as const),
  );
  const table = sql`(values ${comma(days.map(([each, last]) => sql`(${day(each)}, ${day(last)})`))}) as _days(day, last)`;
  return sql`select _p.*, _days.last as _d0 from (${rows}) as _p join ${table} on _days.day = _p.day`;
}

const isOneDay = ({ from, until }: Period): boolean => daysBetween(from, until) === 1;
const touching = (periods: readonly Period[]): boolean =>
  periods.every(({ from }, i) => i === 0 || periods[i - 1]?.until === from);

/** Whether a metric says the same of periods that are asked about together as of each alone. */
function canBeSeries(catalog: Catalog, metric: Metric, daily: boolean): boolean {
  const { source } = metric;
  switch (source.kind) {
    case 'formula':
      return partsOf(catalog, metric).every((part) => canBeSeries(catalog, part, daily));
    case 'state':
      return (
        'entity' in source.over && source.over.entity === 'customer' && source.at === 'end' && metric.members === 'end'
      );
    case 'flow': {
      const fact = catalog.facts[source.fact];
      if (
        !fact ||
        (source.last && !(daily && isDay(source.last))) ||
        source.latestPer ||
        source.time ||
        metric.members !== 'end'
      )
        return false;
      const names = [...namesOf(metric), ...(source.where?.names ?? [])];
      return isByDay(fact) && !names.some((n) => n === 'as_of' || fact.relation.columns[n]?.knownFrom !== undefined);
    }
    case 'change':
      return false;
  }
}

/** Whether metrics, by name, look at the end of a period alone. */
export const areOfTheirEnds = (catalog: Catalog, names: readonly string[]): boolean =>
  names.every((name) => {
    const metric = catalog.metrics[name];
    return metric !== undefined && madeOf(catalog, metric, ({ source }) => source.kind === 'state');
  });

const isDay = (last: Duration): boolean => Object.entries(last).every(([unit, n]) => n === (unit === 'days' ? 1 : 0));

/** The day of an instant is costly to find for every row. */
const isByDay = (fact: Fact): boolean =>
  fact.time.kind === 'time' && timeTypeOf(fact, placedBy(fact)) !== 'timestamptz';

/** Questions that differ in nothing but their periods, as one: null where they cannot be asked together. */
export function asSeries(catalog: Catalog, questions: readonly MetricsQuestion[]): MetricsQuestion | null {
  const sorted = [...questions].sort((a, b) => (a.period.until < b.period.until ? -1 : 1));
  const last = sorted.at(-1);
  if (!last || sorted.length < 2) return null;
  const { population, by, limit, ownTime, metrics } = last;
  const ofTheirEnds = areOfTheirEnds(catalog, metrics);
  const all = sorted.map((q) => q.period);
  const periods = ofTheirEnds ? [...new Map(all.map((p) => [p.until, p])).values()] : all;
  const apart = periods.every(({ from }, i) => i === 0 || (periods[i - 1]?.until ?? '') <= from);
  const daily = periods.every(isOneDay);
  const kept = periods.every(({ until }) => catalog.snapshots?.days.has(addDays(until, -1)));
  if (population.entity !== 'customer' || limit !== undefined || ownTime) return null;
  if (
    !(apart || ofTheirEnds) ||
    !kept ||
    !metrics.every((m) => catalog.metrics[m] && canBeSeries(catalog, catalog.metrics[m], daily))
  )
    return null;
  return { ...last, by: [{ kind: 'day' }, ...by], periods };
}
