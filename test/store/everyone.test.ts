import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSegments } from '../../src/store/segments.js';
import { draft, openedStore, temporaryFolder } from './opened.js';

const idsIn = (everyone: ReadonlyMap<string, unknown>): readonly string[] => [...everyone.keys()];

test('everyone is read again after every change of either of two who have the store open, and stays the same object while nothing changes', async () => {
  const path = join(temporaryFolder(), 'tessera.db');
  const both = [await openedStore(path), await openedStore(path)] as const;
  const [one, other] = both;
  const changes = [
    () => one.create(draft('Second')),
    () => other.create(draft('first')),
    () => one.update('first', { expectedVersion: 1, changes: { name: 'Third' } }),
    () => other.archive('second'),
    () => one.unarchive('second'),
  ];
  for (const change of changes) {
    const before = both.map((store) => store.everyone());
    for (const [i, store] of both.entries()) expect(store.everyone()).toBe(before[i]);
    await change();
    for (const [i, store] of both.entries()) {
      expect(store.everyone()).not.toBe(before[i]);
      const { segments } = await store.list({ first: 10, includeArchived: true });
      expect([...store.everyone().values()]).toEqual(segments);
      expect(idsIn(store.everyone())).toEqual(segments.map(({ id }) => id));
    }
  }
  expect(idsIn(one.everyone())).toEqual(['second', 'first']);
});

test('a change is seen once it is committed, and never where it is taken back', async () => {
  const store = await openedStore();
  await store.create(draft('Kept'));
  const { db } = store.scope;
  const change = db.transaction().execute(async (changing) => {
    await changing.updateTable('segments').set({ archived_at: '2026-01-01T00:00:00.000Z' }).execute();
    expect(store.everyone().get('kept')?.archivedAt).toBeNull();
    throw new Error('taken back');
  });
  await expect(change).rejects.toThrow('taken back');
  expect(store.everyone().get('kept')?.archivedAt).toBeNull();
  await store.archive('kept');
  expect(store.everyone().get('kept')?.archivedAt).not.toBeNull();
});

test('files of the workspace are among them, in the same order', async () => {
  const store = await openedStore();
  await store.create(draft('Beta'));
  const file = (id: string, name: string) => ({
    ...{ id, name, entity: 'customer' as const, where: {}, description: '', folder: null, objective: null },
    ...{ file: `segments/${id}.yml`, modifiedAt: '2026-01-01T00:00:00.000Z' },
  });
  const segments = await openSegments(store, [file('gamma', 'gamma'), file('alpha', 'Alpha')]);
  expect(idsIn(segments.everyone())).toEqual(['alpha', 'beta', 'gamma']);
  expect(idsIn(store.everyone())).toEqual(['beta']);
});
