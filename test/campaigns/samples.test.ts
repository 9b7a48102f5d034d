import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Warehouse } from '../../src/warehouse/warehouse.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { campaigns, expectPeople } from './ask.js';

interface Opened {
  readonly workspace: OpenWorkspace;
  readonly byHand: Warehouse;
}
/** The relations of a workspace, to ask in SQL. */
async function relationsOf(dir: string): Promise<Warehouse> {
  const warehouse = await openDuckDb({ dir });
  const { catalog } = await loadCatalog(dir, warehouse);
  expect(catalog).not.toBeNull();
  return warehouse;
}
const open = async (dir: string): Promise<Opened> => ({
  workspace: await openWorkspace(dir),
  byHand: await relationsOf(dir),
});
const close = async ({ workspace, byHand }: Opened): Promise<void> => {
  await workspace.close();
  await byHand.close();
};
const always = { from: '2024-07-01', until: '2026-07-01' };

describe('campaigns of the sample company', () => {
  let sample: Opened;
  beforeAll(async () => {
    sample = await open(resolve('.'));
  });
  afterAll(() => close(sample));

  test('the holdout proves that insights_offer works, as data/README.md has it', async () => {
    const { campaigns: found, margin } = await campaigns(sample.workspace, {
      period: always,
      of: 'USERS',
      campaigns: ['insights_offer'],
    });
    const [offer] = found;
    expect(found).toHaveLength(1);
    expect(margin).toBe(0.8);
    expect(offer).toMatchObject({
      campaign: 'insights_offer',
      messages: 436,
      sent: { count: 436 },
      cost: 3706,
      outcome: {
        members: { count: 58, of: 436, rate: 58 / 436 },
        all: { count: 436 },
        value: 22620,
        mean: 22620 / 436,
      },
      heldOut: { members: { count: 4, of: 146, rate: 4 / 146 }, all: { count: 146 }, value: 1560, mean: 1560 / 146 },
      observational: false,
      refusal: null,
      complete: true,
    });
    expect(offer?.roi).toBeCloseTo((22620 * 0.8 - 3706) / 3706, 9);
    const { rate, mean, incremental, incrementalValue, roi } = offer?.lift ?? {};
    expect(rate?.value).toBeCloseTo(58 / 436 - 4 / 146, 12);
    // Newcombe’s interval, worked out apart from the two intervals of Wilson.
    expect(rate?.low).toBeCloseTo(0.05565, 4);
    expect(rate?.high).toBeCloseTo(0.1445, 4);
    expect(incremental?.value).toBeCloseTo(58 - (4 / 146) * 436, 9);
    const gained = 22620 - (1560 / 146) * 436;
    expect(incrementalValue?.value).toBeCloseTo(gained, 6);
    expect(mean?.value).toBeCloseTo(gained / 436, 9);
    expect(mean?.low).toBeGreaterThan(0);
    expect(roi).toBeCloseTo((gained * 0.8 - 3706) / 3706, 9);
  });

  test('campaigns without a holdout are labelled observational, with their counts as SQL has them', async () => {
    const { campaigns: found } = await campaigns(sample.workspace, { period: always, of: 'USERS' });
    const byHand = await sample.byHand.rows(`
      select campaign, count(distinct user_id) filter (where not holdout) as sent,
        count(distinct user_id) filter (where delivered_at is not null and not holdout) as delivered,
        count(distinct user_id) filter (where bounced_at is not null) as bounced,
        count(distinct user_id) filter (where opened_at is not null) as opened,
        count(distinct user_id) filter (where clicked_at is not null) as clicked,
        count(distinct user_id) filter (where converted_in_7_days and delivered_at is not null and not holdout) as converted,
        count(distinct user_id) filter (where unsubscribed_at is not null) as unsubscribed,
        cast(sum(cost) filter (where not holdout) as double) as cost,
        count(*) filter (where holdout) as held
      from messages join users using (user_id, customer_id) group by campaign order by min(sent_at)`);
    expect(
      found.map((c) => ({
        campaign: c.campaign,
        sent: c.sent.count,
        ...Object.fromEntries(
          (['delivered', 'bounced', 'opened', 'clicked', 'converted', 'unsubscribed'] as const).map((s) => [
            s,
            c[s]?.count,
          ]),
        ),
        cost: c.cost,
      })),
    ).toEqual(
      byHand.map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([k]) => k !== 'held')
            .map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : v]),
        ),
      ),
    );
    const held = new Map(byHand.map((row) => [row['campaign'], Number(row['held'])]));
    for (const c of found) {
      expect(c.observational).toBe(held.get(c.campaign) === 0);
      expect(c.lift === null).toBe(c.observational);
      expect(c.refusal?.code).toBe(c.observational ? 'NO_HOLDOUT' : undefined);
    }
    expect(found.some((c) => c.cost === 0 && c.roi === null)).toBe(true);
  });

  test('people of a campaign and of fatigue are as many as counted, of customers and of users', async () => {
    const request = { period: { from: '2026-03-01', until: '2026-07-01' } };
    const where = { region: { eq: 'Europe' } };
    const customers = await campaigns(sample.workspace, request, { where });
    await expectPeople(sample.workspace, customers, 'customer');
    const users = await campaigns(sample.workspace, { ...request, of: 'USERS' }, { where, from: [1, 3] });
    await expectPeople(sample.workspace, users, 'user');
    expect(users.campaigns[0]?.sent.count).toBeGreaterThan(customers.campaigns[0]?.sent.count ?? Infinity);
  });

  test('fatigue is as SQL has it', async () => {
    const { fatigue } = await campaigns(sample.workspace, { period: always, of: 'USERS' });
    const byHand = await sample.byHand.rows(`
      with counted as (select user_id, customer_id, count(*) as n, bool_or(clicked_at is not null) as clicked,
        bool_or(unsubscribed_at is not null) as gone
        from messages join users using (user_id, customer_id) where delivered_at is not null and not holdout group by all)
      select case when n >= 5 then 5 when n >= 3 then 3 else n end as "from", count(*) as members, sum(n) as messages,
        count(*) filter (where clicked) as clicked, count(*) filter (where gone) as gone from counted group by 1 order by 1`);
    const seen = fatigue.map((f) => [f.from, f.members.count, f.messages, f.responded?.count, f.unsubscribed?.count]);
    expect(seen.filter(([, members]) => members !== 0)).toEqual(byHand.map((row) => Object.values(row).map(Number)));
    expect(fatigue.map(({ to }) => to)).toEqual([1, 2, 4, null]);
  });

  test('as of an earlier day, what came later is not known and the campaign not complete', async () => {
    const request = { period: { from: '2026-04-01', until: '2026-05-01' }, of: 'USERS', asOf: '2026-04-15' };
    const { campaigns: found } = await campaigns(sample.workspace, request);
    const [offer] = found.filter(({ campaign }) => campaign === 'insights_offer');
    const [row] = await sample.byHand.rows(`select count(*) as n from messages where campaign = 'insights_offer'
      and converted_in_7_days and not holdout and converted_at < timestamptz '2026-04-16 00:00:00+02'`);
    expect(offer?.complete).toBe(false);
    expect(offer?.outcome?.members.count).toBe(Number(row?.['n']));
  });
});

