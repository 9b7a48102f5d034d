import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateBistro } from '../../src/sample/bistro.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import type { Warehouse } from '../../src/warehouse/warehouse.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

const dir = resolve('samples/bistro');
const data = join(dir, 'data');

describe('the bistro: persons, dishes, visits and e-mails, and no subscription', () => {
  let bistro: OpenWorkspace;
  let byHand: Warehouse;
  beforeAll(async () => {
    bistro = await openWorkspace(dir);
    byHand = await openDuckDb({ dir });
  });
  afterAll(async () => {
    await bistro.close();
    await byHand.close();
  });

  const ask = async (query: string): Promise<unknown> => {
    const { data: answer, errors } = await bistro.ask(query);
    expect(errors).toBeUndefined();
    return answer;
  };
  const ids = (sql: string) => byHand.rows(sql).then((rows) => rows.map((row) => row['guest_id']).sort());
  const members = async (id: string, asOf = '2026-06-30') => {
    const { segment } = (await ask(
      `{ segment(id: "${id}") { customers(first: 1000, asOf: "${asOf}") { nodes { id } } } }`,
    )) as { segment: { customers: { nodes: { id: string }[] } } };
    return segment.customers.nodes.map((n) => n.id).sort();
  };

  it('has the files that its generator writes', async () => {
    const out = await mkdtemp(join(tmpdir(), 'bistro-'));
    await generateBistro(out);
    for (const file of ['guests.csv', 'visits.csv', 'emails.ndjson'])
      expect(await readFile(join(out, file), 'utf8')).toBe(await readFile(join(data, file), 'utf8'));
    const rows = (folder: string) =>
      byHand.rows(`select * from read_parquet('${folder}/orders.parquet') order by line_id`);
    expect(await rows(out)).toEqual(await rows(data));
    await rm(out, { recursive: true });
  });

  it('knows its pasta lovers', async () => {
    for (const day of ['2026-06-30', '2026-02-28']) {
      const expected = await ids(`
        select guest_id from '${data}/guests.csv' g
        where joined_on <= date '${day}'
          and (select count(*) from '${data}/visits.csv' v where v.guest_id = g.guest_id
               and visited_at::date > date '${day}' - 365 and visited_at::date <= date '${day}') >= 3
          and (select sum(quantity) filter (where category = 'pasta') / sum(quantity) from '${data}/orders.parquet' o
               where o.guest_id = g.guest_id and ordered_at::date > date '${day}' - 365 and ordered_at::date <= date '${day}') >= 0.5`);
      expect(expected.length).toBeGreaterThan(10);
      expect(await members('pasta-lovers', day)).toEqual(expected);
    }
  });

  it('knows its gluten-free gang', async () => {
    const expected = await ids(`
      select guest_id from '${data}/guests.csv' g
      where joined_on <= date '2026-06-30' and (
        diet = 'gluten-free'
        or ((select count(*) from '${data}/orders.parquet' o where o.guest_id = g.guest_id and gluten_free
               and ordered_at >= timestamp '2026-01-02' and ordered_at < timestamp '2026-07-01') >= 3
            and not exists (from '${data}/orders.parquet' o where o.guest_id = g.guest_id and category = 'pasta' and not gluten_free
               and ordered_at < timestamp '2026-07-01')))`);
    expect(expected.length).toBeGreaterThan(20);
    expect(await members('gluten-free-gang')).toEqual(expected);
  });

  it('knows regulars that went quiet, by what they were 90 days ago', async () => {
    const visits = (from: string, until: string) =>
      `(select count(*) from '${data}/visits.csv' v where v.guest_id = g.guest_id and visited_at >= '${from}' and visited_at < '${until}')`;
    const expected = await ids(`
      select guest_id from '${data}/guests.csv' g
      where joined_on <= date '2026-04-01' and ${visits('2026-01-02', '2026-04-02')} >= 3 and ${visits('2026-05-17', '2026-07-01')} = 0`);
    expect(expected.length).toBeGreaterThan(5);
    expect(await members('regulars-gone-quiet')).toEqual(expected);
  });

  it('counts revenue, bills, covers and guests lost by month', async () => {
    const months = await byHand.rows(`
      select date_trunc('month', ordered_at)::date::varchar as month, sum(amount)::double as revenue,
        sum(amount)::double / count(distinct visit_id) as bill
      from '${data}/orders.parquet' join '${data}/guests.csv' using (guest_id)
      where ordered_at >= timestamp '2025-07-01' and ordered_at < timestamp '2026-07-01' group by 1 order by 1`);
    const trend = (metric: string) => `trend(metric: ${metric}, grain: MONTH) { points { from value } }`;
    const { preview } = (await ask(`{ preview { a: ${trend('REVENUE')} b: ${trend('AVERAGE_BILL')} } }`)) as {
      preview: Record<'a' | 'b', { points: { from: string; value: number }[] }>;
    };
    expect(preview.a.points).toEqual(months.map((m) => ({ from: m['month'], value: m['revenue'] })));
    preview.b.points.forEach((p, i) => {
      expect(p.value).toBeCloseTo(Number(months[i]?.['bill']), 9);
    });
  });

  it('sees that Pasta Week brought guests in: twice as many of those written to as of those held out', async () => {
    const came = `visits: {during: {from: "2026-03-09", until: "2026-03-16"}, count: {gte: 1}}`;
    const sent = (heldOut: boolean) =>
      `emails: {where: {campaign: {eq: "Pasta Week"}, heldOut: {eq: ${String(heldOut)}}}, count: {gte: 1}}`;
    const answer = (await ask(`{
      treated: preview(where: {${sent(false)}}) { size } treatedCame: preview(where: {${sent(false)} ${came}}) { size }
      held: preview(where: {${sent(true)}}) { size } heldCame: preview(where: {${sent(true)} ${came}}) { size } }`)) as Record<
      'treated' | 'treatedCame' | 'held' | 'heldCame',
      { size: number }
    >;
    const [row] = await byHand.rows(`
      select count(*) filter (where not held_out) as treated, count(*) filter (where held_out) as held,
        count(*) filter (where not held_out and came) as treated_came, count(*) filter (where held_out and came) as held_came
      from (select held_out, exists (from '${data}/visits.csv' v where v.guest_id = e.guest_id
              and visited_at >= timestamp '2026-03-09' and visited_at < timestamp '2026-03-16') as came
            from '${data}/emails.ndjson' e where campaign = 'Pasta Week')`);
    expect(answer).toEqual({
      treated: { size: row?.['treated'] },
      treatedCame: { size: row?.['treated_came'] },
      held: { size: row?.['held'] },
      heldCame: { size: row?.['held_came'] },
    });
    expect(answer.treatedCame.size / answer.treated.size).toBeGreaterThan(
      (2 * answer.heldCame.size) / answer.held.size,
    );
  });
});
