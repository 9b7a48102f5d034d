import type { Attribute } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import { minus } from '../query/time.js';
import type { Activity, ChangeTest, Measure, RankTest, Where } from '../query/where.js';
import { noTestMeans } from '../query/where.js';
import { activePeriods } from './active-periods.js';
import { factOf, keysOf } from './attribute-scan.js';
import type { Base, Related } from './base.js';
import { entityOf } from './base.js';
import { dialect } from './dialect.js';
import { factRows } from './fact-rows.js';
import { retained } from './retained.js';
import { compileRfm } from './rfm.js';
import { membership } from './membership.js';
import type { Sql } from './sql.js';
import { all, any, comma, name, not, ref, sql, yes } from './sql.js';
import { valueTests } from './value-test.js';
import { spanOf } from './window.js';

const attributeOf = (base: Base, attribute: string): Attribute => {
  const found = entityOf(base.catalog, base.entity).attributes[attribute];
  if (!found) throw new Error(`No attribute ${attribute}`);
  return found;
};

/** A where as a boolean over one row of the base under an alias: TRUE or FALSE, never null. */
export function compileWhere(base: Base, where: Where, alias: string): Sql {
  const { catalog, day } = base;
  switch (where.kind) {
    case 'and':
      return all(where.items.map((w) => compileWhere(base, w, alias)));
    case 'or':
      return any(where.items.map((w) => compileWhere(base, w, alias)));
    case 'not':
      return not(compileWhere(base, where.item, alias));
    case 'asOf':
      return asOfDay(base, where.ago ? minus(day, where.ago) : (where.day ?? day), where.where, alias);
    case 'segment':
      return compileWhere(base, where.where, alias);
    case 'membership':
      return membership(base, where, alias);
    case 'attribute': {
      const { type, timeType } = attributeOf(base, where.name);
      base.attribute(where.name);
      return valueTests({ value: ref(alias, where.name), type, timeType }, where.tests, day, catalog);
    }
    case 'change':
      return changed(base, where.name, where.change, alias);
    case 'fact':
      return all(
        (where.measures.length > 0 ? where.measures : noTestMeans).map((m) =>
          m.of === 'periods' ? activePeriods(base, where.rows, m, alias) : measured(base, where, m, alias),
        ),
      );
    case 'retained':
      return retained(base, where, alias);
    case 'users':
      return ofUsers(base, where, alias);
    case 'userCount': {
      const matching = usersColumn(base, where.where);
      return valueTests({ value: ref(alias, matching), type: 'number' }, where.tests, day, catalog);
    }
    case 'customer':
      return ofCustomer(base, where.where, alias);
    case 'rank':
      return ranked(base, where.by, where.test, alias);
    case 'rfm':
      return compileRfm(base, where, alias);
    case 'bucket': {
      const bucket = dialect.bucket(ref(alias, 'id'), where.salt, where.of);
      return valueTests({ value: bucket, type: 'number' }, [{ op: 'in', values: where.in }], day, catalog);
    }
    case 'ids': {
      const id = { value: sql`cast(${ref(alias, 'id')} as varchar)`, type: 'string' as const };
      return valueTests(id, [{ op: 'in', values: where.ids }], day, catalog);
    }
  }
}

/** A where as it was on another day; a day after the one asked about is that one. */
export const asOfDay = (base: Base, then: Day, where: Where, alias: string): Sql =>
  then < base.day ? pastWhere(base, then, where, alias) : compileWhere(base, where, alias);

/** A where as it was on an earlier day; false for those that did not exist yet. */
function pastWhere(base: Base, then: Day, where: Where, alias: string): Sql {
  const past = base.at(then);
  const column = past.condition(compileWhere(past.base, where, 'o'));
  const side = { key: `at ${then}`, on: 'self', sql: () => keyed(past) } as const;
  return ref(
    alias,
    base.joined(side, (name) => sql`coalesce(${ref(name, column)}, false)`),
  );
}

/** 108 to 129.6 is 20 %, not 19.999999999999996: what binary fractions add is far below any limit that people write. */
const exactly = (value: Sql): Sql => sql`round(${value}, 9)`;

/** The attribute now against its value `over` ago; percent of nothing is missing. */
function changed(base: Base, attribute: string, change: ChangeTest, alias: string): Sql {
  const past = base.at(minus(base.day, change.over));
  base.attribute(attribute);
  past.base.attribute(attribute);
  const then = base.joined({ key: `at ${past.base.day}`, on: 'self', sql: () => keyed(past) }, (side) =>
    ref(side, attribute),
  );
  const [a, b] = [sql`cast(${ref(alias, attribute)} as double)`, sql`cast(${ref(alias, then)} as double)`];
  const value = exactly(change.as === 'absolute' ? sql`${a} - ${b}` : sql`100 * (${a} - ${b}) / nullif(abs(${b}), 0)`);
  return valueTests({ value, type: 'number' }, change.tests, base.day, base.catalog);
}

