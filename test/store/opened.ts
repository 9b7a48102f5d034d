import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ProblemError, type Problem } from '../../src/query/problem.js';
import type { SegmentDraft } from '../../src/store/segment.js';
import { openStore, type Store } from '../../src/store/store.js';

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tessera-store-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
}

/** A store at a path, closed when the test ends. Its clock starts at noon and moves on a second each time it is read. */
export async function openedStore(path = join(temporaryFolder(), 'tessera.db'), patienceMs = 5000): Promise<Store> {
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds++));
  const store = await openStore(path, { now, patienceMs });
  onTestFinished(() => store.close());
  return store;
}

export const draft = (name: string, rest: Partial<SegmentDraft> = {}): SegmentDraft => ({
  entity: 'customer',
  name,
  where: { isPaying: { eq: true } },
  ...rest,
});

/** The problems something is refused with; fails when it is not refused, or not with problems. */
export async function problemsOf(refused: Promise<unknown>): Promise<readonly Problem[]> {
  const outcome = await refused.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome)) throw new Error(`not refused, but answered ${JSON.stringify(outcome.value)}`);
  if (!(outcome.error instanceof ProblemError)) throw outcome.error;
  return outcome.error.problems;
}

export const codesOf = async (refused: Promise<unknown>): Promise<readonly string[]> =>
  (await problemsOf(refused)).map(({ code }) => code);
