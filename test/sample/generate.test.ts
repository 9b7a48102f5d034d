import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../src/sample/generate.js';
import { optionProblems, sampleDefaults } from '../../src/sample/options.js';
import { contentOf } from './content.js';
import { home } from './relations.js';

const small = { ...sampleDefaults, customers: 60, days: 120 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the sample generator', () => {
  it('writes the same rows on one thread and on two', { timeout: 60_000 }, async () => {
    await generate({ ...small, threads: 1, out: join(folder, 'one') });
    await generate({ ...small, threads: 2, out: join(folder, 'two') });
    expect(await contentOf(join(folder, 'two/data'))).toEqual(await contentOf(join(folder, 'one/data')));
  });

  it('writes another company for another seed', { timeout: 60_000 }, async () => {
    await generate({ ...small, seed: 8, out: join(folder, 'other') });
    const [other, same] = [await contentOf(join(folder, 'other/data')), await contentOf(join(folder, 'one/data'))];
    expect(Object.keys(other)).toEqual(Object.keys(same));
    for (const [file, content] of Object.entries(other)) expect.soft(content, file).not.toBe(same[file]);
  });

  it(
    'ends on the day it is told, leaves no scratch files and makes a whole workspace',
    { timeout: 60_000 },
    async () => {
      const out = join(folder, 'earlier');
      const written = await generate({ ...small, end: '2025-03-31', events: 5_000, out });
      expect((await readdir(out)).sort()).toEqual(['data', 'segments', 'sql', 'workspace.yml']);
      expect(await readFile(join(out, 'workspace.yml'), 'utf8')).toMatch(/^as_of: 2025-03-31\b/m);
      expect((await readdir(join(out, 'data/events'))).sort()).toEqual(
        ['2024-12', '2025-01', '2025-02', '2025-03'].map((month) => `${month}.parquet`),
      );
      expect(written['events/*.parquet']).toBeGreaterThan(3_000);
      expect(written['events/*.parquet']).toBeLessThan(8_000);
    },
  );

  it('has about as many users as it is told to, in smaller or larger teams', { timeout: 60_000 }, async () => {
    for (const users of [500, 4_000]) {
      const written = await generate({ ...small, customers: 200, users, out: join(folder, `users-${String(users)}`) });
      expect(written['users.parquet']).toBeGreaterThan(users * 0.95);
      expect(written['users.parquet']).toBeLessThan(users * 1.05);
    }
  });

  it('wrote what is committed', { timeout: 60_000 }, async () => {
    await generate({ ...sampleDefaults, out: join(folder, 'default') });
    expect(await contentOf(join(home, 'data'))).toEqual(await contentOf(join(folder, 'default/data')));
  });

  it('commits at most 6 MB', async () => {
    const sizes = await Promise.all(
      (await readdir(join(home, 'data'), { recursive: true })).map(async (file) => stat(join(home, 'data', file))),
    );
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(6 * 1024 * 1024);
  });
});

describe('the options of the sample generator', () => {
  it('accepts the defaults', () => {
    expect(optionProblems(sampleDefaults)).toEqual([]);
  });

  it('tells every mistake', () => {
    const problems = optionProblems({
      ...sampleDefaults,
      customers: 3,
      days: Number.NaN,
      end: '2026-02-30',
      users: 500,
      events: 1.5,
      threads: 0,
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      '--customers',
      '--days',
      '--events',
      '--threads',
      '--users',
      '--end',
    ]);
  });
});
