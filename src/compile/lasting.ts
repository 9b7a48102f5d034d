import type { Catalog } from '../catalog/model.js';
import type { Grouping, MetricsQuestion } from '../query/question.js';
import type { Day } from '../query/time.js';
import { addDays, startOf } from '../query/time.js';
import { isOfEveryone, lastDays } from './leaf.js';
import { areOfTheirEnds } from './periods.js';

/**
 * The question about the members of each day in place of those of a later one, where that says the same: of everyone, grouped
 * by an attribute that lasts. Then a row tells by itself which group its customer is in later. Others stay as they are.
 */
export function ofOwnDays(catalog: Catalog, q: MetricsQuestion): MetricsQuestion {
  const { memberDay, ...population } = q.population;
  const days = lastDays(q);
  const [first, start, ...others] = q.by;
  const kept = catalog.snapshots?.days;
  if (memberDay === undefined || !days || q.size || q.ownTime || others.length > 0) return q;
  if (population.entity !== 'customer' || !isOfEveryone(q) || !isDay(first) || !lasts(catalog, start, days)) return q;
  const areKept = [...days, memberDay].every((day) => day <= memberDay && kept?.has(day));
  return areKept && areOfTheirEnds(catalog, q.metrics) ? { ...q, population } : q;
}

const isDay = (by: Grouping | undefined): boolean => typeof by === 'object' && by.kind === 'day';

/**
 * Whether an attribute that lasts tells the groups, and none of the days lies within one: then there are members whose own day
 * is still to come, which their rows do not tell.
 */
function lasts({ snapshots, workspace }: Catalog, by: Grouping | undefined, days: readonly Day[]): boolean {
  if (typeof by !== 'object' || by.kind !== 'start' || by.start.kind !== 'attribute' || !by.within) return false;
  const { grain, start, within } = by;
  const isEnd = (next: Day): boolean => next >= within.until || startOf(grain, next, workspace.weekStart) === next;
  return (snapshots?.lasting.has(start.name) ?? false) && days.every((day) => isEnd(addDays(day, 1)));
}
