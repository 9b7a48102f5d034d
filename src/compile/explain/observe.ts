import type { Part, Within } from '../../catalog/explain/part.js';
import type { Attribute, Described } from '../../catalog/model.js';
import { describeDuration, minus } from '../../query/time.js';
import { noTestMeans, type FactRows, type Measure, type Where } from '../../query/where.js';
import { factOf } from '../attribute-scan.js';
import type { Base } from '../base.js';
import type { Related } from '../related.js';
import type { Side } from '../sides.js';
import { dialect } from '../dialect.js';
import { entityOf } from '../entity-of.js';
import { keyed } from '../keyed.js';
import { measureValue } from '../measure.js';
import { moved, valueThen } from '../moved.js';
import { rankValue } from '../rank.js';
import type { Sql } from '../sql.js';
import { ref, sql } from '../sql.js';
import { usersMatching, usersTotal } from '../users.js';

/** A value that a condition looks at. */
export interface Observed {
  readonly label: string;
  readonly unit?: string;
  readonly value: Sql;
}
/** The same without how it is got. */
export type ObservedAs = Omit<Observed, 'value'>;
export const observedAs = ({ label, unit }: Observed): ObservedAs => ({ label, ...(unit ? { unit } : {}) });

/** What a condition looks at, as expressions over one row of the base under an alias. */
export const observe = (base: Base, part: Part, alias: string): readonly Observed[] =>
  within(base, part.within, part.own, alias);

function within(base: Base, path: readonly Within[], own: Where, alias: string): readonly Observed[] {
  const [first, ...rest] = path;
  if (first === undefined) return observed(base, own, alias);
  if (first.kind === 'customer') {
    const customers = base.related();
    const side: Side = { key: 'customers', on: 'customer', sql: () => keyed(customers) };
    return lifted(base, customers, side, rest, own, alias);
  }
  const then = first.ago ? minus(base.day, first.ago) : (first.day ?? base.day);
  if (then >= base.day) return within(base, rest, own, alias);
  const past = base.at(then);
  return lifted(base, past, { key: `at ${then}`, on: 'self', sql: () => keyed(past) }, rest, own, alias);
}

const lifted = (
  base: Base,
  other: Related,
  side: Side,
  rest: readonly Within[],
  own: Where,
  alias: string,
): readonly Observed[] =>
  within(other.base, rest, own, 'o').map((o) => {
    const column = other.condition(o.value);
    const value = base.joined(side, (joined) => ref(joined, column));
    return { ...o, value: ref(alias, value) };
  });

const named = ({ label, unit }: Described, value: Sql): Observed => ({ label, value, ...(unit ? { unit } : {}) });

function attributeOf(base: Base, name: string): Attribute {
  const found = entityOf(base.catalog, base.entity).attributes[name];
  if (!found) throw new Error(`No attribute ${name}`);
  return found;
}

type Observe<K extends Where['kind']> = (
  base: Base,
  where: Extract<Where, { kind: K }>,
  alias: string,
) => readonly Observed[];

function users(base: Base, { where }: { readonly where: Where }, alias: string): readonly Observed[] {
  return [
    { label: 'Users who match', unit: 'count', value: usersMatching(base, where, alias) },
    { label: 'Users', unit: 'count', value: usersTotal(base, alias) },
  ];
}

/** By kind; conditions over long stretches, such as funnels, have a verdict only. */
const observers: { readonly [K in Where['kind']]?: Observe<K> } = {
  attribute: (base, { name }, alias) => {
    base.attribute(name);
    return [named(attributeOf(base, name), ref(alias, name))];
  },
  change: (base, { name, change: { over, as } }, alias) => {
    const attribute = attributeOf(base, name);
    const past = base.at(minus(base.day, over));
    const change = moved(base, past, name, as, alias);
    const unit = as === 'percent' ? 'percent' : attribute.unit;
    return [
      named(attribute, ref(alias, name)),
      named(
        { ...attribute, label: `${attribute.label} ${describeDuration(over)} before` },
        ref(alias, valueThen(base, past, name)),
      ),
      { label: `Change of ${attribute.label}`, value: change, ...(unit ? { unit } : {}) },
    ];
  },
  fact: (base, { rows, measures }, alias) =>
    (measures.length > 0 ? measures : noTestMeans).map((m) => measured(base, rows, m, alias)),
  users,
  userCount: users,
  rank: (base, { by, test }, alias) => {
    const attribute = attributeOf(base, by);
    const label = test.kind === 'percentile' ? 'Percentile' : `Place from the ${test.kind}`;
    const place = rankValue(base, by, test, alias);
    return [named(attribute, ref(alias, by)), { label: `${label} by ${attribute.label}`, value: place }];
  },
  bucket: (_, { of, salt }, alias) => [
    { label: `Bucket of ${String(of)}`, value: dialect.bucket(ref(alias, 'id'), salt, of) },
  ],
  ids: (_, __, alias) => [{ label: 'Key', value: sql`cast(${ref(alias, 'id')} as varchar)` }],
};

const observed = (base: Base, where: Where, alias: string): readonly Observed[] =>
  (observers[where.kind] as Observe<Where['kind']> | undefined)?.(base, where, alias) ?? [];

const measureLabels: Readonly<Record<Measure['of'], (rows: string, column: string) => string>> = {
  count: (rows) => `Number of ${rows}`,
  users: (rows) => `Users of ${rows}`,
  sum: (rows, column) => `Total ${column} of ${rows}`,
  avg: (rows, column) => `Average ${column} of ${rows}`,
  min: (rows, column) => `Least ${column} of ${rows}`,
  max: (rows, column) => `Greatest ${column} of ${rows}`,
  first: (rows) => `First of ${rows}`,
  last: (rows) => `Last of ${rows}`,
  periods: (rows) => `Periods with ${rows}`,
};

function measured(base: Base, rows: FactRows, measure: Measure, alias: string): Observed {
  const fact = factOf(base.catalog, rows.fact);
  const column = 'column' in measure ? fact.relation.columns[measure.column] : undefined;
  const counts = ['count', 'users', 'periods'].includes(measure.of);
  const unit = counts ? 'count' : column?.unit;
  const label = measureLabels[measure.of](fact.plural.replaceAll('_', ' '), column?.label ?? '');
  return { label, value: measureValue(base, rows, measure, alias).value, ...(unit ? { unit } : {}) };
}
