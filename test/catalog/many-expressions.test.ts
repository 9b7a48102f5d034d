import { expect, test, vi } from 'vitest';
import type { Warehouse } from '../../src/warehouse/warehouse.js';
import { edited, problemsOf, withModel } from './model-files.js';

/** The sound model with more attributes of events, of which some may be wrong, and a metric of each event there is. */
const model = (count: number, wrong: Readonly<Record<number, string>> = {}) => {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const attributes = numbers.map((i) => `  more_${i}: { value: ${wrong[i] ?? `max(event_id) + ${i}`}, last: all }\n`);
  const metrics = numbers.map(
    (i) => `  rows_${i}: { flow: max(event_id) + ${i} }\n  next_${i}: { formula: rows_${i} + 1 }\n`,
  );
  const events =
    edited('sql/events.yml', 'attributes:\n', `attributes:\n${attributes.join('')}`)['sql/events.yml'] ?? '';
  return { 'sql/events.yml': events.replace('metrics:\n', `metrics:\n${metrics.join('')}`) };
};

/** Round trips to the engine while the model is loaded. */
async function asked(count: number): Promise<number> {
  const calls: string[] = [];
  const watch = (engine: Warehouse) => {
    for (const method of ['parse', 'describe'] as const) {
      const ask = engine[method].bind(engine) as (what: never) => Promise<never>;
      vi.spyOn(engine, method).mockImplementation((what: unknown) => {
        calls.push(method);
        return ask(what as never);
      });
    }
    return {};
  };
  await withModel(
    model(count),
    ({ problems }) => {
      expect(problems).toEqual([]);
    },
    watch,
  );
  return calls.length;
}

test('many expressions are not asked about one by one', async () => {
  expect((await asked(60)) - (await asked(10))).toBeLessThan(10);
});

test('one wrong expression among many is told for itself, and no other', async () => {
  const wrong = { 3: 'max(no_such)', 40: 'sum(name)', 41: 'event_id', 119: 'max(event_id' };
  const problems = await problemsOf(model(120, wrong));
  expect(problems.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['UNKNOWN_COLUMN', 'attributes.more_3.value'],
    ['INVALID_EXPRESSION', 'attributes.more_40.value'],
    ['AGGREGATE_NEEDED', 'attributes.more_41.value'],
    ['SQL_SYNTAX', 'attributes.more_119.value'],
  ]);
});

test.each(['max(value)', 'max(t0.value)', 'max(v0)', 'max(t1)'])(
  'an expression does not see what is made of another: %s',
  async (sql) => {
    const problems = await problemsOf(model(5, { 2: sql }));
    expect(problems.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['UNKNOWN_COLUMN', 'attributes.more_2.value'],
    ]);
  },
);
