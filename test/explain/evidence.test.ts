import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/query/problem.js';
import { openedSample } from '../sample/opened.js';
import { rows } from '../sample/relations.js';

interface Condition {
  readonly kind: string;
  readonly text: string;
  readonly holds: boolean;
  readonly observed: readonly { readonly label: string; readonly value: unknown }[];
  readonly evidence: {
    readonly fact: string | null;
    readonly count: number;
    readonly rows: readonly Readonly<Record<string, unknown>>[] | null;
    readonly users: readonly { readonly id: string }[] | null;
    readonly otherUsers: readonly { readonly id: string }[] | null;
  } | null;
}
interface Explained {
  readonly id: string;
  readonly customer: { readonly id: string };
  readonly explain: { readonly holds: boolean; readonly asOf: string; readonly conditions: readonly Condition[] };
}

const opened = openedSample();

const conditions = `holds asOf conditions { kind text holds observed { label value }
  evidence { fact count rows(first: 100) users(first: 1000) { id } otherUsers(first: 1000) { id } } }`;

/** A few of the members, as each number of evidence is a question of its own. */
async function explained(
  root: string,
  list: string,
  day: string,
  explain: string,
  most = 40,
): Promise<readonly Explained[]> {
  const { data, errors } = await opened.sample.ask(`{ ${root} {
    ${list}(first: ${String(most)}, asOf: "${day}") { nodes { id ${list === 'users' ? 'customer { id }' : ''} explain(${explain}) { ${conditions} } } } } }`);
  expect(errors).toBeUndefined();
  const { nodes } = Object.values(data as Record<string, Record<string, { nodes: readonly Explained[] }>>)[0]?.[
    list
  ] ?? { nodes: [] };
  return nodes;
}

const resting = (e: Explained, fact: string | null): Condition => {
  const found = e.explain.conditions.find(({ evidence }) => evidence !== null && evidence.fact === fact);
  if (!found) throw new Error(`nothing rests on ${fact ?? 'users'}`);
  return found;
};