/** Another base as a side: its rows under the keys that joins use, with its conditions as columns. */
export function keyed({ base, conditions }: Related): Sql {
  const found = conditions();
  const keys = base.entity === 'user' ? sql`customer_id as _customer, id as _user` : sql`id as _customer`;
  const extra = found.map((c) => sql`, ${c.condition} as ${name(c.column)}`);
  return sql`select ${keys}, * ${sql.join(extra, sql``)} from (${base.build()}) as o`;
}

/** Measures that one aggregate over the rows gives. */
type Aggregated = Exclude<Measure, Activity>;

const measureTypes = {
  count: 'number',
  users: 'number',
  sum: 'number',
  avg: 'number',
  first: 'date',
  last: 'date',
} as const;
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

function measured(base: Base, where: Extract<Where, { kind: 'fact' }>, measure: Aggregated, alias: string): Sql {
  const { catalog, day } = base;
  const fact = factOf(catalog, where.rows.fact);
  const column = 'column' in measure ? fact.relation.columns[measure.column] : undefined;
  const type = measure.of === 'min' || measure.of === 'max' ? (column?.type ?? 'number') : measureTypes[measure.of];
  const { during } = where.rows;
  const rows = factRows(catalog, {
    fact,
    asOf: day,
    rows: during ? { kind: 'overlapping', span: spanOf(during, day, catalog) } : { kind: 'open' },
    asked: where.rows.where,
    names: [...(column ? [column.name] : []), ...(measure.of === 'first' || measure.of === 'last' ? ['day'] : [])],
  });
  const keys = keysOf(entityOf(catalog, base.entity));
  const value = aggregate[measure.of](name(column?.name ?? '_customer'));
  const scan = sql`select ${comma(keys)}, ${value} as value from (${rows}) as _s group by ${comma(keys)}`;
  const result = base.joined({ sql: scan, on: 'entity' }, (side) =>
    emptyIsZero.has(measure.of) ? sql`coalesce(${ref(side, 'value')}, 0)` : ref(side, 'value'),
  );
  const timeType = type === 'date' ? ('date' as const) : column?.timeType;
  return valueTests({ value: ref(alias, result), type, timeType }, measure.tests, day, catalog);
}

/** Number of a customer's users for whom a where holds. */
function usersColumn(base: Base, where: Where): string {
  const users = base.related();
  const column = users.condition(compileWhere(users.base, where, 'o'));
  return base.joined(countedUsers(users), (side) => sql`coalesce(${ref(side, column)}, 0)`);
}

const countedUsers = (users: Related) => ({
  key: 'users',
  on: 'entity' as const,
  sql: () => {
    const counts = users
      .conditions()
      .map((c) => sql`, sum(case when ${name(c.column)} then 1 else 0 end) as ${name(c.column)}`);
    return sql`select _customer, count(*) as total ${sql.join(counts, sql``)} from (${keyed(users)}) as _u group by _customer`;
  },
});

function ofUsers(base: Base, where: Extract<Where, { kind: 'users' }>, alias: string): Sql {
  const matching = ref(alias, usersColumn(base, where.where));
  if (where.quantifier === 'some') return sql`(${matching} > 0)`;
  if (where.quantifier === 'none') return sql`(${matching} = 0)`;
  const total = base.joined(countedUsers(base.related()), (side) => sql`coalesce(${ref(side, 'total')}, 0)`);
  return sql`(${ref(alias, total)} > 0 and ${matching} = ${ref(alias, total)})`;
}

function ofCustomer(base: Base, where: Where, alias: string): Sql {
  const customers = base.related();
  const column = customers.condition(compileWhere(customers.base, where, 'o'));
  const found = base.joined(
    { key: 'customers', on: 'customer', sql: () => keyed(customers) },
    (side) => sql`coalesce(${ref(side, column)}, false)`,
  );
  return ref(alias, found);
}

/** Ranks run over the whole population of the day; a missing value has none. */
function ranked(base: Base, by: string, test: RankTest, alias: string): Sql {
  base.attribute(by);
  const value = name(by);
  if (test.kind === 'percentile') {
    const share = base.ranked(
      sql`case when ${value} is not null then ${exactly(sql`100 * cume_dist() over (partition by ${value} is null order by ${value})`)} end`,
    );
    return valueTests({ value: ref(alias, share), type: 'number' }, test.tests, base.day, base.catalog);
  }
  const direction = test.kind === 'top' ? sql`desc` : sql`asc`;
  const ties = base.entity === 'user' ? sql`id, customer_id` : sql`id`;
  const position = base.ranked(
    sql`case when ${value} is not null then row_number() over (order by ${value} ${direction} nulls last, ${ties}) end`,
  );
  return sql`coalesce(${ref(alias, position)} <= ${test.n}, false)`;
}

export const isEveryone = (condition: Sql): boolean => condition === yes;
