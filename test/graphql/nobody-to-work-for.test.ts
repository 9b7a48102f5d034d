import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { writeWorkspace } from './small-workspace.js';

const files = {
  'workspace.yml': 'name: Small\ntime_zone: UTC\n',
  'sql/customers.sql': "select * from (values ('acme'), ('null')) t(customer_id)",
  'sql/customers.yml': 'entity: customer\nkey: customer_id\ndescription: One row per customer.\n',
  'sql/users.sql':
    "select * from (values ('ann', 'acme', 30), ('bob', null, 40), ('bob', 'null', 50)) t(user_id, customer_id, age)",
  'sql/users.yml': 'entity: user\nkey: user_id\ncustomer: customer_id\ndescription: One row per person and customer.\n',
  'sql/events.sql':
    "select * from (values (1, 'acme', 'ann', date '2026-01-01'), (2, null, 'bob', date '2026-01-01'), (3, 'null', 'bob', date '2026-01-02')) t(event_id, customer_id, user_id, day)",
  'sql/events.yml':
    'fact: event\nkey: event_id\ncustomer: customer_id\nuser: user_id\ntime: day\ndescription: One row per event.\n',
};

interface Condition {
  readonly holds: boolean;
  readonly evidence: { readonly count: number } | null;
}

let written: Awaited<ReturnType<typeof writeWorkspace>>;
let workspace: OpenWorkspace;
beforeAll(async () => {
  written = await writeWorkspace(files);
  workspace = await openWorkspace(written.dir);
});
afterAll(async () => {
  await workspace.close();
  await written.remove();
});

test('a user without a customer has none: not even one that is called null', async () => {
  const { data, errors } = await workspace.ask(`{ userPreview { users { nodes {
    id customerId age customer { id } events { nodes { eventId } }
    explain(where: {age: {gte: 45}, customer: {ids: ["null"]}}) { holds }
  } } } }`);
  expect(errors).toBeUndefined();
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    userPreview: {
      users: {
        nodes: [
          {
            ...{
              id: 'ann',
              customerId: 'acme',
              age: 30,
              customer: { id: 'acme' },
              events: { nodes: [{ eventId: 1 }] },
            },
            explain: { holds: false },
          },
          {
            ...{
              id: 'bob',
              customerId: 'null',
              age: 50,
              customer: { id: 'null' },
              events: { nodes: [{ eventId: 3 }] },
            },
            explain: { holds: true },
          },
          {
            ...{ id: 'bob', customerId: null, age: 40, customer: null, events: { nodes: [] } },
            explain: { holds: false },
          },
        ],
      },
    },
  });
});

test('conditions on what a user did at no customer have no evidence', async () => {
  const { data, errors } = await workspace.ask(`{ userPreview(where: {age: {eq: 40}}) { users { nodes {
    explain(where: {events: {}, customer: {users: {}}}) { conditions { holds evidence { count } } }
  } } } }`);
  expect(errors).toBeUndefined();
  const [user] = (data as { userPreview: { users: { nodes: { explain: { conditions: Condition[] } }[] } } }).userPreview
    .users.nodes;
  const rested = user?.explain.conditions.filter(({ evidence }) => evidence !== null) ?? [];
  expect(rested.map(({ holds, evidence }) => [holds, evidence?.count])).toEqual([
    [false, 0],
    [false, 0],
  ]);
});
