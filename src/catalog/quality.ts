import { daysBetween } from '../query/time.js';
import { complaintOf } from './complaint.js';
import {
  EngineError,
  type Catalog,
  type Entity,
  type Fact,
  type ModelEngine,
  type Relation,
  type TimeType,
} from './model.js';
import { dayOf, quoteName } from './sql-text.js';

/** What the data of one relation looks like. Counts are of rows; null where the relation has no such column. */
export interface RelationQuality {
  readonly relation: string;
  readonly file: string;
  readonly kind: 'customer' | 'user' | 'fact' | 'plain';
  readonly rows: number;
  readonly nullKeys: number | null;
  /** Rows beyond the first of each key. A user is one per key and customer. */
  readonly duplicateKeys: number | null;
  readonly nullCustomers: number | null;
  readonly orphanCustomers: number | null;
  readonly nullTimes: number | null;
  /** Local days of the first and the last row, by time or start. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Days from the last row to the default day of questions; negative for rows after it. */
  readonly daysBehind: number | null;
  readonly impossibleIntervals: number | null;
  readonly outOfRange: readonly { readonly column: string; readonly rows: number }[];
  /** The engine's complaint where the rows cannot be read; all the rest is then empty. */
  readonly unreadable?: string;
}

/** Reads every relation once and whole, and says what a person who trusts its numbers should know. */
export async function dataQuality(catalog: Catalog, engine: ModelEngine): Promise<readonly RelationQuality[]> {
  const out: RelationQuality[] = [];
  for (const relation of catalog.relations) out.push(await qualityOf(roleOf(relation, catalog), catalog, engine));
  return out;
}

/** The columns of a relation that mean something, by what they mean. */
interface Role {
  readonly relation: Relation;
  readonly kind: RelationQuality['kind'];
  readonly key?: string | undefined;
  readonly customer?: string | undefined;
  readonly time?: string | undefined;
  readonly until?: string | undefined;
}

function roleOf(relation: Relation, { entities, facts }: Catalog): Role {
  const named = <T extends Entity | Fact>(thing: T | undefined) =>
    thing?.relation.name === relation.name ? thing : undefined;
  const fact = facts[relation.name];
  if (fact) {
    const { time } = fact;
    const placed = time.kind === 'time' ? { time: time.column } : { time: time.from, until: time.until };
    return { relation, kind: 'fact', key: fact.key, customer: fact.customer, ...placed };
  }
  const entity = named(entities.customer) ?? named(entities.user);
  return entity
    ? { relation, kind: entity.name, key: entity.key, customer: entity.customer }
    : { relation, kind: 'plain' };
}

async function qualityOf(role: Role, catalog: Catalog, engine: ModelEngine): Promise<RelationQuality> {
  const { relation, kind } = role;
  const limited = Object.values(relation.columns).filter((c) => c.min !== undefined || c.max !== undefined);
  const counts: Record<string, string> = {
    ...countsOf(role, catalog),
    ...Object.fromEntries(
      Object.keys(relation.columns).map((c, i) => [`read_${String(i)}`, `count(r.${quoteName(c)})`]),
    ),
    ...Object.fromEntries(limited.map((c, i) => [`out_${String(i)}`, rowsWhere(outside(quoteName(c.name), c))])),
  };
  const select = Object.entries(counts).map(([name, sql]) => `${sql} as ${name}`);
  const rows = await complaintOf(engine.rows(`select ${select.join(', ')} from ${quoteName(relation.name)} as r`));
  const unreadable = rows instanceof EngineError ? rows.message : undefined;
  const answer = rows instanceof EngineError ? {} : (rows[0] ?? {});
  const count = (name: string): number | null => (name in counts && name in answer ? Number(answer[name]) : null);
  const day = (name: string): string | null => (typeof answer[name] === 'string' ? answer[name] : null);
  const lastDay = day('last_day');
  return {
    relation: relation.name,
    file: relation.file,
    kind,
    rows: count('total') ?? 0,
    nullKeys: count('null_keys'),
    duplicateKeys: count('duplicate_keys'),
    nullCustomers: count('null_customers'),
    orphanCustomers: count('orphan_customers'),
    nullTimes: count('null_times'),
    firstDay: day('first_day'),
    lastDay,
    daysBehind: lastDay === null ? null : daysBetween(lastDay, catalog.dataAsOf),
    impossibleIntervals: count('impossible_intervals'),
    outOfRange: limited.map((c, i) => ({ column: c.name, rows: count(`out_${String(i)}`) ?? 0 })),
    ...(unreadable === undefined ? {} : { unreadable }),
  };
}

function countsOf({ relation, kind, key, customer, time, until }: Role, { entities, workspace }: Catalog) {
  const one = (column: string) => `r.${quoteName(column)}`;
  const unique =
    kind === 'user' && customer !== undefined && key !== undefined
      ? `(${one(key)}, ${one(customer)})`
      : key && one(key);
  const known = `select ${quoteName(entities.customer.key)} from ${quoteName(entities.customer.relation.name)}`;
  const timeType: TimeType = relation.columns[time ?? '']?.timeType ?? 'date';
  const local = (aggregate: string) => `cast(${dayOf(aggregate, timeType, workspace.timeZone)} as varchar)`;
  return {
    total: 'count(*)',
    ...(key !== undefined && {
      null_keys: rowsWhere(`${one(key)} is null`),
      duplicate_keys: `${rowsWhere(`${one(key)} is not null`)} - count(distinct case when ${one(key)} is not null then ${String(unique)} end)`,
    }),
    ...(customer !== undefined && {
      null_customers: rowsWhere(`${one(customer)} is null`),
      orphan_customers: rowsWhere(
        `${one(customer)} not in (${known} where ${quoteName(entities.customer.key)} is not null)`,
      ),
    }),
    ...(time !== undefined && {
      null_times: rowsWhere(`${one(time)} is null`),
      first_day: local(`min(${one(time)})`),
      last_day: local(`max(${one(time)})`),
    }),
    ...(time !== undefined &&
      until !== undefined && { impossible_intervals: rowsWhere(`${one(until)} < ${one(time)}`) }),
  };
}

const rowsWhere = (condition: string): string => `count(*) filter (where ${condition})`;

const outside = (column: string, { min, max }: { readonly min?: number; readonly max?: number }): string =>
  [
    ...(min === undefined ? [] : [`${column} < ${String(min)}`]),
    ...(max === undefined ? [] : [`${column} > ${String(max)}`]),
  ].join(' or ');
