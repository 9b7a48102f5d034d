import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draft, openedStore, temporaryFolder } from './opened.js';

test('the stamp is another after every change of either of two who have the store open, and stays while nothing changes', async () => {
  const path = join(temporaryFolder(), 'tessera.db');
  const [one, other] = [await openedStore(path), await openedStore(path)];
  const stamps = () => Promise.all([one.stamp(), other.stamp()]);
  const seen: (readonly string[])[] = [await stamps()];
  const changes = [
    () => one.create(draft('First')),
    () => other.create(draft('Second')),
    () => one.update('first', { expectedVersion: 1, changes: { description: 'now described' } }),
    () => other.archive('first'),
    () => one.folders.create('Renewals'),
  ];
  for (const change of changes) {
    await change();
    const now = await stamps();
    expect(await stamps()).toEqual(now);
    const before = seen.at(-1) ?? [];
    expect(now.map((stamp, i) => stamp !== before[i])).toEqual([true, true]);
    seen.push(now);
  }
});
