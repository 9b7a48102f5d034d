import type { Aggregate, Catalog } from '../catalog/model.js';
import type { MetricsQuestion } from '../query/question.js';
import { daysBetween } from '../query/time.js';
import type { FactScan } from './fact-rows.js';
import type { Sql } from './sql.js';
import { model, sql } from './sql.js';
import type { Span } from './window.js';

/** How rows are read and what is worked out over them. */
export interface Reading {
  readonly rows: (rows: Sql) => Sql;
  readonly value: (expression: Aggregate) => Sql;
}

const asWritten: Reading = { rows: (rows) => rows, value: ({ sql: text }) => model(text) };

/**
 * `count(distinct user)` among the rows of one day, where each user has at most one a customer: as many as there are rows, and only
 * people at several customers have to be told apart.
 */
export function peopleOfADay(
  catalog: Catalog,
  q: MetricsQuestion,
  scan: FactScan,
  span: Span,
  expressions: readonly Aggregate[],
): Reading {
  const { atSeveral, onceADay } = catalog.knownUsers ?? {};
  const { user, plural, relation } = scan.fact;
  const counts = ({ distinct }: Aggregate): boolean => distinct !== undefined && distinct === user;
  const known = user === undefined ? undefined : relation.columns[user]?.knownFrom;
  const once = onceADay?.has(plural) && known === undefined && scan.time === undefined;
  if (!once || atSeveral === undefined || !isOfOneDay(q, span) || !staysOnce(catalog, q, scan)) return asWritten;
  if (!expressions.some(counts)) return asWritten;
  return {
    rows: (rows) =>
      sql`select f.*, case when s."user" is not null then f._user end as _at_several from (${rows}) as f left join ${model(atSeveral)} as s on s."user" = f._user`,
    value: (expression) =>
      counts(expression)
        ? sql`(count(_user) - count(_at_several) + count(distinct _at_several) filter (where _at_several is not null))`
        : asWritten.value(expression),
  };
}

/** Whether all rows that are counted together are of the same day. */
const isOfOneDay = ({ periods }: MetricsQuestion, { from, until }: Span): boolean =>
  (periods ?? [{ from, until }]).every(
    (p) => p.from !== undefined && p.until !== undefined && daysBetween(p.from, p.until) === 1,
  );

/** Whether no row is there twice: each is of one customer at most, who is in one group. */
const staysOnce = (
  { ofCustomers }: Catalog,
  { population, by, ownTime, wheres }: MetricsQuestion,
  scan: FactScan,
): boolean =>
  population.entity === 'customer' &&
  ownTime === undefined &&
  wheres === undefined &&
  by.every((each) => typeof each !== 'string' && each.kind === 'day') &&
  (ofCustomers?.has(scan.fact.plural) ?? false);