describe('campaigns of the bistro', () => {
  let bistro: Opened;
  beforeAll(async () => {
    bistro = await open(resolve('samples/bistro'));
  });
  afterAll(() => close(bistro));

  test('half of the guests who were written to came to Pasta Week, and one in six of the others', async () => {
    const { campaigns: found } = await campaigns(bistro.workspace, {
      period: { from: '2026-03-01', until: '2026-04-01' },
    });
    expect(found).toHaveLength(1);
    const [week] = found;
    expect(week).toMatchObject({
      campaign: 'Pasta Week',
      outcome: { members: { count: 127, of: 253 } },
      heldOut: { members: { count: 15, of: 86 } },
      delivered: null,
      converted: null,
      observational: false,
      complete: true,
    });
    const byHand = await bistro.byHand.rows(`
      select held_out, cast(sum(amount) as double) as spent from emails e join orders o using (guest_id)
      where e.campaign = 'Pasta Week' and o.ordered_at between sent_at and sent_at + interval 7 days group by held_out order by 1`);
    expect(week?.outcome?.value).toBeCloseTo(Number(byHand[0]?.['spent']), 6);
    expect(week?.heldOut?.value).toBeCloseTo(Number(byHand[1]?.['spent']), 6);
    expect(week?.lift?.rate.low).toBeGreaterThan(0.2);
    await expectPeople(bistro.workspace, found, 'customer');
  });
});
