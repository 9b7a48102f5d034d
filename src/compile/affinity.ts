import type { Catalog } from '../catalog/model.js';
import type { AffinityOrder, AffinityQuestion } from '../query/affinity.js';
import type { Scalar } from '../query/where.js';
import { factOf, keysOf } from './attribute-scan.js';
import { itemsHeld } from './basket.js';
import { dialect } from './dialect.js';
import { entityOf } from './entity-of.js';
import type { Sql } from './sql.js';
import { all, comma, ref, sql, yes } from './sql.js';
import type { Compiled, StatementScope } from './statement.js';
import { createScope } from './statement.js';
import { valueTests } from './value-test.js';

interface Held {
  readonly scope: StatementScope;
  /** Items in baskets of members, each once. */
  readonly held: Sql;
  /** Columns that make a basket, and those that make a member. */
  readonly basket: readonly Sql[];
  readonly member: readonly Sql[];
  /** Items of members, each once. */
  readonly owned: Sql;
}

function start(catalog: Catalog, q: AffinityQuestion): Held {
  const { entity, where } = q.population;
  const scope = createScope(catalog);
  const members = scope.members(entity, where, q.asOf, []);
  const member = keysOf(entityOf(catalog, entity));
  const same =
    entity === 'user' ? sql`m._member_customer = h._customer and m._member = h._user` : sql`m._member = h._customer`;
  const held = scope.shared(
    sql`select h.* from (${itemsHeld(catalog, entity, q, q.asOf)}) as h join ${members} as m on ${same}`,
  );
  const basket = q.basket === undefined ? member : [...member, sql`_b`];
  const owned =
    q.basket === undefined ? held : scope.shared(sql`select distinct ${comma([...member, sql`_i`])} from ${held} as h`);
  return { scope, held, basket, member, owned };
}

const countOf = (rows: Sql, columns: readonly Sql[]): Sql =>
  sql`(select count(*) from (select distinct ${comma(columns)} from ${rows} as r) as d)`;

/** One row: `baskets` with an item in them and `members` who have one. */
export function basketsStatement(catalog: Catalog, q: AffinityQuestion): Compiled {
  const { scope, held, basket, member } = start(catalog, q);
  return scope.finish(sql`select ${countOf(held, basket)} as baskets, ${countOf(held, member)} as members`);
}

/** Items `i` with the `baskets` they are in and the `members` who have them, and `total` baskets. */
export function itemsStatement(catalog: Catalog, q: AffinityQuestion, first: number): Compiled {
  const { scope, held, owned, basket } = start(catalog, q);
  return scope.finish(sql`select b._i as i, b.n as baskets, o.n as members, ${countOf(held, basket)} as total
    from (${tally(held)}) as b join (${tally(owned)}) as o on o._i = b._i order by b.n desc, b._i limit ${first}`);
}

const tally = (rows: Sql): Sql => sql`select _i, count(*) as n from ${rows} as t group by _i`;

const orders: Readonly<Record<AffinityOrder, Sql>> = {
  LIFT: sql`cast(p.n as double) / (cast(a.baskets as double) * c.baskets)`,
  CONFIDENCE: sql`cast(p.n as double) / a.baskets`,
  SUPPORT: sql`p.n`,
};

export interface PairsPage {
  readonly first: number;
  readonly orderBy: AffinityOrder;
  readonly from?: readonly Scalar[];
}

/** Items that enough members have, numbered; one that too few have is in no pair that enough have. */
const oftenHad = ({ scope, held, owned }: Held, { minJoint }: AffinityQuestion): Sql =>
  scope.shared(sql`select o._i, o.n as members, b.n as baskets, row_number() over (order by o._i) as i
    from (${tally(owned)}) as o join (${tally(held)}) as b on b._i = o._i where o.n >= ${minJoint}`);

