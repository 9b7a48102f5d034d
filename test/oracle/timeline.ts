import { afterAll, beforeAll, expect } from 'vitest';
import { membersByHand, membersBySql } from './agree.js';
import type { Setting } from './arbitrary-company.js';
import type { Day } from './days.js';
import { openOracle, type Opened } from './opened.js';
import type { EntityName, Json, Row, World } from './world.js';

/** Who is in on which day. */
type Story = Readonly<Record<Day, readonly string[]>>;

/** A workspace for hand-made stories, each with rows of its own. */
export function timeline(setting: Pick<Setting, 'zone' | 'weekStart'>) {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting);
  });
  afterAll(() => opened.close());
  return {
    open: (tables: World['tables'], segments?: World['segments']) => opened.fill(tables, segments),
    /** Members by SQL are those of the story, and so are the evaluator's. */
    tell: async (tables: World['tables'], where: Json, story: Story, entity: EntityName = 'customer') => {
      const { session, world } = await opened.fill(tables);
      const found = await Promise.all(
        Object.keys(story).map(async (day) => {
          const members = await membersBySql(session, { entity, where, day });
          expect([...members].sort(), `by hand on ${day}`).toEqual(membersByHand(world, { entity, where, day }));
          return [day, members] as const;
        }),
      );
      expect(Object.fromEntries(found)).toEqual(story);
    },
  };
}

/** Customers that always existed. */
export const customers = (...ids: readonly string[]): readonly Row[] =>
  ids.map((customer_id) => ({ customer_id, ...nothing(customerColumns) }));
const customerColumns = ['industry', 'employees', 'vip', 'created_on', 'trial_ends_at', 'signed_at', 'tags', 'ratings'];
const nothing = (columns: readonly string[]): Row => Object.fromEntries(columns.map((column) => [column, null]));

let number = 0;
const row =
  (key: string | null, columns: readonly string[]) =>
  (given: Row): Row => ({ ...(key !== null && { [key]: (number += 1) }), ...nothing(columns), ...given });

/** Rows with nothing but what is given, and keys in the order they are made. */
export const customer = row(null, ['customer_id', ...customerColumns]);
export const user = row(null, ['user_id', 'customer_id', 'role', 'age', 'joined_at']);
export const event = row('event_id', ['customer_id', 'user_id', 'occurred_at', 'name', 'amount', 'seconds', 'labels']);
export const subscription = (given: Row): Row => ({
  subscription_id: `s${(number += 1)}`,
  ...nothing(['customer_id', 'started_on', 'ended_on', 'plan', 'mrr', 'renews_on']),
  ...given,
});
export const session = row('session_id', ['customer_id', 'user_id', 'begins_at', 'ends_at', 'pages']);
export const ticket = row('ticket_id', ['customer_id', 'user_id', 'opened_at', 'resolved_at', 'priority', 'csat']);
export const visit = row(null, ['customer_id', 'day', 'minutes']);
