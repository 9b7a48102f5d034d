import type { Catalog } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { baseRows } from './base-rows.js';
import { derivedStep, type Step } from './derived.js';
import { entityOf } from './entity-of.js';
import { keyOf } from './identity.js';
import { isNarrowed, keptOf } from './kept-column.js';
import { type Related, relatedTo } from './related.js';
import { snapshotOf } from './rows-of-days.js';
import { createScans, type Folded } from './shared-scans.js';
import { createSides, type Side } from './sides.js';
import type { Sql } from './sql.js';
import { ref } from './sql.js';

/**
 * `customers_at(day)` under construction: what is asked for becomes a column, once; nothing else is computed.
 * Lives while one statement is compiled.
 */
export interface Base {
  readonly entity: EntityName;
  readonly day: Day;
  /** The days of a base of many; `day` is the last of them. */
  readonly days: readonly Day[] | undefined;
  readonly catalog: Catalog;
  /** Makes an attribute a column of its own name. */
  attribute(attribute: string): void;
  /** An attribute of a row of the base under an alias, to be compared with a value of its own type. */
  compared(attribute: string, alias: string): Sql;
  /** Joins a grouped SELECT (its rows keyed by `_customer`, and `_user` on the user entity) and names one value of it. */
  joined(side: Side, value: (alias: string) => Sql): string;
  /** An aggregate over each member's rows of a fact, read together with others like it, and what is made of it. */
  folded(rows: Folded, value: (folded: Sql) => Sql): string;
  /** A window over all rows, such as a rank, that names an attribute. */
  ranked(over: Sql, by: string): string;
  /** The same entity on another day, for changes and movements. */
  at(day: Day): Related;
  /** The users of the customers, or the customers of the users, on the same day. */
  related(): Related;
  /** Whether more has been asked of a base of many days than their snapshots keep. */
  beyond(): boolean;
  /** `id`, `customer_id` (users) and a column per thing asked for; one row per member of the population. */
  build(): Sql;
}

export interface BaseOptions {
  /** Only these members. */
  readonly only?: readonly string[];
  /** All these days, each row with its `_day`: only what their snapshots keep can be asked of such a base. */
  readonly days?: readonly Day[];
}

export function createBase(
  catalog: Catalog,
  entityName: EntityName,
  asOf: Day,
  { only, days }: BaseOptions = {},
): Base {
  const entity = entityOf(catalog, entityName);
  const kept = snapshotOf(catalog, entityName, asOf);
  const wanted = new Set<string>();
  const sides = createSides();
  const scans = createScans(catalog, entity, asOf);
  const values = new Map<string, { column: string; value: Sql }>();
  const steps = new Map<string, Step>();
  const narrow = new Set<string>();
  const ranks = new Map<string, string>();
  const others = new Map<Day, Related>();
  let relative: Related | undefined;
  let beyond = days !== undefined && !(kept && days.every((d) => kept.days.has(d)));
  const leave = (): void => {
    beyond ||= days !== undefined;
  };

  const build = (): Sql =>
    baseRows({
      ...{ catalog, entity, day: asOf, days, only, kept, narrow, steps, sides },
      attributes: wanted,
      ranks: [...ranks.values()],
      values: [...values.values()],
    });

  const base: Base = {
    entity: entityName,
    day: asOf,
    days,
    catalog,
    build,
    attribute: (attribute) => {
      const found = entity.attributes[attribute];
      if (!found || wanted.has(attribute)) return;
      wanted.add(attribute);
      if (kept?.attributes.has(attribute)) return;
      leave();
      const step = derivedStep(base, found);
      if (!step) return;
      steps.set(attribute, step);
      step.needs.forEach((need) => {
        base.attribute(need);
      });
    },
    compared: (attribute, alias) => {
      const found = entity.attributes[attribute];
      const isNarrow = found !== undefined && kept?.attributes.has(attribute) === true && isNarrowed(found);
      if (isNarrow) narrow.add(attribute);
      else base.attribute(attribute);
      return isNarrow ? keptOf(found, alias) : ref(alias, attribute);
    },
    joined: (side, read) => {
      if (!side.onEachDay) leave();
      const value = read(sides.aliasOf(side));
      const key = keyOf(value);
      const found = values.get(key) ?? { column: `_v${String(values.size)}`, value };
      values.set(key, found);
      return found.column;
    },
    folded: (rows, value) => {
      const { side, column } = scans.find(rows);
      return base.joined(side, (alias) => value(ref(alias, column)));
    },
    ranked: (over, by) => {
      leave();
      const key = keyOf(over);
      const column = ranks.get(key) ?? `_r${String(ranks.size)}`;
      ranks.set(key, column);
      steps.set(column, { needs: [by], value: over });
      return column;
    },
    at: (other) => {
      leave();
      const found = others.get(other) ?? relatedTo(createBase(catalog, entityName, other));
      others.set(other, found);
      return found;
    },
    related: () => {
      leave();
      return (relative ??= relatedTo(createBase(catalog, entityName === 'user' ? 'customer' : 'user', asOf)));
    },
    beyond: () => beyond,
  };
  return base;
}
