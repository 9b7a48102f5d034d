import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorFormatter } from '../../src/graphql/errors.js';
import { openWorkspace, type Answer, type OpenWorkspace } from '../support/workspace.js';
import { readCase, writeCase, writtenStatements, type Step } from './case-file.js';

/** `UPDATE_GOLDEN=1 npx vitest run test/golden` writes what is answered now; look at each difference before it is committed. */
const updating = process.env['UPDATE_GOLDEN'] === '1';
const folder = import.meta.dirname;
const files = readdirSync(folder).filter((file) => file.endsWith('.golden.md'));
const home = resolve(folder, '../..');

const format = errorFormatter((error) => {
  throw error;
});

const volatile: ReadonlySet<string> = new Set(['elapsedMs', 'createdAt', 'archivedAt']);

/** What the server would answer, without what differs from run to run. */
function lasting({ data, errors }: Answer): unknown {
  const formatted = errors?.map((error) => format(error, error));
  const told = formatted?.map(({ message, path, extensions }) => ({ message, path, extensions }));
  const text = JSON.stringify(
    { ...(data !== undefined && { data }), ...(told && { errors: told }) },
    (key, value: unknown) => {
      if (volatile.has(key) && value !== null) return '…';
      // The last digits of a sum depend on how the rows were shared out among threads.
      return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(12)) : value;
    },
  );
  return JSON.parse(text);
}

describe('golden cases over the sample', () => {
  let sample: OpenWorkspace;
  beforeAll(async () => {
    sample = await openWorkspace(home);
  });
  afterAll(() => sample.close());

  const answered = async (step: Step): Promise<Step> => {
    const answer = await sample.ask(step.request);
    return { ...step, statements: writtenStatements(answer.ran), answer: lasting(answer) };
  };

  test.each(files)('%s', async (file) => {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    const { title, steps } = readCase(text);
    const now: Step[] = [];
    for (const step of steps) now.push(await answered(step));
    if (updating) await writeFile(path, await writeCase(path, { title, steps: now }));
    expect(file).toBe(`${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.golden.md`);
    expect(steps.length).toBeGreaterThan(0);
    if (!updating) expect(now).toEqual(steps);
  });
});
