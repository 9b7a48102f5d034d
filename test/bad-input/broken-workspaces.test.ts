import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checked, tessera } from './program.js';
import { copyStarter, type StarterCopy } from './starter-copy.js';

let starter: StarterCopy;
beforeEach(async () => {
  starter = await copyStarter();
});
afterEach(() => starter.remove());

/** The lines of a report that tell a problem: code, file and place. */
const problemsIn = (printed: string): readonly string[] =>
  printed.split('\n').filter((line) => /^[A-Z][A-Z_]+ {2}/.test(line));

/** Mistakes of many kinds at once. */
async function spoil({ write, edit }: StarterCopy): Promise<void> {
  await edit('sql/subscriptions.yml', 'value: sum(mrr)', 'value: sum(mmr)');
  await edit('sql/customers.yml', 'formula: mrr > 0', 'formulae: mrr > 0');
  await write('sql/one.sql', 'select * from two');
  await write('sql/two.sql', 'select * from one');
  await write('sql/orders.sql', "select * from read_parquet('data/orders.parquet')");
  await write('data/amounts.csv', 'customer_id,amount\nc1,12\nc2,twelve\n');
  await write(
    'sql/amounts.sql',
    "select * from read_csv('data/amounts.csv', columns = {customer_id: 'VARCHAR', amount: 'INTEGER'})",
  );
}
const spoilt = [
  /^CYCLE {2}sql\/(one|two)\.sql: .*(one → two → one|two → one → two)/,
  /^DATA_UNREADABLE {2}sql\/orders\.sql: .*orders\.parquet/,
  /^DATA_UNREADABLE {2}sql\/amounts\.sql: .*twelve/,
  /^UNKNOWN_COLUMN {2}sql\/subscriptions\.yml: attributes\.mrr\.value: .*mmr.*did you mean mrr/,
  /^UNKNOWN_KEY {2}sql\/customers\.yml: attributes\.is_paying\.formulae: .*did you mean formula/,
];

describe('a model with many mistakes', () => {
  test('is told whole by `tessera check` and refused whole at the start', async () => {
    await spoil(starter);
    const [report, started] = await Promise.all([
      tessera('check', '--workspace', starter.dir),
      tessera('start', '--workspace', starter.dir),
    ]);
    const told = problemsIn(report.printed);
    expect(report.code).toBe(1);
    for (const problem of spoilt) expect(told).toContainEqual(expect.stringMatching(problem));
    expect(started.code).toBe(1);
    expect([...problemsIn(started.printed)].sort()).toEqual([...told].sort());
    expect(report.printed + started.printed).not.toMatch(/node_modules| at .*\.ts:/);
  });
});

test('an empty data folder is told file by file', async () => {
  await rm(join(starter.dir, 'data'), { recursive: true });
  await mkdir(join(starter.dir, 'data'));
  const { code, printed } = await checked(starter.dir);
  expect(code).toBe(1);
  for (const name of ['customers', 'events', 'subscriptions', 'users'])
    expect(problemsIn(printed)).toContainEqual(
      expect.stringMatching(`^DATA_UNREADABLE {2}sql/${name}\\.sql: .*${name}\\.csv`),
    );
  expect(problemsIn(printed)).toHaveLength(4);
});

test('a folder that is no workspace is told with the way to make one', async () => {
  const { code, printed } = await tessera('start', '--workspace', join(starter.dir, 'nowhere'));
  expect(code).toBe(1);
  expect(problemsIn(printed)).toContainEqual(expect.stringMatching(/^NO_WORKSPACE {2}.*tessera init/));
});

describe('segments as code', () => {
  const bad = `
name: Bad
where:
  mrr: { between: { min: 5, max: 1 } }
  mmr: { gt: 1 }
  signedUpOn: { on: 2026-02-30 }
  events: { during: { last: { days: -7 } } }
  segment: { in: [bad] }
`;

  test('are told with every mistake of their where', async () => {
    await starter.write('segments/bad.yml', bad);
    await starter.write('segments/worse.yml', 'name: Worse\nwehre: {}\nobjective: { kind: KEEP }\n');
    const { code, printed } = await checked(starter.dir);
    expect(code).toBe(1);
    expect(problemsIn(printed).map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'WRONG_VALUE  segments/worse.yml: objective.kind',
      'MISSING_KEY  segments/worse.yml: where',
      'UNKNOWN_KEY  segments/worse.yml: wehre',
      'EMPTY_RANGE  segments/bad.yml: where.mrr.between',
      'UNKNOWN_FIELD  segments/bad.yml: where.mmr',
      'BAD_DATE  segments/bad.yml: where.signedUpOn.on',
      'BAD_DURATION  segments/bad.yml: where.events.during.last.days',
      'SEGMENT_CYCLE  segments/bad.yml: where.segment.in.0',
    ]);
  });
});

test('a sound workspace is told to be sound', async () => {
  const { code, printed } = await checked(starter.dir);
  expect(problemsIn(printed)).toEqual([]);
  expect(printed).toContain('The model fits the data.');
  expect(code).toBe(0);
});