/** By customer, in the order told. */
async function listed(sql: string): Promise<ReadonlyMap<string, readonly Record<string, unknown>[]>> {
  const found = new Map<string, Record<string, unknown>[]>();
  for (const row of await rows(opened.byHand, sql)) {
    const key = String(row['of']);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** The end of a day in Rome, by hand. */
const endOf = (day: string): string => `((date '${day}' + 1)::timestamp at time zone 'Europe/Rome')`;

describe('the evidence for a condition on rows', () => {
  // On 10 March 2026 there is an outage: tickets of that day are solved on the days after it.
  it.each(['2026-03-10', '2026-03-12', '2025-11-30'])('is the rows that count, newest first, as of %s', async (day) => {
    const wanted = await listed(`
      select customer_id as "of", ticket_id as id, coalesce(resolved_at < ${endOf(day)}, false) as solved
      from tickets
      where priority = 'urgent' and opened_at < ${endOf(day)}
        and opened_at >= ((date '${day}' - 29)::timestamp at time zone 'Europe/Rome')
      order by opened_at desc, ticket_id`);
    const found = await explained(
      'preview(where: {or: [{tickets: {during: {last: {days: 30}}}}, {plan: {eq: "enterprise"}}]})',
      'customers',
      day,
      'where: {mrr: {gte: 0}, tickets: {where: {priority: {eq: "urgent"}}, during: {last: {days: 30}}, count: {gte: 1}}}',
    );
    expect(found.filter(({ id }) => wanted.has(id)).length).toBeGreaterThan(1);
    for (const one of found) {
      const tickets = wanted.get(one.id) ?? [];
      const { evidence, holds, observed } = resting(one, 'TICKETS');
      expect([one.id, evidence?.count, holds, one.explain.holds]).toEqual([
        one.id,
        tickets.length,
        tickets.length > 0,
        tickets.length > 0,
      ]);
      expect(observed.map((o) => o.value)).toEqual([tickets.length]);
      expect(evidence?.rows?.map((r) => ({ id: r['ticketId'], solved: r['resolvedAt'] !== null }))).toEqual(
        tickets.map((t) => ({ id: Number(t['id']), solved: t['solved'] })),
      );
      expect(evidence?.users).toBeNull();
    }
  });

  it('is the user’s own rows where a user is explained, and the customer’s where the customer is asked about', async () => {
    const day = '2026-03-31';
    const own = await listed(`select user_id || '/' || customer_id as "of", event_id as id from events
      where user_id is not null and name = 'export' and occurred_at < ${endOf(day)}
        and occurred_at >= ((date '${day}' - 6)::timestamp at time zone 'Europe/Rome')
      order by occurred_at desc, event_id`);
    const atCustomer = await listed(`select customer_id as "of", ticket_id as id from tickets
      where opened_at < ${endOf(day)} and opened_at >= ((date '${day}' - 6)::timestamp at time zone 'Europe/Rome')
      order by opened_at desc, ticket_id`);
    const week = 'during: {last: {days: 7}}, count: {gte: 1}';
    const found = await explained(
      'userPreview(where: {events: {where: {name: {eq: "export"}}, during: {last: {days: 14}}}, customer: {tickets: {during: {last: {days: 14}}}}})',
      'users',
      day,
      `where: {events: {where: {name: {eq: "export"}}, ${week}}, customer: {tickets: {${week}}}}`,
    );
    let [exporting, asking] = [0, 0];
    for (const one of found) {
      const name = `${one.id}/${one.customer.id}`;
      const [exports, tickets] = [own.get(name) ?? [], atCustomer.get(one.customer.id) ?? []];
      const [events, asked] = [resting(one, 'EVENTS'), resting(one, 'TICKETS')];
      expect([name, events.evidence?.count, events.evidence?.rows?.map((r) => r['eventId'])]).toEqual([
        name,
        exports.length,
        exports.slice(0, 100).map((e) => Number(e['id'])),
      ]);
      expect([name, asked.evidence?.rows?.map((r) => r['ticketId'])]).toEqual([
        name,
        tickets.map((t) => Number(t['id'])),
      ]);
      expect([events.holds, asked.holds, one.explain.holds]).toEqual([
        exports.length > 0,
        tickets.length > 0,
        exports.length > 0 && tickets.length > 0,
      ]);
      exporting += exports.length > 0 ? 1 : 0;
      asking += tickets.length > 0 ? 1 : 0;
    }
    expect(Math.min(exporting, asking)).toBeGreaterThan(2);
  });
});

it('the evidence for a condition on users is those who are so, and beside them those who are not', async () => {
  const day = '2025-09-30';
  const people = await listed(`
    select u.customer_id as "of", u.user_id as id, u.role = 'admin' and exists (
      from events e where e.user_id = u.user_id and e.customer_id = u.customer_id and e.occurred_at < ${endOf(day)}
        and e.occurred_at >= ((date '${day}' - 13)::timestamp at time zone 'Europe/Rome')) as counts
    from users u where u.created_on is null or u.created_on <= date '${day}' order by u.user_id`);
  const found = await explained(
    'segment(id: "touch-high")',
    'customers',
    day,
    'where: {users: {where: {role: {eq: "admin"}, events: {during: {last: {days: 14}}, count: {gte: 1}}}, count: {gte: 2}}}',
  );
  expect(found.filter((f) => f.explain.holds).length).toBeGreaterThan(0);
  expect(found.filter((f) => !f.explain.holds).length).toBeGreaterThan(0);
  for (const one of found) {
    const all = people.get(one.id) ?? [];
    const names = (counts: boolean) => all.filter((p) => p['counts'] === counts).map((p) => p['id']);
    const { evidence, holds, observed } = resting(one, null);
    expect([one.id, evidence?.users?.map((u) => u.id), evidence?.otherUsers?.map((u) => u.id)]).toEqual([
      one.id,
      names(true),
      names(false),
    ]);
    expect([evidence?.count, evidence?.rows, observed.map((o) => o.value)]).toEqual([
      names(true).length,
      null,
      [names(true).length, all.length],
    ]);
    expect(holds).toBe(names(true).length >= 2);
  }
});

it('a saved segment is explained part by part with the values observed', async () => {
  const day = '2026-05-31';
  const found = await explained(
    'segment(id: "detractors-with-open-tickets")',
    'customers',
    day,
    'segment: "detractors-with-open-tickets"',
  );
  const open = await listed(`select customer_id as "of", ticket_id as id from tickets
    where opened_at < ${endOf(day)} and (resolved_at is null or resolved_at >= ${endOf(day)}) order by opened_at desc, ticket_id`);
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) {
    expect([one.explain.asOf, one.explain.holds]).toEqual([day, true]);
    expect(one.explain.conditions.map(({ kind, holds }) => [kind, holds])).toEqual([
      ['AND', true],
      ['CONDITION', true],
      ['CONDITION', true],
      ['CONDITION', true],
    ]);
    const [, paying, detractors, tickets] = one.explain.conditions;
    expect(paying?.observed[0]?.value).toBe(true);
    expect(detractors?.observed[0]?.value).toBeGreaterThanOrEqual(1);
    expect(tickets?.evidence?.rows?.map((r) => r['ticketId'])).toEqual(open.get(one.id)?.map((t) => Number(t['id'])));
  }
});

describe('an explanation is refused', () => {
  const refused = async (query: string): Promise<readonly unknown[]> => {
    const { errors = [] } = await opened.sample.ask(query);
    return errors.flatMap(({ originalError }) =>
      originalError instanceof ProblemError
        ? originalError.problems.map((p) => `${p.code} ${p.path.join('.')}`)
        : [originalError],
    );
  };
  const customer = (args: string, of = 'holds') => `{ customer(id: "C0001") { explain${args} { ${of} } } }`;
  const user = (args: string) => `{ userPreview { users(first: 1) { nodes { explain${args} { holds } } } } }`;
  const rest = (where: string, args: string) =>
    customer(`(where: {${where}: {}})`, `conditions { evidence { ${args} } }`);

  it.each([
    ['without a where and a segment', customer(''), 'MISSING_VALUE where'],
    ['with both', customer('(where: {}, segment: "champions")'), 'CONFLICTING_FIELDS where'],
    ['of a segment that is not there', customer('(segment: "champion")'), 'SEGMENT_NOT_FOUND id'],
    ['of a customer by a segment of users', customer('(segment: "admins-not-seen")'), 'WRONG_ENTITY segment'],
    ['of a user by a segment of customers', user('(segment: "champions")'), 'WRONG_ENTITY segment'],
    ['of a user without a where', user(''), 'MISSING_VALUE where'],
    [
      'by an impossible where',
      customer('(where: {mrr: {between: {min: 2, max: 1}}})'),
      'EMPTY_RANGE where.mrr.between',
    ],
  ])('%s', async (_, query, problem) => {
    expect(await refused(query)).toEqual([problem]);
  });

  it.each([
    ['rows', rest('tickets', 'rows(first: -1)')],
    ['rows', rest('tickets', 'rows(first: 101)')],
    ['users', rest('users', 'users(first: 1001) { id }')],
    ['other users', rest('users', 'otherUsers(first: -1) { id }')],
    ['near misses', '{ preview(where: {mrr: {gt: 5}}) { nearMisses { members(first: 1001) { failed { id } } } } }'],
  ])('with a number of %s that cannot be', async (_, query) => {
    expect(await refused(query)).toEqual(['OUT_OF_RANGE first']);
  });

  it('with near misses of a day that is none, and of more than 30 conditions', async () => {
    const many = Array.from({ length: 31 }, (_, i) => `{mrr: {gt: ${String(i)}}}`).join(', ');
    expect(await refused(`{ preview(where: {and: [${many}]}) { nearMisses { people { count } } } }`)).toEqual([
      'TOO_MANY_CONDITIONS nearMisses',
    ]);
    const { errors } = await opened.sample.ask('{ preview { nearMisses(asOf: "2026-02-30") { people { count } } } }');
    expect(errors?.map((e) => e.extensions?.['code'])).toEqual(['BAD_DATE']);
  });
});
