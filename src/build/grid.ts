import type { SnapshotGrid } from '../catalog/model.js';
import type { Day, Grain, WeekStart } from '../query/time.js';
import { addDays, minus, startOf } from '../query/time.js';

/** The days that snapshots are kept of, oldest first: every one of late, and before that the last of each week and month. */
export function gridDays(grid: SnapshotGrid, last: Day, first: Day | null, weekStart: WeekStart): readonly Day[] {
  const days = new Set<Day>();
  const oldest = (back: Day): Day => (first !== null && first > back ? first : back);
  if (grid.daily) for (let d = last; d > oldest(minus(last, grid.daily)); d = addDays(d, -1)) days.add(d);
  const ends: readonly (readonly [Grain, SnapshotGrid['weekly']])[] = [
    ['WEEK', grid.weekly],
    ['MONTH', grid.monthly],
  ];
  for (const [grain, back] of ends)
    if (back)
      for (let d = last; d > oldest(minus(last, back)); d = addDays(startOf(grain, d, weekStart), -1)) days.add(d);
  return [...days].sort();
}
