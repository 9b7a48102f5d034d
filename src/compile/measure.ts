import type { Activity, FactRows, Measure } from '../query/where.js';
import { activePeriodCount } from './active-periods.js';
import { factOf } from './attribute-scan.js';
import type { Base } from './base.js';
import { countOnDays } from './counts-on-days.js';
import type { Sql } from './sql.js';
import { name, ref, sql } from './sql.js';
import type { Typed } from './value-test.js';
import { spanOf } from './window.js';

/** Measures that one aggregate over the rows gives. */
type Aggregated = Exclude<Measure, Activity>;

const types = { count: 'number', users: 'number', sum: 'number', avg: 'number', first: 'date', last: 'date' } as const;
const aggregate = {
  count: () => sql`count(*)`,
  users: () => sql`count(distinct _user)`,
  sum: (column: Sql) => sql`sum(${column})`,
  avg: (column: Sql) => sql`avg(${column})`,
  min: (column: Sql) => sql`min(${column})`,
  max: (column: Sql) => sql`max(${column})`,
  first: () => sql`min(day)`,
  last: () => sql`max(day)`,
};
/** These are 0 for a customer without rows; the others are missing. */
const emptyIsZero: ReadonlySet<Measure['of']> = new Set(['count', 'users', 'sum']);

/** What a measure comes to over a member's rows of a fact. */
export function measureValue(base: Base, rows: FactRows, measure: Measure, alias: string): Typed {
  return measure.of === 'periods'
    ? { value: activePeriodCount(base, rows, measure, alias), type: 'number' }
    : aggregated(base, rows, measure, alias);
}

function aggregated(base: Base, { fact: plural, where, during }: FactRows, measure: Aggregated, alias: string): Typed {
  const { catalog, day } = base;
  const onDays = measure.of === 'count' && during ? countOnDays(base, { fact: plural, where, during }, alias) : null;
  if (onDays) return { value: onDays, type: 'number' };
  const fact = factOf(catalog, plural);
  const column = 'column' in measure ? fact.relation.columns[measure.column] : undefined;
  const type = measure.of === 'min' || measure.of === 'max' ? (column?.type ?? 'number') : types[measure.of];
  const result = base.folded(
    {
      fact,
      where,
      span: during && spanOf(during, day, catalog),
      value: aggregate[measure.of](name(column?.name ?? '_customer')),
      names: [...(column ? [column.name] : []), ...(measure.of === 'first' || measure.of === 'last' ? ['day'] : [])],
    },
    (value) => (emptyIsZero.has(measure.of) ? sql`coalesce(${value}, 0)` : value),
  );
  return { value: ref(alias, result), type, timeType: type === 'date' ? 'date' : column?.timeType };
}
