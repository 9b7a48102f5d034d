import type { WorkedCase } from '../case-file.js';
import { derived, relation, type Files } from '../files.js';
import { textOf } from '../filter.js';
import { numberOf, timeOf, type Property } from '../properties.js';
import { worldOf, type World } from '../world.js';

/** Events and entities, and what became of the attributes of the entities over time. */
export interface SegmentWorld extends World {
  /** Whether an attribute was set at times of its own, rather than always having been so. */
  readonly changes: (property: string) => boolean;
}

/** Columns of a change of an attribute, as fields of a where. */
export const changed: Property = {
  text: 'textValue',
  number: 'numberValue',
  time: 'timeValue',
  textColumn: 'text_value',
  numberColumn: 'number_value',
};

const always = '1970-01-01T00:00:00Z';

function changesOf(worked: WorkedCase, properties: ReadonlySet<string>): readonly object[] {
  const given = worked.entities.flatMap((e) =>
    Object.entries(e.props ?? {}).map((set) => ({ id: e.id, ts: always, set })),
  );
  const set = worked.attribute_updates.flatMap((u) =>
    Object.entries(u.set).map((entry) => ({ id: u.entity, ts: u.ts, set: entry })),
  );
  return [...given, ...set]
    .filter(({ set: [property] }) => properties.has(property))
    .map(({ id, ts, set: [property, value] }, change_id) => ({
      change_id,
      customer_id: id,
      changed_at: ts,
      property,
      text_value: value === null ? null : textOf(value),
      number_value: numberOf(value),
      time_value: timeOf(value),
    }));
}

const columns = {
  change_id: 'BIGINT',
  customer_id: 'VARCHAR',
  changed_at: 'TIMESTAMPTZ',
  property: 'VARCHAR',
  text_value: 'VARCHAR',
  number_value: 'DOUBLE',
  time_value: 'DOUBLE',
};

/** Every event as if a microsecond before it happened: from an event on, those that are later. */
const justBefore: Files = derived(
  'later_events',
  'select * replace (occurred_at - interval 1 microsecond as occurred_at) from events',
  { fact: 'later_event', key: 'event_id', customer: 'customer_id', user: 'user_id', time: 'occurred_at' },
);

export function segmentWorld(worked: WorkedCase, asked: readonly string[], asOf: string): SegmentWorld {
  const world = worldOf(worked, { asOf, asked });
  const properties = new Set(worked.attribute_updates.flatMap((u) => Object.keys(u.set)));
  const changes = relation('attribute_changes', columns, changesOf(worked, properties), {
    fact: 'attribute_change',
    key: 'change_id',
    customer: 'customer_id',
    time: 'changed_at',
  });
  return {
    ...world,
    files: { ...world.files, ...changes, ...justBefore },
    changes: (property) => properties.has(property),
  };
}
