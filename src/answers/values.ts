import DataLoader from 'dataloader';
import type { Catalog } from '../catalog/model.js';
import { valuesStatement } from '../compile/members.js';
import type { Day } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { toRows } from '../warehouse/warehouse.js';
import { keyOf } from './members.js';
import type { Run } from './run.js';

/** One attribute of one member as of a day. `customer` is set for users. */
export interface ValueKey {
  readonly entity: EntityName;
  readonly asOf: Day;
  readonly id: string;
  readonly customer?: string | null;
  readonly attribute: string;
}
export type ValuesLoader = DataLoader<ValueKey, unknown, string>;

const memberOf = (entity: EntityName, id: unknown, customer: unknown): string =>
  JSON.stringify(entity === 'user' ? [keyOf(customer), String(id)] : [String(id)]);

/** Attributes asked for in one tick for the same day are one statement over just those members and attributes. */
export const createValuesLoader = (catalog: Catalog, run: Run): ValuesLoader =>
  new DataLoader(
    async (keys) => {
      const days = new Map<string, ValueKey[]>();
      for (const key of keys) {
        const at = `${key.entity} ${key.asOf}`;
        days.set(at, [...(days.get(at) ?? []), key]);
      }
      const found = new Map<string, Readonly<Record<string, unknown>>>();
      await Promise.all(
        [...days.entries()].map(async ([at, wanted]) => {
          const [first] = wanted;
          if (!first) return;
          const ids = [...new Set(wanted.map((k) => k.id))];
          const attributes = [...new Set(wanted.map((k) => k.attribute))];
          const answer = await run(valuesStatement(catalog, first.entity, first.asOf, ids, attributes));
          for (const row of toRows(answer))
            found.set(`${at} ${memberOf(first.entity, row['id'], row['customer_id'])}`, row);
        }),
      );
      return keys.map(
        (k) => found.get(`${k.entity} ${k.asOf} ${memberOf(k.entity, k.id, k.customer)}`)?.[k.attribute] ?? null,
      );
    },
    { cacheKeyFn: (k) => JSON.stringify([k.entity, k.asOf, k.id, k.customer, k.attribute]), maxBatchSize: 20_000 },
  );
