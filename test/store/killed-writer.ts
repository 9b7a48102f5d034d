// Run as a process of its own: writes until it is killed, and tells on standard output what has been acknowledged.
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.js';

const path = process.argv[2];
if (path === undefined) throw new Error('needs the path of a store');
const store = await openStore(path);
const tell = (acknowledged: object): number => writeSync(1, `${JSON.stringify(acknowledged)}\n`);

for (let n = 0; ; n++) {
  const { id } = await store.create({
    entity: 'customer',
    name: `Segment ${String(n)}`,
    where: { n, text: 'x'.repeat(2000) },
  });
  tell({ id, version: 1, n });
  await store.update(id, { expectedVersion: 1, changes: { where: { n: n + 0.5 } } });
  tell({ id, version: 2, n: n + 0.5 });
}
