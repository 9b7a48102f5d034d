import { expect, test } from 'vitest';
import { openWorkspace } from '../support/workspace.js';
import { writeWorkspace } from './small-workspace.js';

const files = {
  'workspace.yml': 'as_of: 2026-06-30\n',
  'sql/customers.sql': `select 'c' || n as customer_id, n as place from range(1, 101) t(n)`,
  'sql/customers.yml': 'entity: customer\nkey: customer_id\n',
  'sql/subscriptions.sql': `select * from (values
    ('c1', 108.00, date '2026-01-01', date '2026-06-01'), ('c1', 129.60, '2026-06-01', null),
    ('c2', 108.00, '2026-01-01', '2026-06-01'), ('c2', 129.59, '2026-06-01', null),
    ('c3', 0.10, '2026-01-01', '2026-06-01'), ('c3', 0.30, '2026-06-01', null)) t (customer_id, mrr, started_on, ended_on)`,
  'sql/subscriptions.yml': `
fact: subscription
customer: customer_id
interval: [started_on, ended_on]
attributes:
  mrr: { value: sum(mrr), current: true, missing: 0 }
`,
};

test('a limit that is met exactly is met, whatever binary fractions make of it', async () => {
  const { dir, remove } = await writeWorkspace(files);
  const workspace = await openWorkspace(dir);
  const members = async (where: string): Promise<readonly string[]> => {
    const { data, errors } = await workspace.ask(`{ preview(where: ${where}) { customers { nodes { id } } } }`);
    expect(errors).toBeUndefined();
    return (data as { preview: { customers: { nodes: { id: string }[] } } }).preview.customers.nodes.map(
      ({ id }) => id,
    );
  };
  const change = (test: string): string => `{ mrr: { change: { over: { months: 2 }, ${test} } } }`;
  try {
    expect(await members(change('percent: { gte: 20 }'))).toEqual(['c1', 'c3']);
    expect(await members(change('percent: { eq: 20 }'))).toEqual(['c1']);
    expect(await members(change('absolute: { eq: 0.2 }'))).toEqual(['c3']);
    for (const n of [7, 14, 28, 29, 55, 57, 58])
      expect(await members(`{ rank: { by: PLACE, percentile: { eq: ${String(n)} } } }`)).toEqual([`c${String(n)}`]);
  } finally {
    await workspace.close();
    await remove();
  }
});
