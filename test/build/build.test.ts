import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BuildSummary } from '../../src/build/build.js';
import { currentBuild } from '../../src/build/place.js';
import { openWorkspace } from '../support/workspace.js';
import { buildOnce, rowsIn, tablesIn } from './built.js';

vi.setConfig({ testTimeout: 120_000 });

let dir: string;
/** The first build of the workspace as it is, kept for the tests that begin with one. */
let first: { readonly summary: BuildSummary; readonly folder: string };
/** What it told of its steps: how many were done, of how many, and what came next. */
const told: (readonly [done: number, total: number, step: string])[] = [];

const untouched = new Date('2026-07-01T00:00:00Z');
/** The workspace as it is: under the same path and with the same times of its files, so that a build of it fits. */
async function lay(): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await cp('samples/bistro', dir, { recursive: true });
  await rm(join(dir, '.tessera'), { recursive: true, force: true });
  const settings = await readFile(join(dir, 'workspace.yml'), 'utf8');
  await writeFile(join(dir, 'workspace.yml'), `${settings}\nsnapshots: { daily: 5 days, monthly: 3 months }\n`);
  for (const file of await readdir(join(dir, 'data'))) await utimes(join(dir, 'data', file), untouched, untouched);
}
async function firstBuild(): Promise<BuildSummary> {
  await cp(first.folder, join(dir, '.tessera'), { recursive: true });
  return first.summary;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tessera-build-'));
  await lay();
  const folder = `${dir}.first`;
  first = { summary: await buildOnce(dir, (...step) => told.push(step)), folder };
  await rename(join(dir, '.tessera'), folder);
});
beforeEach(lay);
afterAll(async () => {
  for (const folder of [dir, first.folder]) await rm(folder, { recursive: true, force: true });
});

