import { sql } from 'kysely';
import Libsql from 'libsql';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { draft, openedStore, temporaryFolder } from './opened.js';

interface Acknowledged {
  readonly id: string;
  readonly version: number;
  readonly n: number;
}

/** Everything a writer acknowledged until it was killed with SIGKILL, at the latest after `enough`. */
async function writtenUntilKilled(path: string, enough: number): Promise<readonly Acknowledged[]> {
  const writer = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'killed-writer.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(writer, 'exit');
  const acknowledged: Acknowledged[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(JSON.parse(line) as Acknowledged);
    if (acknowledged.length === enough) writer.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

test.each([1, 2, 37])('what was acknowledged before kill -9 is there afterwards (%i writes)', async (enough) => {
  const path = join(temporaryFolder(), 'deep', 'down', 'tessera.db');
  const acknowledged = await writtenUntilKilled(path, enough);
  expect(acknowledged.length).toBeGreaterThanOrEqual(enough);

  const store = await openedStore(path);
  for (const { id, version, n } of acknowledged) {
    expect((await store.getVersion(id, version)).where).toMatchObject({ n });
    expect((await store.get(id)).version).toBeGreaterThanOrEqual(version);
  }
  for (const { id, version } of (await store.list({ first: 1000 })).segments)
    expect(await store.versions(id)).toHaveLength(version);

  const { id } = await store.create(draft('After the crash'));
  expect(await store.update(id, { expectedVersion: 1, changes: { name: 'Then' } })).toMatchObject({ version: 2 });
  const file = new Libsql(path);
  expect(file.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(file.prepare('pragma foreign_key_check').all()).toEqual([]);
  file.close();
});

test('a store is kept in a write-ahead log that is synced at every commit, with its keys enforced', async () => {
  const store = await openedStore();
  const setting = async (name: string) => (await sql<object>`pragma ${sql.raw(name)}`.execute(store.scope.db)).rows[0];
  expect(await setting('journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(await setting('synchronous')).toEqual({ synchronous: 2 });
  expect(await setting('foreign_keys')).toEqual({ foreign_keys: 1 });
});
