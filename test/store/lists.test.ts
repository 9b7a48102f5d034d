import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SegmentFile } from '../../src/catalog/segment-files.js';
import { ProblemError } from '../../src/query/problem.js';
import { cursorOf } from '../../src/store/cursor.js';
import type { SegmentFilter, Segments, StoredSegment } from '../../src/store/segment.js';
import { openSegments } from '../../src/store/segments.js';
import { codesOf, draft, openedStore, temporaryFolder } from './opened.js';

async function allPages(
  segments: Segments,
  first: number,
  filter: SegmentFilter = {},
): Promise<readonly StoredSegment[]> {
  const all: StoredSegment[] = [];
  let after: string | null = null;
  do {
    const page = await segments.list({ ...filter, first, after });
    expect(page.segments.length).toBe(page.next === null ? page.segments.length : first);
    all.push(...page.segments);
    after = page.next;
  } while (after !== null);
  return all;
}

const unlessTaken = (created: Promise<StoredSegment>): Promise<StoredSegment | null> =>
  created.catch((error: unknown) => {
    if (error instanceof ProblemError && error.problems[0]?.code === 'NAME_TAKEN') return null;
    throw error;
  });

const names = (segments: readonly StoredSegment[]) => segments.map(({ name }) => name);

describe('search', () => {
  test('looks in names and descriptions in any case, and its special characters are plain ones', async () => {
    const store = await openedStore();
    const said: Record<string, string> = {
      'Über 50% used': '',
      Snake_case: '',
      "O'Brien's accounts": '',
      Plain: 'Holds 50 seats; "quoted" \\ back',
      Other: 'ÄNDERUNG',
    };
    for (const [name, description] of Object.entries(said)) await store.create(draft(name, { description }));
    const finds = async (search: string) => names(await allPages(store, 100, { search }));
    expect(await finds('ÜBER')).toEqual(['Über 50% used']);
    expect(await finds('u\u0308ber')).toEqual(['Über 50% used']);
    expect(await finds('änder')).toEqual(['Other']);
    expect(await finds('%')).toEqual(['Über 50% used']);
    expect(await finds('_')).toEqual(['Snake_case']);
    expect(await finds("'")).toEqual(["O'Brien's accounts"]);
    expect(await finds("' or 1=1 --")).toEqual([]);
    expect(await finds('"QUOTED" \\')).toEqual(['Plain']);
    expect(await finds('*')).toEqual([]);
    expect(await finds('')).toHaveLength(5);
    expect(await store.count({ search: '50' })).toBe(2);
  });

  test('finds exactly what a plain search of the texts finds', async () => {
    const store = await openedStore();
    const word = fc.stringMatching(/^[abAB%_' ]{1,4}$/).filter((text) => text.trim() !== '');
    const texts = fc.sample(fc.tuple(word, word), { seed: 7, numRuns: 40 });
    const kept: { name: string; description: string }[] = [];
    for (const [name, description] of texts) {
      const created = await unlessTaken(store.create(draft(name, { description })));
      if (created) kept.push(created);
    }
    expect(kept.length).toBeGreaterThan(20);
    await fc.assert(
      fc.asyncProperty(word, async (search) => {
        const has = (text: string) => text.toLowerCase().includes(search.toLowerCase());
        const expected = kept.filter(({ name, description }) => has(name) || has(description)).map(({ name }) => name);
        expect(names(await allPages(store, 100, { search })).sort()).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });
});

test('a folder is listed alone, and null is the top level', async () => {
  const store = await openedStore();
  await store.folders.create('A');
  await store.create(draft('In A', { folder: 'A' }));
  await store.create(draft('At the top'));
  expect(names(await allPages(store, 9, { folder: 'a' }))).toEqual(['In A']);
  expect(names(await allPages(store, 9, { folder: null }))).toEqual(['At the top']);
  expect(names(await allPages(store, 9))).toEqual(['At the top', 'In A']);
  expect([await store.count({ folder: 'A' }), await store.count({ folder: null }), await store.count({})]).toEqual([
    1, 1, 2,
  ]);
});

test('a page of no size and a cursor of no list are refused', async () => {
  const store = await openedStore();
  for (const first of [0, -1, 1.5, NaN]) expect(await codesOf(store.list({ first }))).toEqual(['BAD_PAGE_SIZE']);
  for (const after of ['', 'x', Buffer.from('["a"]').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])
    expect(await codesOf(store.list({ first: 1, after }))).toEqual(['BAD_CURSOR']);
});

test('a segment made or archived between two pages moves no other', async () => {
  const store = await openedStore();
  for (const name of ['b', 'd', 'f', 'h']) await store.create(draft(name));
  const one = await store.list({ first: 2 });
  expect(names(one.segments)).toEqual(['b', 'd']);
  await store.create(draft('a'));
  await store.archive('d');
  const two = await store.list({ first: 2, after: one.next });
  expect(names(two.segments)).toEqual(['f', 'h']);
  expect(two.next).toBeNull();
  const afterF = cursorOf({ id: 'f', name: 'F' });
  expect(names((await store.list({ first: 9, after: afterF })).segments)).toEqual(['h']);
});

test('all pages together are all segments once, in order, whatever the names, the files and the page', async () => {
  const dir = temporaryFolder();
  const name = fc
    .oneof(
      fc.stringMatching(/^[abAB\u00e9\u00c9 -]{1,3}$/),
      fc.constantFrom('\ufb00', '😀', '\ufffd', '\ue000', 'ß', 'ss', 'É', 'e\u0301'),
    )
    .filter((text) => text.trim() !== '');
  let n = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ name, where: fc.constantFrom('store', 'folder', 'file') }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (wanted, first) => {
        const store = await openedStore(`${dir}/${String(n++)}.db`);
        await store.folders.create('F');
        const files = wanted
          .filter(({ where }) => where === 'file')
          .map(({ name }, i): SegmentFile => ({
            ...fileSegment,
            id: `file-${String(i)}`,
            name: `${name}${String(i)}`,
          }));
        const segments = await openSegments(store, files);
        const kept: { id: string; name: string }[] = [...files];
        for (const { name, where } of wanted.filter(({ where }) => where !== 'file')) {
          const folder = where === 'folder' ? 'F' : null;
          const created = await unlessTaken(segments.create(draft(name, { folder })));
          if (created) kept.push(created);
        }
        const key = (s: { id: string; name: string }) =>
          `${Buffer.from(s.name.normalize('NFKC').toLowerCase()).toString('hex')}/${Buffer.from(s.id).toString('hex')}`;
        const expected = kept.map(key).sort();
        expect((await allPages(segments, first)).map(key)).toEqual(expected);
        expect(await segments.count({})).toBe(kept.length);
        await store.close();
      },
    ),
    { numRuns: 25 },
  );
});

const fileSegment: Omit<SegmentFile, 'id' | 'name'> = {
  entity: 'customer',
  description: '',
  folder: null,
  objective: null,
  where: {},
  file: 'segments/x.yml',
  modifiedAt: '2026-01-01T00:00:00.000Z',
};