/** Basket `b`, member `m` and item `i` by number, as pairs of numbers are found far sooner than pairs of texts. */
function numbered({ scope, held, basket, member }: Held, items: Sql): Sql {
  const baskets =
    scope.shared(sql`select *, row_number() over (order by ${comma(basket)}) as b, dense_rank() over (order by ${comma(member)}) as m
    from (select distinct ${comma(basket)} from ${held} as h) as d`);
  const same = basket.map((key) => sql`k.${key} = h.${key}`);
  return scope.shared(
    sql`select k.b, k.m, t.i from ${held} as h join ${baskets} as k on ${all(same)} join ${items} as t on t._i = h._i`,
  );
}

/** Pairs of items by number, the lesser first, in `n` baskets, of enough members. */
function pairsOf(scope: StatementScope, coded: Sql, { basket, minJoint }: AffinityQuestion): Sql {
  const together = sql`${coded} as x join ${coded} as y on y.b = x.b and y.i > x.i`;
  const enough = sql`group by x.i, y.i having count(*) >= ${minJoint}`;
  if (basket === undefined)
    return scope.shared(sql`select x.i as a, y.i as c, count(*) as n from ${together} ${enough}`);
  // Members of millions of pairs are too many to tell apart: of those with enough baskets a sketch shows most to have enough members, only the others are counted.
  const seen = scope.shared(
    sql`select x.i as a, y.i as c, count(*) as n, ${dialect.atLeastDistinct(sql`x.m`)} as members from ${together} ${enough}`,
  );
  const unsure = sql`select a, c, n from ${seen} as s where members < ${minJoint}`;
  const counted = sql`select distinct u.a, u.c, u.n, x.m from ${together} join (${unsure}) as u on u.a = x.i and u.c = y.i`;
  return scope.shared(sql`select a, c, n from ${seen} as s where members >= ${minJoint}
    union all select a, c, n from (${counted}) as d group by a, c, n having count(*) >= ${minJoint}`);
}

/**
 * Pairs `a` → `c` with the baskets both are in (`both_in`), those with each (`with_a`, `with_c`) and all (`total`); the members who had both in
 * one basket (`joint`), those who have a (`owners`) and those who have both, together or not (`owners_of_both`).
 */
export function pairsStatement(catalog: Catalog, q: AffinityQuestion, page: PairsPage): Compiled {
  const known = start(catalog, q);
  const { scope, held, basket } = known;
  const items = oftenHad(known, q);
  const coded = numbered(known, items);
  const pairs = pairsOf(scope, coded, q);
  const sided = sql`select a, c, n from ${pairs} as f union all select c, a, n from ${pairs} as g`;
  const { type } = factOf(catalog, q.rows.fact).relation.columns[q.item] ?? { type: 'string' as const };
  const wanted = page.from
    ? valueTests({ value: ref('a', '_i'), type }, [{ op: 'in', values: page.from }], q.asOf, catalog)
    : yes;
  const found =
    scope.shared(sql`select p.a as ai, p.c as ci, a._i as a, c._i as c, p.n as both_in, a.baskets as with_a, c.baskets as with_c,
      a.members as owners, row_number() over (order by ${comma([sql`${orders[page.orderBy]} desc`, sql`p.n desc`, sql`a._i`, sql`c._i`])}) as place
    from (${sided}) as p join ${items} as a on a.i = p.a join ${items} as c on c.i = p.c where ${wanted}
    order by place limit ${page.first}`);
  const owned = scope.shared(sql`select distinct m, i from ${coded} as o`);
  const haveBoth = sql`select f.place, count(*) as n from ${found} as f join ${owned} as x on x.i = f.ai join ${owned} as y on y.m = x.m and y.i = f.ci group by f.place`;
  const inOne = sql`select f.place, count(distinct x.m) as n from ${found} as f join ${coded} as x on x.i = f.ai join ${coded} as y on y.b = x.b and y.i = f.ci group by f.place`;
  return scope.finish(sql`select f.a, f.c, f.both_in, j.n as joint, f.with_a, f.with_c, f.owners, e.n as owners_of_both, ${countOf(held, basket)} as total
    from ${found} as f join (${haveBoth}) as e on e.place = f.place join (${inOne}) as j on j.place = f.place order by f.place`);
}
