import type { Attribute } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import { minus } from '../query/time.js';
import type { ChangeTest, Where } from '../query/where.js';
import { noTestMeans } from '../query/where.js';
import type { Base } from './base.js';
import { inBasket } from './basket.js';
import { dialect } from './dialect.js';
import { entityOf } from './entity-of.js';
import { exactly } from './exactly.js';
import { inFunnel } from './funnel/where.js';
import { keyed } from './keyed.js';
import { measureValue } from './measure.js';
import { latestIs } from './latest.js';
import { membership } from './membership.js';
import { moved } from './moved.js';
import { ranked } from './rank.js';
import { retained } from './retained.js';
import { compileRfm } from './rfm.js';
import type { Sql } from './sql.js';
import { all, any, not, ref, sql, yes } from './sql.js';
import { ofUsers, usersMatching } from './users.js';
import { valueMoved } from './value-moves.js';
import { valueTests } from './value-test.js';

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
    case 'valueMoved':
      return valueMoved(base, where, alias);
    case 'membership':
      return membership(base, where, alias);
    case 'attribute': {
      const { type, timeType, sqlType } = attributeOf(base, where.name);
      const value = base.compared(where.name, alias);
      return valueTests({ value, type, timeType, sqlType }, where.tests, day, catalog);
    }
    case 'change':
      return changed(base, where.name, where.change, alias);
    case 'fact':
      return all([
        ...(where.measures.length > 0 ? where.measures : noTestMeans).map((m) =>
          valueTests(measureValue(base, where.rows, m, alias), m.tests, day, catalog),
        ),
        ...(where.latest ? [latestIs(base, where.rows, where.latest, alias)] : []),
      ]);
    case 'retained':
      return retained(base, where, alias);
    case 'funnel':
      return inFunnel(base, where, alias);
    case 'users':
      return ofUsers(base, where, alias);
    case 'userCount': {
      const matching = usersMatching(base, where.where, alias);
      return valueTests({ value: matching, type: 'number' }, where.tests, day, catalog);
    }
    case 'customer':
      return ofCustomer(base, where.where, alias);
    case 'rank':
      return ranked(base, where.by, where.test, alias);
    case 'rfm':
      return compileRfm(base, where, alias);
    case 'basket':
      return inBasket(base, where, alias);
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

/** The attribute now against its value `over` ago; percent of nothing is missing. */
function changed(base: Base, attribute: string, change: ChangeTest, alias: string): Sql {
  const past = base.at(minus(base.day, change.over));
  const value = exactly(moved(base, past, attribute, change.as, alias));
  return valueTests({ value, type: 'number' }, change.tests, base.day, base.catalog);
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

export const isEveryone = (condition: Sql): boolean => condition === yes;
