import { expect, test } from 'vitest';
import { codesOf, draft, openedStore, problemsOf } from './opened.js';

test('folders are listed by name in any case, with what is in them', async () => {
  const store = await openedStore();
  for (const name of ['beta', 'Alpha', ' Gamma ']) await store.folders.create(name);
  await store.create(draft('One', { folder: 'Gamma' }));
  const { id } = await store.create(draft('Two', { folder: 'gamma' }));
  await store.archive(id);
  expect(await store.folders.list()).toEqual([
    { name: 'Alpha', segments: 0, readOnly: false },
    { name: 'beta', segments: 0, readOnly: false },
    { name: 'Gamma', segments: 1, readOnly: false },
  ]);
});

test('a folder’s name is its own, in whatever case', async () => {
  const store = await openedStore();
  expect(await store.folders.create('Renewals')).toEqual({ name: 'Renewals', segments: 0, readOnly: false });
  await store.folders.create('Other');
  expect(await codesOf(store.folders.create('RENEWALS'))).toEqual(['FOLDER_TAKEN']);
  expect(await codesOf(store.folders.rename('Other', 'renewals'))).toEqual(['FOLDER_TAKEN']);
  expect(await codesOf(store.folders.create('  '))).toEqual(['WRONG_VALUE']);
  expect(await codesOf(store.folders.rename('Other', ''))).toEqual(['WRONG_VALUE']);
});

test('a renamed folder keeps its segments, and their versions follow', async () => {
  const store = await openedStore();
  await store.folders.create('Renewals');
  const { id } = await store.create(draft('One', { folder: 'Renewals' }));
  await store.update(id, { expectedVersion: 1, changes: { folder: null } });
  await store.update(id, { expectedVersion: 2, changes: { folder: 'Renewals' } });
  expect(await store.folders.rename('renewals', 'RENEWALS')).toEqual({
    name: 'RENEWALS',
    segments: 1,
    readOnly: false,
  });
  await store.folders.rename('Renewals', 'Due');
  expect(await store.get(id)).toMatchObject({ folder: 'Due', version: 3 });
  expect((await store.versions(id)).map(({ folder }) => folder)).toEqual(['Due', null, 'Due']);
  expect(await codesOf(store.folders.rename('Renewals', 'Again'))).toEqual(['FOLDER_NOT_FOUND']);
});

test('a folder is deleted only when nothing but archived segments is in it', async () => {
  const store = await openedStore();
  await store.folders.create('Renewals');
  const { id } = await store.create(draft('One', { folder: 'Renewals' }));
  expect(await problemsOf(store.folders.delete('renewals'))).toMatchObject([
    {
      code: 'FOLDER_NOT_EMPTY',
      path: ['name'],
      message: expect.stringContaining('1 segment is in Renewals') as string,
    },
  ]);
  await store.archive(id);
  expect(await store.folders.delete('renewals')).toBe('Renewals');
  expect(await store.folders.list()).toEqual([]);
  expect(await store.unarchive(id)).toMatchObject({ folder: null, version: 1 });
  expect((await store.getVersion(id, 1)).folder).toBeNull();
});

test('a version whose folder is gone is restored at the top level', async () => {
  const store = await openedStore();
  await store.folders.create('Renewals');
  const { id } = await store.create(draft('One', { folder: 'Renewals' }));
  await store.update(id, { expectedVersion: 1, changes: { folder: null, name: 'Two' } });
  await store.folders.delete('Renewals');
  expect(await store.restore(id, 1, 2)).toMatchObject({ name: 'One', folder: null, version: 3 });
});

test('a folder that is not there is told with near names, wherever it is named', async () => {
  const store = await openedStore();
  await store.folders.create('Renewals');
  const unknown = { code: 'FOLDER_NOT_FOUND', suggestions: ['Renewals'] };
  expect(await problemsOf(store.folders.delete('Renewal'))).toMatchObject([{ ...unknown, path: ['name'] }]);
  expect(await problemsOf(store.create(draft('One', { folder: 'Renewal' })))).toMatchObject([
    { ...unknown, path: ['folder'] },
  ]);
  expect(await problemsOf(store.list({ first: 1, folder: 'Renewal' }))).toMatchObject([
    { ...unknown, path: ['folder'] },
  ]);
});

test('one name may be in two folders', async () => {
  const store = await openedStore();
  await store.folders.create('A');
  await store.folders.create('B');
  await store.create(draft('One', { folder: 'A' }));
  const { id } = await store.create(draft('One', { folder: 'B' }));
  expect(await codesOf(store.update(id, { expectedVersion: 1, changes: { folder: 'A' } }))).toEqual(['NAME_TAKEN']);
  expect(await store.update(id, { expectedVersion: 1, changes: { folder: null } })).toMatchObject({ folder: null });
});
