import Libsql from 'libsql';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { StoredSegment } from '../../src/store/segment.js';
import { codesOf, draft, openedStore, temporaryFolder } from './opened.js';

const outcomes = async (changes: readonly Promise<StoredSegment>[]) => {
  const settled = await Promise.allSettled(changes);
  return {
    won: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    codes: await Promise.all(changes.filter((_, i) => settled[i]?.status === 'rejected').map(codesOf)),
  };
};

test('of changes made from the same version exactly one wins, over one connection and over two', async () => {
  const path = join(temporaryFolder(), 'tessera.db');
  const [a, b] = [await openedStore(path), await openedStore(path)];
  const { id } = await a.create(draft('Raced for'));
  for (let expectedVersion = 1; expectedVersion <= 5; expectedVersion++) {
    const changes = Array.from({ length: 8 }, (_, i) =>
      (i % 2 === 0 ? a : b).update(id, { expectedVersion, changes: { description: `Change ${String(i)}` } }),
    );
    const { won, codes } = await outcomes(changes);
    expect(won).toHaveLength(1);
    expect(codes).toEqual(Array.from({ length: 7 }, () => ['STALE_VERSION']));
    for (const store of [a, b]) expect(await store.get(id)).toEqual(won[0]);
  }
  expect((await b.versions(id)).map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1]);
});

test('of segments made with the same name exactly one is, and different ones get different ids', async () => {
  const path = join(temporaryFolder(), 'tessera.db');
  const [a, b] = [await openedStore(path), await openedStore(path)];
  const same = await outcomes([a, b].map((store) => store.create(draft('Same'))));
  expect(same.won).toHaveLength(1);
  expect(same.codes).toEqual([['NAME_TAKEN']]);
  const alike = await Promise.all([a.create(draft('Alike')), b.create(draft('Alike!')), a.create(draft('Alike?'))]);
  expect(alike.map(({ id }) => id).sort()).toEqual(['alike', 'alike-2', 'alike-3']);
});

test('a store that another process keeps locked says so, and works again when it is free', async () => {
  const path = join(temporaryFolder(), 'tessera.db');
  const store = await openedStore(path, 100);
  const { id } = await store.create(draft('Before'));
  const other = new Libsql(path);
  other.exec('begin immediate');
  expect(await codesOf(store.create(draft('Meanwhile')))).toEqual(['STORE_BUSY']);
  expect(await store.get(id)).toMatchObject({ name: 'Before' });
  other.exec('commit');
  other.close();
  await store.create(draft('After'));
  expect(await store.update(id, { expectedVersion: 1, changes: { name: 'Then' } })).toMatchObject({ version: 2 });
  expect((await store.list({ first: 9 })).segments.map(({ name }) => name)).toEqual(['After', 'Then']);
});

test('a store that another process keeps locked for a moment is waited for', async () => {
  const path = join(temporaryFolder(), 'tessera.db');
  const store = await openedStore(path);
  const other = new Libsql(path);
  other.exec('begin immediate');
  const waiting = store.create(draft('Waiting'));
  const opening = openedStore(path);
  await setTimeout(100);
  other.exec('commit');
  other.close();
  expect(await waiting).toMatchObject({ name: 'Waiting' });
  expect(await (await opening).count({})).toBe(1);
});
