import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.js';
import { dataQuality } from '../../src/catalog/quality.js';
import { qualityProblems } from '../../src/catalog/quality-problems.js';
import { readSegmentFiles } from '../../src/catalog/segment-files.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

let starter: OpenWorkspace;
beforeAll(async () => {
  starter = await openWorkspace('starter');
});
afterAll(() => starter.close());

test('the starter loads without a problem, and its data without a warning', async () => {
  const engine = await openDuckDb({ dir: 'starter', settings: { poolSize: 1, threads: 1 } });
  try {
    const { catalog, problems } = await loadCatalog('starter', engine);
    expect(problems).toEqual([]);
    expect(catalog?.dataAsOf).toBe('2026-03-31');
    expect(catalog && qualityProblems(await dataQuality(catalog, engine))).toEqual([]);
    expect((await readSegmentFiles('starter')).problems).toEqual([]);
  } finally {
    await engine.close();
  }
});

test('every attribute and metric of the starter is described', async () => {
  const { data } = await starter.ask(
    '{ catalog { attributes { name label description } metrics { name label description } } }',
  );
  const { attributes, metrics } = (
    data as { catalog: Record<'attributes' | 'metrics', { label: string; description: string }[]> }
  ).catalog;
  expect(attributes.length).toBeGreaterThan(10);
  for (const { label, description } of [...attributes, ...metrics]) expect(description).not.toBe(label);
});

// Counted by hand from data/subscriptions.csv: six pay at the end of February, 1220 in all; Dune Hotels ends on 15 March,
// Fjord Analytics goes from 300 to 240.
test('the starter answers with the numbers in its files', async () => {
  const { data, errors } = await starter.ask(`{
    preview {
      metrics(names: [MRR, ARR, CUSTOMERS, LOGO_CHURN_RATE, NET_REVENUE_RETENTION, ARPA],
        period: { from: "2026-03-01", until: "2026-04-01" }) { metric { name } value numerator denominator }
    }
  }`);
  expect(errors).toBeUndefined();
  const { metrics } = (data as { preview: { metrics: { metric: { name: string } }[] } }).preview;
  expect(metrics).toMatchObject([
    { metric: { name: 'mrr' }, value: 1010 },
    { metric: { name: 'arr' }, value: 12_120 },
    { metric: { name: 'customers' }, value: 5 },
    { metric: { name: 'logo_churn_rate' }, numerator: 1, denominator: 6 },
    { metric: { name: 'net_revenue_retention' }, numerator: 1010, denominator: 1220 },
    { metric: { name: 'arpa' }, value: 202 },
  ]);
});

test('its segment finds the customer that went quiet', async () => {
  const { data, errors } = await starter.ask(
    '{ segment(id: "gone-quiet") { size customers { nodes { name isPaying } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ segment: { size: 1, customers: { nodes: [{ name: 'Birchwood Dental', isPaying: true }] } } });
});
