import fc, { type Arbitrary } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { arbitraryTables, type Setting } from '../oracle/arbitrary-company.js';
import { shift, type Day } from '../oracle/days.js';
import type { EntityName, Json, Row, World } from '../oracle/world.js';
import type { Grain, RowsInput, Stretch } from './by-hand.js';

export const arbitraryRows: Arbitrary<RowsInput> = fc.constantFrom<RowsInput[]>(
  { events: {} },
  { events: {} },
  { events: { name: { eq: 'login' } } },
  { events: { name: { eq: 'export' } } },
  { tickets: {} },
);

export const grains = ['HOUR', 'HOUR', 'DAY', 'DAY', 'WEEK', 'MONTH'] as const;
const longest: Readonly<Record<Grain, number>> = { HOUR: 1, DAY: 10, WEEK: 28, MONTH: 40, QUARTER: 40, YEAR: 40 };

/** Days, or for hours sometimes moments that begin at any half hour. */
export const stretchOf = ({ from }: Setting, grain: Grain): Arbitrary<Stretch> => {
  const days = fc
    .tuple(fc.integer({ min: -3, max: 24 }), fc.integer({ min: 1, max: longest[grain] }))
    .map(([first, n]) => ({ period: { from: shift(from, first), until: shift(from, first + n) } }));
  const moments = fc.tuple(fc.nat(48 * 27), fc.integer({ min: 1, max: 40 })).map(([half, n]) => ({
    moments: { from: halfHour(from, half), until: halfHour(from, half + n) },
  }));
  return grain === 'HOUR' ? fc.oneof<Arbitrary<Stretch>[]>(days, moments) : days;
};

const halfHour = (from: Day, n: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + n * 1_800_000).toISOString().replace('.000Z', 'Z');

export interface Asked {
  readonly entity: EntityName;
  readonly where: Json;
}
/** Members of segments of customers and users, with a where that has an `and` of its own, or none. */
export const arbitrarySegment: Arbitrary<Asked> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<EntityName[]>('customer', 'user').map((entity) => ({ entity, where: {} })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Asked[]>(
      { entity: 'customer', where: { and: [{ vip: { ne: true } }], employees: { gte: 1 } } },
      { entity: 'user', where: { customer: { vip: { ne: true } } } },
    ),
  },
);

/** Mostly behind the data, so that most periods have ended; also within it. */
export const arbitraryAsOf = ({ from, days }: Setting): Arbitrary<Day> =>
  fc.integer({ min: 10, max: days + 30 }).map((n) => shift(from, n));

const clock = ['00:00:00', '00:30:00', '02:30:00', '12:00:00', '12:00:01', '12:45:00', '13:30:00', '23:59:59'];

/** A company whose users are seen again and again, some at the very same moment. */
export const busyTables = (setting: Setting): Arbitrary<World['tables']> =>
  arbitraryTables(setting).chain((tables) => {
    const users = tables['users'] ?? [];
    const time = fc
      .tuple(fc.nat(setting.days), fc.constantFrom(...clock))
      .map(([n, at]) => `${shift(setting.from, n)}T${at}`);
    const event = fc.record({ by: fc.constantFrom(...users), time, name: fc.constantFrom('login', 'login', 'export') });
    return fc.array(event, { minLength: 60, maxLength: 160 }).map((all) => ({
      ...tables,
      events: [...(tables['events'] ?? []), ...all.map((e, i) => eventOf(e.by, e.time, e.name, 1_000 + i, setting))],
    }));
  });

const eventOf = (by: Row, time: string, name: string, id: number, { zone }: Setting): Row => ({
  event_id: id,
  customer_id: by['customer_id'] ?? null,
  user_id: by['user_id'] ?? null,
  occurred_at: Temporal.PlainDateTime.from(time).toZonedDateTime(zone).toInstant().toString(),
  name,
  amount: null,
  seconds: null,
  labels: null,
});
