import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { home, openRelations, rows } from './relations.js';

const months = `select cast(m as date) as first_day, cast(m + interval 1 month as date) as next_first_day
  from generate_series(timestamp '2022-07-01', timestamp '2026-07-01', interval 1 month) t(m)`;
const open = (day: string): string => `s.started_on < ${day} and (s.ended_on is null or s.ended_on >= ${day})`;

describe('the MRR movements', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await openRelations(home);
  }, 30_000);

  it('lead exactly from the MRR at each month’s start to that at its end, customer by customer', async () => {
    const broken = await rows(
      connection,
      `with months as (${months}), bridge as (
         select c.customer_id, m.first_day,
           coalesce((select sum(s.mrr) from subscriptions s where s.customer_id = c.customer_id and ${open('m.first_day')}), 0) as at_start,
           coalesce((select sum(s.mrr) from subscriptions s where s.customer_id = c.customer_id and ${open('m.next_first_day')}), 0) as at_end,
           coalesce((select sum(case kind when 'new' then amount when 'expansion' then amount when 'reactivation' then amount
                                          when 'contraction' then -amount when 'churn' then -amount end)
                     from mrr_movements v where v.customer_id = c.customer_id and v.moved_on >= m.first_day and v.moved_on < m.next_first_day), 0) as moved
         from (select distinct customer_id from subscriptions) c, months m)
       select * from bridge where at_start + moved <> at_end`,
    );
    expect(broken).toEqual([]);
  });

  it('are of the kind that the MRR before, after and ever before says', async () => {
    const wrong = await rows(
      connection,
      `with seen as (
         select v.*,
           (select coalesce(sum(s.mrr), 0) from subscriptions s where s.customer_id = v.customer_id and ${open('v.moved_on')}) as before,
           (select coalesce(sum(s.mrr), 0) from subscriptions s where s.customer_id = v.customer_id and ${open('(v.moved_on + 1)')}) as after,
           exists (select 1 from subscriptions s where s.customer_id = v.customer_id and s.mrr > 0 and s.started_on < v.moved_on) as paid_before
         from mrr_movements v)
       select * from seen
       where after - before <> delta or after <> mrr_after or amount <> abs(delta) or amount = 0 or kind <> case
         when before = 0 and not paid_before then 'new' when before = 0 then 'reactivation' when after = 0 then 'churn'
         when after > before then 'expansion' else 'contraction' end`,
    );
    expect(wrong).toEqual([]);
  });

  it('come in all five kinds, at most one per customer and day', async () => {
    const kinds = await rows(
      connection,
      'select kind, count(*)::int as n from mrr_movements group by kind order by kind',
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['churn', 'contraction', 'expansion', 'new', 'reactivation']);
    expect(
      await rows(connection, 'select 1 from mrr_movements group by customer_id, moved_on having count(*) > 1'),
    ).toEqual([]);
  });
});