const edit = async (file: string, from: string, to: string): Promise<void> => {
  const text = await readFile(join(dir, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(dir, file), text.replace(from, to));
};
const builds = async () => (await readdir(join(dir, '.tessera/builds'))).filter((f) => f.endsWith('.duckdb'));
const ask = async (query: string) => {
  const opened = await openWorkspace(dir);
  try {
    return await opened.ask(query);
  } finally {
    await opened.close();
  }
};

describe('a build', () => {
  test('loads every relation, and snapshots of the days asked for', async () => {
    const { loaded, snapshots, dataAsOf } = await firstBuild();
    expect([...loaded.keys()].sort()).toEqual(['emails', 'guests', 'orders', 'visits']);
    expect(dataAsOf).toBe('2026-06-30');
    expect(snapshots.added).toEqual([
      ...['2026-03-31', '2026-04-30', '2026-05-31'],
      ...['2026-06-26', '2026-06-27', '2026-06-28', '2026-06-29', '2026-06-30'],
    ]);
    expect(await rowsIn(dir, 'main.guests')).toHaveLength(loaded.get('guests') ?? 0);
  });

  test('tells what it does next, and knows at the end how many steps there were', () => {
    expect(told.map(([done]) => done)).toEqual(told.map((_, i) => i));
    expect(told.at(-1)).toEqual([told.length - 1, told.length, 'customers on 2026-06-30 once more']);
    const steps = told.map(([, , step]) => step);
    for (const step of ['guests', 'visits', 'customers of 2026-03-31']) expect(steps).toContain(step);
  });

  test('answers what the files answer, from snapshots where it has them', async () => {
    const query = `{
      preview(where: { visits90d: { gte: 2 }, orders: { during: { last: { months: 6 } }, count: { gte: 1 } } }) {
        now: size
        before: size(asOf: "2026-05-31")
        live: size(asOf: "2026-05-30")
        customers(first: 5, orderBy: [{ by: DISHES_365D, direction: DESC }]) { nodes { id visits90d pastaShare } }
      }
    }`;
    const files = await ask(query);
    expect(files.errors).toBeUndefined();
    await firstBuild();
    const built = await ask(query);
    expect(built.data).toEqual(files.data);
    const kept = built.ran.map(({ sql }) => sql.includes('customer_snapshots'));
    expect(kept).toContain(true);
    expect(kept).toContain(false);
  });

  test('keeps its last day once more, of which questions of that day are answered', async () => {
    await firstBuild();
    const latest = 'customer_snapshots_latest';
    const rowsOfLatest = async () => {
      const [all = [], last = []] = await tablesIn(dir, ['tessera.customer_snapshots', `tessera.${latest}`]);
      expect(last).toEqual(all.filter((row) => row.includes('["_day","2026-06-30"]')));
      return last;
    };
    const before = await rowsOfLatest();
    expect(before.length).toBeGreaterThan(100);
    const read = async (asOf: string) => {
      const { errors, ran } = await ask(`{ preview(where: { visits90d: { gte: 2 } }) { size(asOf: "${asOf}") } }`);
      expect(errors).toBeUndefined();
      return ran.map(({ sql }) => /customer_snapshots\w*/.exec(sql)?.[0]);
    };
    expect(await read('2026-06-30')).toEqual([latest]);
    expect(await read('2026-06-29')).toEqual(['customer_snapshots']);

    await edit('sql/guests.yml', 'visits_90d >= 3', 'visits_90d >= 1');
    await buildOnce(dir);
    expect(await rowsOfLatest()).not.toEqual(before);
  });

  test('has no last day where no day is kept', async () => {
    const settings = await readFile(join(dir, 'workspace.yml'), 'utf8');
    await firstBuild();
    await writeFile(join(dir, 'workspace.yml'), settings.replace('daily: 5 days, monthly: 3 months', ''));
    await buildOnce(dir);
    const { data, errors, ran } = await ask('{ preview(where: { visits90d: { gte: 2 } }) { size } }');
    expect([errors, data]).toEqual([undefined, { preview: { size: expect.any(Number) as number } }]);
    expect(ran.some(({ sql }) => sql.includes('customer_snapshots'))).toBe(false);
  });

  test.each([
    ['', true],
    ['X1,G999,2026-06-28 12:00:00,2\n', false],
    ['X2,,2026-06-28 12:00:00,2\n', false],
    ['X3,G001,2020-01-01 12:00:00,2\n', false],
  ])('counts rows of everyone without looking the guests up only where all are theirs: %j', async (row, sound) => {
    const visits = join(dir, 'data/visits.csv');
    await writeFile(visits, (await readFile(visits, 'utf8')) + row);
    const query = `{ preview(where: {}) {
      trend(metric: VISITS, grain: DAY, period: { from: "2026-06-26", until: "2026-07-01" }) { points { from value n } }
      metrics(names: [COVERS, GUESTS_SERVED], period: { from: "2019-01-01", until: "2026-07-01" }) { value n }
    } }`;
    const files = await ask(query);
    await buildOnce(dir);
    const built = await ask(query);
    expect(built.errors).toBeUndefined();
    expect(built.data).toEqual(files.data);
    expect(built.ran.some(({ sql }) => !sql.includes('members_'))).toBe(sound);
    expect(built.ran.some(({ sql }) => sql.includes('"_d0"') || sql.includes('_d0'))).toBe(true);
  });

  test('of files that have not changed keeps everything', async () => {
    await firstBuild();
    const { loaded, kept, snapshots } = await buildOnce(dir);
    expect([...loaded]).toEqual([]);
    expect(kept).toHaveLength(4);
    expect([snapshots.added, snapshots.redefined]).toEqual([[], []]);
    expect(await builds()).toHaveLength(2);
    await buildOnce(dir);
    expect(await builds()).toHaveLength(2);
  });

  test('loads a file that was touched again and finds that its rows are as they were', async () => {
    await firstBuild();
    const [file] = (await readdir(join(dir, 'data'))).filter((name) => name.startsWith('visits'));
    await utimes(join(dir, 'data', file ?? ''), new Date(), new Date());
    const { loaded, snapshots } = await buildOnce(dir);
    expect([...loaded.keys()]).toEqual(['visits']);
    expect(snapshots.added).toEqual([]);
  });

  test.each([
    ['gains a column', (line: string, i: number) => `${line},${i === 0 ? 'table_no' : String(i % 9)}`],
    ['holds another type', (line: string) => line.replace(/,4$/, ',4.5')],
  ])('of a file whose columns are found out, which %s, gives what a new build gives', async (_, drift) => {
    await writeFile(join(dir, 'sql/visits.sql'), "select * from 'data/visits.csv'");
    const file = join(dir, 'data/visits.csv');
    const [head = '', ...all] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const [line = '', ...lines] = all.slice(-300);
    await writeFile(file, [head, line, ...lines].join('\n') + '\n');
    await buildOnce(dir);
    const past = line.replace(/^[^,]*,[^,]*,[^,]*/, 'P1,G001,2026-06-27 20:00:00');
    await writeFile(file, [head, past, ...lines].map(drift).join('\n') + '\n');
    const { loaded, snapshots } = await buildOnce(dir);
    expect([...loaded.keys()]).toEqual(['visits']);
    expect(snapshots.kept).toEqual([]);
    const tables = ['main.visits', 'main.guests', 'tessera.customer_snapshots', 'tessera.snapshot_days'];
    const again = await tablesIn(dir, tables);
    await rm(join(dir, '.tessera'), { recursive: true });
    await buildOnce(dir);
    expect(again).toEqual(await tablesIn(dir, tables));
  });

  test('computes an attribute with another definition anew, and those made of it, and no other', async () => {
    await firstBuild();
    await edit('sql/guests.yml', 'visits_90d >= 3', 'visits_90d >= 4');
    const { snapshots } = await buildOnce(dir);
    expect(snapshots.added).toEqual([]);
    expect(snapshots.redefined).toContain('is_regular');
    expect(snapshots.redefined).not.toContain('visits_90d');
    const again = await rowsIn(dir, 'tessera.customer_snapshots');
    await rm(join(dir, '.tessera'), { recursive: true });
    await buildOnce(dir);
    expect(again).toEqual(await rowsIn(dir, 'tessera.customer_snapshots'));
  });

  test.each([
    ['sql/guests.yml', 'since: joined_on\n', ''],
    ['sql/emails.yml', 'columns:\n', 'columns:\n  cost: { known_from: opened_at }\n'],
  ])('of which %s says otherwise from when a row is known gives what a new build gives', async (file, from, to) => {
    const emails = await readFile(join(dir, 'sql/emails.yml'), 'utf8');
    const paid = '  mail_cost: { value: sum(cost), last: all }\n';
    await writeFile(
      join(dir, 'sql/emails.yml'),
      emails.replace(/^ {2}cost: .*\n/m, '').replace('attributes:\n', `attributes:\n${paid}`),
    );
    await buildOnce(dir);
    const before = await rowsIn(dir, 'tessera.customer_snapshots');
    await edit(file, from, to);
    await buildOnce(dir);
    const again = await rowsIn(dir, 'tessera.customer_snapshots');
    expect(again).not.toEqual(before);
    await rm(join(dir, '.tessera'), { recursive: true });
    await buildOnce(dir);
    expect(again).toEqual(await rowsIn(dir, 'tessera.customer_snapshots'));
  });

  test('serves without looking at the files it was made of', async () => {
    await firstBuild();
    const query = '{ preview(where: { visits90d: { gte: 2 } }) { size customers(first: 3) { nodes { id quarter } } } }';
    const before = await ask(query);
    for (const file of await readdir(join(dir, 'data'))) await writeFile(join(dir, 'data', file), 'no rows');
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual(before.data);
  });

  test('serves what still fits: other SQL is read from the files', async () => {
    await firstBuild();
    await edit('sql/visits.sql', 'from', 'from (select * from');
    const text = await readFile(join(dir, 'sql/visits.sql'), 'utf8');
    await writeFile(join(dir, 'sql/visits.sql'), `${text.trimEnd()}) where false\n`);
    const { data } = await ask('{ preview(where: { visits: { during: { last: { years: 5 } } } }) { size } }');
    expect(data).toEqual({ preview: { size: 0 } });
  });

  test('of a model that is wrong leaves the one that serves', async () => {
    const { file } = await firstBuild();
    await edit('sql/guests.yml', 'visits_90d >= 3', 'no_such_column >= 3');
    await expect(buildOnce(dir)).rejects.toThrow('no_such_column');
    expect((await currentBuild(dir))?.file).toBe(file);
    expect(await builds()).toEqual([file]);
  });

  test('that is killed leaves the one that serves, and the next sweeps up after it', async () => {
    const { file } = await firstBuild();
    await edit('sql/guests.yml', 'visits_90d >= 3', 'visits_90d >= 5');
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', '-w', dir, 'build'], { stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', done));
    await vi.waitFor(
      async () => {
        expect(await builds()).toHaveLength(2);
      },
      { timeout: 60_000, interval: 2 },
    );
    child.kill('SIGKILL');
    await ended;
    expect((await currentBuild(dir))?.file).toBe(file);
    expect((await ask('{ preview(where: {}) { size } }')).data).toEqual({ preview: { size: 400 } });
    await buildOnce(dir);
    expect(await builds()).toHaveLength(2);
    expect(await builds()).toContain(file);
  });
});
