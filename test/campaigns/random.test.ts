import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWorkspace } from '../graphql/small-workspace.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { campaigns, expectPeople, type Campaign } from './ask.js';

interface Message {
  readonly who: string;
  readonly user: string;
  readonly campaign: string;
  readonly at: number;
  readonly held: boolean;
  readonly arrived: boolean;
  readonly clicked: boolean;
  readonly cost: number;
}
interface Sale {
  readonly who: string;
  readonly user: string;
  readonly at: number;
  readonly amount: number | null;
}

const hours = { min: 0, max: 24 * 40 };
const who = fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'stranger');
const user = fc.constantFrom('ann', 'bob');
const messages: readonly Message[] = fc.sample(
  fc.record({
    who,
    user,
    campaign: fc.constantFrom('spring', 'sum"mer', 'autumn'),
    at: fc.integer(hours),
    held: fc.boolean(),
    arrived: fc.boolean(),
    clicked: fc.boolean(),
    cost: fc.integer({ min: 0, max: 5 }),
  }),
  { seed: 11, numRuns: 60 },
);
const sales: readonly Sale[] = fc.sample(
  fc.record({ who, user, at: fc.integer(hours), amount: fc.option(fc.integer({ min: -3, max: 50 }), { freq: 6 }) }),
  { seed: 12, numRuns: 60 },
);

const instant = (hour: number): string => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
const dayAt = (day: number): string => instant(24 * day).slice(0, 10);
const json = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const members = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'];

const files = (outcome: string): Readonly<Record<string, string>> => ({
  'workspace.yml': 'name: Random\ntime_zone: UTC\nas_of: 2026-02-20\n',
  'data/customers.ndjson': json(members.map((id, i) => ({ customer_id: id, size: i }))),
  'sql/customers.sql': "select * from read_json('data/customers.ndjson')",
  'sql/customers.yml': 'entity: customer\nkey: customer_id',
  'data/users.ndjson': json(members.flatMap((id) => ['ann', 'bob'].map((user_id) => ({ user_id, customer_id: id })))),
  'sql/users.sql': "select * from read_json('data/users.ndjson')",
  'sql/users.yml': 'entity: user\nkey: user_id\ncustomer: customer_id',
  'data/letters.ndjson': json(messages.map((m, n) => ({ ...m, n, at: undefined, sent_at: instant(m.at) }))),
  'sql/letters.sql': "select * replace (cast(sent_at as timestamptz) as sent_at) from read_json('data/letters.ndjson')",
  'sql/letters.yml': 'fact: letter\nkey: n\ncustomer: who\nuser: user\ntime: sent_at',
  'data/sales.ndjson': json(sales.map((s, n) => ({ ...s, n, at: undefined, sold_at: instant(s.at) }))),
  'sql/sales.sql': "select * replace (cast(sold_at as timestamptz) as sold_at) from read_json('data/sales.ndjson')",
  'sql/sales.yml': 'fact: sale\nkey: n\ncustomer: who\nuser: user\ntime: sold_at',
  'sql/campaigns.yml': `messages: letters\ncampaign: campaign\nheld_out: { held: { eq: true } }
stages: { delivered: { arrived: { eq: true } }, clicked: { clicked: { eq: true } } }
cost: cost\nmargin: 0.5\noutcome: ${outcome}\n`,
});

interface Asked {
  readonly from: number;
  readonly until: number;
  readonly asOf: number;
  readonly least: number;
  readonly users: boolean;
}
const key = (row: { readonly who: string; readonly user: string }, users: boolean): string =>
  users ? `${row.who} ${row.user}` : row.who;

