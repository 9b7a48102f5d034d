import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SegmentFile } from '../../src/catalog/segment-files.js';
import { openSegments } from '../../src/store/segments.js';
import { codesOf, draft, openedStore, problemsOf, temporaryFolder } from './opened.js';

const file = (id: string, rest: Partial<SegmentFile> = {}): SegmentFile => ({
  id,
  entity: 'customer',
  name: id,
  description: '',
  folder: null,
  objective: null,
  where: { isPaying: { eq: true } },
  file: `segments/${id}.yml`,
  modifiedAt: '2026-05-01T10:00:00.000Z',
  ...rest,
});

async function opened(...files: SegmentFile[]) {
  const store = await openedStore();
  return { store, segments: await openSegments(store, files) };
}

test('a file is a segment among the others, with one version', async () => {
  const { segments } = await opened(file('due', { name: 'Due', folder: 'Renewals', objective: { kind: 'RETAIN' } }));
  const due = await segments.get('due');
  expect(due).toEqual({
    id: 'due',
    entity: 'customer',
    name: 'Due',
    description: '',
    folder: 'Renewals',
    objective: { kind: 'RETAIN' },
    where: { isPaying: { eq: true } },
    version: 1,
    createdAt: '2026-05-01T10:00:00.000Z',
    updatedAt: '2026-05-01T10:00:00.000Z',
    archivedAt: null,
    readOnly: true,
    source: 'file',
  });
  expect(Object.isFrozen((due.where as { isPaying: object }).isPaying)).toBe(true);
  await segments.create(draft('Another'));
  await segments.create(draft('Everybody'));
  const page = await segments.list({ first: 9 });
  expect(page.segments.map(({ id, source }) => [id, source])).toEqual([
    ['another', 'store'],
    ['due', 'file'],
    ['everybody', 'store'],
  ]);
  expect((await segments.list({ first: 9, folder: 'RENEWALS' })).segments).toEqual([due]);
  expect((await segments.list({ first: 9, folder: null })).segments).toHaveLength(2);
  expect((await segments.list({ first: 9, search: 'dUE' })).segments).toEqual([due]);
  expect(await segments.versions('due')).toEqual([await segments.getVersion('due', 1)]);
  expect(await segments.getVersion('due', 1)).toMatchObject({ id: 'due', version: 1, name: 'Due', folder: 'Renewals' });
  expect(await codesOf(segments.getVersion('due', 2))).toEqual(['VERSION_NOT_FOUND']);
});

test('a file takes no change; the refusal names it', async () => {
  const { segments } = await opened(file('due'));
  const changes = [
    segments.update('due', { expectedVersion: 1, changes: { name: 'Else' } }),
    segments.restore('due', 1, 1),
    segments.archive('due'),
    segments.unarchive('due'),
  ];
  for (const change of changes)
    expect(await problemsOf(change)).toMatchObject([
      { code: 'SEGMENT_READ_ONLY', path: ['id'], message: expect.stringContaining('segments/due.yml') as string },
    ]);
});

test('no saved segment takes a file’s id or, in its folder, its name', async () => {
  const { segments } = await opened(
    file('due', { name: 'Due soon', folder: 'Renewals' }),
    file('top', { name: 'Top' }),
  );
  expect((await segments.create(draft('Due'))).id).toBe('due-2');
  expect(await codesOf(segments.create(draft('DUE SOON', { folder: 'renewals' })))).toEqual(['NAME_TAKEN']);
  expect(await codesOf(segments.create(draft('top')))).toEqual(['NAME_TAKEN']);
  const { id } = await segments.create(draft('Due soon'));
  const move = segments.update(id, { expectedVersion: 1, changes: { folder: 'Renewals' } });
  expect(await codesOf(move)).toEqual(['NAME_TAKEN']);
  expect(await codesOf(segments.update(id, { expectedVersion: 1, changes: { name: 'Top' } }))).toEqual(['NAME_TAKEN']);
});

test('files with the ids of saved segments are told, all of them, and the saved ones are left', async () => {
  const store = await openedStore();
  for (const name of ['One', 'Two', 'Three']) await store.create(draft(name));
  await store.archive('two');
  expect(await problemsOf(openSegments(store, [file('one'), file('two'), file('four')]))).toMatchObject([
    { code: 'SEGMENT_ID_TAKEN', file: 'segments/one.yml' },
    { code: 'SEGMENT_ID_TAKEN', file: 'segments/two.yml' },
  ]);
  expect(await store.count({ includeArchived: true })).toBe(3);
});

test('a saved segment whose name a later file has can still be changed', async () => {
  const path = join(temporaryFolder(), 'tessera.db');
  const store = await openedStore(path);
  await store.create(draft('Due'));
  const segments = await openSegments(store, [file('due-file', { name: 'Due' })]);
  expect(await segments.update('due', { expectedVersion: 1, changes: { where: {} } })).toMatchObject({ version: 2 });
});

test('folders of files are folders: others may be put in, but they are not renamed or deleted', async () => {
  const { store, segments } = await opened(file('due', { folder: 'Renewals' }), file('late', { folder: 'renewals' }));
  expect(await segments.folders.list()).toEqual([{ name: 'Renewals', segments: 2, readOnly: true }]);
  expect((await segments.get('late')).folder).toBe('Renewals');
  expect(await codesOf(segments.folders.create('RENEWALS'))).toEqual(['FOLDER_TAKEN']);
  expect(await segments.create(draft('Mine', { folder: 'RENEWALS' }))).toMatchObject({ folder: 'Renewals' });
  expect(await segments.folders.list()).toEqual([{ name: 'Renewals', segments: 3, readOnly: true }]);
  expect(await codesOf(segments.folders.rename('Renewals', 'Other'))).toEqual(['FOLDER_READ_ONLY']);
  expect(await codesOf(segments.folders.delete('Renewals'))).toEqual(['FOLDER_NOT_EMPTY']);
  await segments.folders.create('Other');
  expect(await codesOf(segments.folders.rename('Other', 'renewals'))).toEqual(['FOLDER_TAKEN']);

  const withoutFiles = await openSegments(store, []);
  expect((await withoutFiles.list({ first: 9 })).segments).toMatchObject([{ name: 'Mine', folder: 'Renewals' }]);
  expect(await withoutFiles.folders.rename('Renewals', 'Mine too')).toEqual({
    name: 'Mine too',
    segments: 1,
    readOnly: false,
  });
});

test('an unknown id is told with near ones, files among them', async () => {
  const { segments } = await opened(file('due-for-renewal'));
  await segments.create(draft('Low usage'));
  for (const [mistaken, meant] of [
    ['due-for-renewl', 'due-for-renewal'],
    ['Low usag', 'low-usage'],
  ] as const)
    expect(await problemsOf(segments.get(mistaken))).toMatchObject([
      { code: 'SEGMENT_NOT_FOUND', path: ['id'], suggestions: [meant] },
    ]);
});
