import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { starterTabs } from '../../src/web/starter-tabs.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

describe('questions of one request', () => {
  let sample: OpenWorkspace;
  beforeAll(async () => {
    sample = await openWorkspace('.');
  });
  afterAll(() => sample.close());

  const tiles = Array.from(
    { length: 20 },
    (_, i) =>
      `t${String(i)}: preview(where: {mrr: {gte: ${String(i * 100)}}}) { size metrics(names: [MRR, NPS], period: {last: {days: 30}}) { value } }`,
  );

  it('become one statement when they are of the same day', async () => {
    const { errors, ran, data } = await sample.ask(`{ ${tiles.join(' ')} }`);
    expect(errors).toBeUndefined();
    expect(ran).toHaveLength(1);
    expect(Object.keys(data as object)).toHaveLength(20);
  });

  it('answer the same as when asked alone', async () => {
    const together = (await sample.ask(`{ ${tiles.join(' ')} }`)).data as Record<string, unknown>;
    for (const i of [0, 7, 19]) {
      const alone = (await sample.ask(`{ ${tiles[i] ?? ''} }`)).data as Record<string, unknown>;
      expect(alone[`t${String(i)}`]).toEqual(together[`t${String(i)}`]);
    }
  });

  it('compute only the attributes asked for', async () => {
    const { ran } = await sample.ask('{ preview(where: {mrr: {gt: 0}}) { size } }');
    expect(ran[0]?.sql).toContain('"mrr"');
    for (const other of ['seats', 'active_users_30d', 'industry', 'events'])
      expect(ran[0]?.sql).not.toContain(`"${other}"`);
  });

  it('of every starter tab have an answer', async () => {
    for (const { query, variables } of starterTabs) {
      const { errors, data } = await sample.ask(query, variables);
      expect(errors, query).toBeUndefined();
      expect(JSON.stringify(data), query).not.toMatch(/:(null|\[\])\}*$/);
    }
  });
});