/** What the answer is to be, from the rows one by one. */
function expected(asked: Asked, days: number | null): readonly unknown[] {
  const known = (row: { readonly at: number; readonly who: string }): boolean =>
    row.at < 24 * (asked.asOf + 1) && members.indexOf(row.who) >= asked.least;
  const sent = messages.filter((m) => known(m) && m.at >= 24 * asked.from && m.at < 24 * asked.until);
  const names = [
    ...new Set([...sent].sort((a, b) => a.at - b.at || (a.campaign < b.campaign ? -1 : 1)).map((m) => m.campaign)),
  ];
  return names.map((campaign) => {
    const own = sent.filter((m) => m.campaign === campaign);
    const rows = new Map<string, Message[]>();
    for (const m of own) rows.set(key(m, asked.users), [...(rows.get(key(m, asked.users)) ?? []), m]);
    const sides = { sent: [] as number[], held: [] as number[], sentHas: 0, heldHas: 0 };
    for (const [member, all] of rows) {
      const treated = all.some((m) => !m.held);
      const counting = all.filter((m) => m.held === !treated);
      const found =
        days === null
          ? counting.filter((m) => m.clicked).map((m) => m.cost)
          : sales
              .filter((s) => known(s) && key(s, asked.users) === member)
              .filter((s) => counting.some((m) => s.at >= m.at && s.at <= m.at + 24 * days))
              .map((s) => s.amount ?? 0);
      sides[treated ? 'sent' : 'held'].push(found.reduce((a, b) => a + b, 0));
      if (found.length > 0) sides[treated ? 'sentHas' : 'heldHas'] += 1;
    }
    const distinct = (test: (m: Message) => boolean): number =>
      new Set(own.filter((m) => !m.held && test(m)).map((m) => key(m, asked.users))).size;
    const paid = own.filter((m) => !m.held);
    const delivered = distinct((m) => m.arrived);
    return {
      campaign,
      sent: sides.sent.length,
      messages: paid.length,
      delivered: [delivered, sides.sent.length],
      clicked: [distinct((m) => m.arrived && m.clicked), delivered],
      cost: paid.reduce((sum, m) => sum + m.cost, 0),
      outcome: [sides.sentHas, sides.sent.length, sides.sent.reduce((a, b) => a + b, 0)],
      heldOut:
        sides.held.length === 0 ? null : [sides.heldHas, sides.held.length, sides.held.reduce((a, b) => a + b, 0)],
    };
  });
}

const seen = (c: Campaign): unknown => ({
  campaign: c.campaign,
  sent: c.sent.count,
  messages: c.messages,
  delivered: [c.delivered?.count, c.delivered?.of],
  clicked: [c.clicked?.count, c.clicked?.of],
  cost: c.cost,
  outcome: [c.outcome?.members.count, c.outcome?.members.of, c.outcome?.value],
  heldOut: c.heldOut && [c.heldOut.members.count, c.heldOut.members.of, c.heldOut.value],
});

const questions: readonly Asked[] = fc.sample(
  fc
    .record({
      from: fc.integer({ min: 0, max: 30 }),
      length: fc.integer({ min: 1, max: 40 }),
      asOf: fc.integer({ min: 10, max: 45 }),
      least: fc.integer({ min: 0, max: 4 }),
      users: fc.boolean(),
    })
    .map(({ length, ...asked }) => ({ ...asked, until: asked.from + length })),
  { seed: 13, numRuns: 12 },
);

describe.each([
  ['rows of another fact within 5 days', '{ rows: { sales: {} }, value: amount, within: 5 days }', 5],
  ['a condition on the messages themselves', '{ where: { clicked: { eq: true } }, value: cost }', null],
])('campaigns whose outcome is %s', (_, outcome, days) => {
  let workspace: OpenWorkspace;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const written = await writeWorkspace(files(outcome));
    remove = written.remove;
    workspace = await openWorkspace(written.dir);
  });
  afterAll(async () => {
    await workspace.close();
    await remove();
  });

  test.each(questions)('agree with rows counted one by one: %o', async (asked) => {
    const request = {
      period: { from: dayAt(asked.from), until: dayAt(asked.until) },
      asOf: dayAt(asked.asOf),
      ...(asked.users && { of: 'USERS' }),
    };
    const answer = await campaigns(workspace, request, { where: { size: { gte: asked.least } } });
    expect(answer.campaigns.map(seen)).toEqual(expected(asked, days));
    const entity = asked.users ? 'user' : 'customer';
    if (answer.campaigns.length > 0) await expectPeople(workspace, answer, entity);
  });
});
