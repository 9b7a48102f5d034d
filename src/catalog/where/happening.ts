import type { ActivityGrain } from '../../query/grid.js';
import type { FactRows } from '../../query/where.js';
import type { Catalog, Fact } from '../model.js';
import { camelCase } from '../names.js';
import { tell, type Spot } from './spot.js';

/** Whether rows happen at a time; the problem is noted where they last. */
export function happens(fact: Fact, spot: Spot): boolean {
  if (fact.time.kind === 'interval')
    tell(spot, 'NOT_AT_A_TIME', `${fact.plural} last over an interval; rows that happen at a time are needed`);
  return fact.time.kind === 'time';
}

/** Notes a problem where hours are to be counted of rows that have only a day. */
export function needTimeOfDay(fact: Fact, spot: Spot, why: string): void {
  if (fact.time.kind === 'time' && fact.relation.columns[fact.time.column]?.timeType === 'date')
    tell(spot, 'NO_TIME_OF_DAY', `${fact.plural} have a day but no time of day, so ${why}`);
}

/** Rows that activity is counted of. */
export function needHappening(catalog: Catalog, rows: FactRows, grain: ActivityGrain, spot: Spot): void {
  const fact = catalog.facts[rows.fact];
  if (!fact) return;
  const place = { ...spot, path: [...spot.path, camelCase(fact.plural)] };
  if (happens(fact, place) && grain === 'HOUR') needTimeOfDay(fact, place, 'hours cannot be told apart');
}
