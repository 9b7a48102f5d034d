import type { Catalog } from '../../catalog/model.js';
import { dayOf } from '../../query/grid.js';
import type { FunnelDefinition } from '../../query/funnel.js';
import { addDays, plus, type Day } from '../../query/time.js';
import type { EntityName } from '../../query/where.js';
import { keyColumns, type MembersTable } from '../activity.js';
import { comma, ref, sql, type Sql } from '../sql.js';
import type { Span } from '../window.js';
import { clockOf, fixed, type Clock } from './clock.js';

/** A funnel as it looks at the end of a day: nothing after it is known. */
export interface Seen {
  readonly catalog: Catalog;
  readonly entity: EntityName;
  readonly asOf: Day;
  readonly funnel: FunnelDefinition;
  /** When the first step is done. */
  readonly entry: Span;
  /** Only these enter; left out, whoever the rows name. */
  readonly members?: MembersTable | undefined;
  readonly clock: Clock;
  /** From this reading of the clock on, nothing is known. */
  readonly end: number;
}

export function seenAt(of: Omit<Seen, 'clock' | 'end'>): Seen {
  const clock = clockOf(of.catalog, of.funnel);
  return { ...of, clock, end: clock.start(addDays(of.asOf, 1)) };
}

/** The days in which steps can lie: rows of others need not be read. */
export function daysOf({ catalog, entry, funnel: { window } }: Seen): Span {
  const zone = catalog.workspace.timeZone;
  const from = entry.from ?? (entry.since === undefined ? undefined : dayOf(entry.since, zone));
  const end = entry.until ?? (entry.before === undefined ? undefined : addDays(dayOf(entry.before, zone), 1));
  if (end === undefined) return from === undefined ? {} : { from };
  const { seconds = 0, minutes = 0, hours = 0 } = window;
  const partDays = Math.ceil(fixed({ seconds, minutes, hours }) / fixed({ days: 1 }));
  const until = addDays(plus(end, window), partDays + 2);
  return from === undefined ? { until } : { from, until };
}

export const keys = ({ entity }: Seen): Sql => comma(keyColumns(entity));
export const keysIn = ({ entity }: Seen, alias: string): Sql =>
  comma(keyColumns(entity).map((k) => sql`${sql.id(alias)}.${k}`));
/** The reading of a step's time, numbered from 1. */
export const t = (step: number): string => `t${String(step)}`;
export const times = (until: number, alias?: string): readonly Sql[] =>
  Array.from({ length: until }, (_, i) => (alias === undefined ? sql.id(t(i + 1)) : ref(alias, t(i + 1))));
