import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CaseEntity, CaseEvent, WorkedCase } from './case-file.js';
import { instantOf } from './clock.js';
import { filter, propertiesOf, whereOf, type Filter, type PropertyOf, type WhereJson } from './filter.js';
import { customersOf, relation, workspaceYml, type Files, type WorkspaceSettings } from './files.js';
import { propertyColumns } from './properties.js';
import { NotUnderstood } from './not-understood.js';

/** Which events count: by name (null is any), by their properties, and by those of who did it. */
export const selector = z.strictObject({
  event: z.string().nullable(),
  filter: filter.optional(),
  entity_filter: filter.optional(),
});
export type Selector = z.output<typeof selector>;

/** What the cases count: whoever did the events, or an account that the events carry as a property. */
export const unit = z.strictObject({ event_property: z.string() });

/** Events as a workspace: entities are its customers, or the accounts on the events are, with the entities as their users. */
export interface World {
  readonly files: Files;
  /** Columns of a customer (in an account world, of a user). */
  readonly entityProperty: PropertyOf;
  /** Columns of an event. */
  readonly eventProperty: PropertyOf;
  /** `EventWhere` of a selector. */
  readonly eventsOf: (selector: Selector) => WhereJson;
  /** `FactRows` of a selector. */
  readonly rowsOf: (selector: Selector) => WhereJson;
  /** `CustomerWhere` of a condition on the entities. */
  readonly entitiesOf: (filter: Filter) => WhereJson;
}

export interface WorldOptions extends WorkspaceSettings {
  readonly unit?: z.output<typeof unit> | undefined;
  /** Properties that the question names, whether anything has them or not. */
  readonly asked?: readonly string[];
}

export const selectorProperties = (s: Selector): readonly string[] => [
  ...(s.filter ? propertiesOf(s.filter) : []),
  ...(s.entity_filter ? propertiesOf(s.entity_filter) : []),
];

export function worldOf(worked: WorkedCase, options: WorldOptions): World {
  const account = options.unit?.event_property;
  const asked = options.asked ?? [];
  const entities = entitiesOf(worked);
  const own = propertyColumns(
    'a',
    entities.map((e) => e.props),
    asked,
  );
  const onEvent = propertyColumns(
    'p',
    worked.events.map((e) => e.props),
    asked,
  );
  const props = new Map(entities.map((e) => [e.id, own.values(e.props)]));
  const zone = options.timeZone ?? 'UTC';
  const events = worked.events
    .map((e, i) => ({ ...e, event_id: i }))
    .filter((e) => account === undefined || hasAccount(e, account))
    .map((e) => ({
      event_id: e.event_id,
      customer_id: account === undefined ? e.entity : String(e.props?.[account]),
      user_id: e.entity,
      occurred_at: instantOf(e.ts, zone),
      epoch: microseconds(instantOf(e.ts, zone)),
      name: e.event,
      ...props.get(e.entity),
      ...onEvent.values(e.props),
    }));
  const facts = relation(
    'events',
    {
      event_id: 'BIGINT',
      customer_id: 'VARCHAR',
      user_id: 'VARCHAR',
      occurred_at: 'TIMESTAMPTZ',
      epoch: 'DOUBLE',
      name: 'VARCHAR',
      ...own.columns,
      ...onEvent.columns,
    },
    events,
    { fact: 'event', key: 'event_id', customer: 'customer_id', user: 'user_id', time: 'occurred_at' },
  );
  const people =
    account === undefined ? entities.map((e) => ({ customer_id: e.id, ...props.get(e.id) })) : accountsOf(events);
  const metrics = { customers: { state: 'count(*)' } };
  const customers = customersOf(account === undefined ? own.columns : {}, people, { metrics });
  const users = pairsOf(events).map((pair) => ({ ...pair, ...props.get(pair.user_id) }));
  const accountUsers = relation('users', { user_id: 'VARCHAR', customer_id: 'VARCHAR', ...own.columns }, users, {
    entity: 'user',
    key: 'user_id',
    customer: 'customer_id',
  });
  const eventsWhere = ({ event, filter: byEvent, entity_filter: byEntity }: Selector): WhereJson => ({
    and: [
      ...(event === null ? [] : [{ name: { eq: event } }]),
      ...(byEvent ? [whereOf(byEvent, onEvent.of)] : []),
      ...(byEntity ? [whereOf(byEntity, own.of)] : []),
    ],
  });
  return {
    files: { ...workspaceYml(options), ...customers, ...(account === undefined ? {} : accountUsers), ...facts },
    entityProperty: own.of,
    eventProperty: onEvent.of,
    eventsOf: eventsWhere,
    rowsOf: (s) => ({ events: eventsWhere(s) }),
    entitiesOf: (f) => (account === undefined ? whereOf(f, own.of) : { users: { some: whereOf(f, own.of) } }),
  };
}

const microseconds = (instant: string): number => Number(Temporal.Instant.from(instant).epochNanoseconds / 1000n);

const hasAccount = (event: CaseEvent, property: string): boolean =>
  event.props?.[property] !== undefined && event.props[property] !== null && event.props[property] !== '';

/** Everyone listed and everyone who did something. */
function entitiesOf(worked: WorkedCase): readonly CaseEntity[] {
  const listed = new Map(worked.entities.map((e) => [e.id, e]));
  if (listed.size < worked.entities.length) throw new NotUnderstood(['entities'], 'an entity is listed twice');
  const ids = new Set([
    ...listed.keys(),
    ...worked.events.map((e) => e.entity),
    ...worked.attribute_updates.map((u) => u.entity),
  ]);
  return [...ids].map((id) => listed.get(id) ?? { id });
}

interface Pair {
  readonly customer_id: string;
  readonly user_id: string;
}
const accountsOf = (events: readonly Pair[]) =>
  [...new Set(events.map((e) => e.customer_id))].map((customer_id) => ({ customer_id }));
const pairsOf = (events: readonly Pair[]): readonly Pair[] => [
  ...new Map(
    events.map((e) => [JSON.stringify([e.customer_id, e.user_id]), { customer_id: e.customer_id, user_id: e.user_id }]),
  ).values(),
];
