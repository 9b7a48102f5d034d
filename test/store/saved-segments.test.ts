import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf, draft, openedStore, problemsOf } from './opened.js';

describe('a new segment', () => {
  test('is read back as it was given, at version 1', async () => {
    const store = await openedStore();
    await store.folders.create('Renewals');
    const given = {
      entity: 'user',
      name: '  Due for renewal (30 days) ',
      description: 'First line.\nSecond line.',
      folder: 'renewals',
      objective: { kind: 'RETAIN', metric: 'grr', target: 0.95, expectedSize: { min: 10, max: 60 } },
      where: { renewsOn: { next: { days: 30 } } },
    } as const;
    const created = await store.create(given);
    expect(created).toEqual({
      ...given,
      id: 'due-for-renewal-30-days',
      name: 'Due for renewal (30 days)',
      folder: 'Renewals',
      version: 1,
      createdAt: expect.stringMatching(/^2026-01-01T12:00:\d\d\.000Z$/) as string,
      updatedAt: created.createdAt,
      archivedAt: null,
      readOnly: false,
      source: 'store',
    });
    expect(await store.get(created.id)).toEqual(created);
  });

  test('has its blanks filled in', async () => {
    const store = await openedStore();
    const created = await store.create(draft('Everyone', { where: {}, description: null, objective: null }));
    expect(created).toMatchObject({ description: '', folder: null, objective: null, where: {} });
  });

  test('is frozen through and through', async () => {
    const store = await openedStore();
    const { where } = await store.create(draft('Frozen', { where: { not: { mrr: { gt: 1 } } } }));
    expect(() => {
      (where as { not: { mrr: { gt: number } } }).not.mrr.gt = 2;
    }).toThrow(TypeError);
  });

  test.each([
    ['Due for renewal', 'due-for-renewal'],
    ['Größe & Café №5', 'große-cafe-no5'],
    ['日本の顧客', '日本の顧客'],
    ['हिन्दी', 'हिन्दी'],
    ['!!!', 'segment'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('named %s has the id %s', async (name, id) => {
    const store = await openedStore();
    expect((await store.create(draft(name))).id).toBe(id);
  });

  test('whose id is taken gets the next number, and archiving frees none', async () => {
    const store = await openedStore();
    await store.folders.create('A');
    const ids = [
      (await store.create(draft('At risk'))).id,
      (await store.create(draft('At-risk!'))).id,
      (await store.create(draft('At risk', { folder: 'A' }))).id,
    ];
    await store.archive('at-risk');
    ids.push((await store.create(draft('At risk'))).id);
    expect(ids).toEqual(['at-risk', 'at-risk-2', 'at-risk-3', 'at-risk-4']);
  });

  test('with many mistakes is told all of them', async () => {
    const store = await openedStore();
    const problems = await problemsOf(
      store.create(
        draft(' ', {
          description: 'bell \u0007',
          objective: { kind: 'RETAINN' as 'RETAIN', target: NaN, expectedSize: { min: 9, max: 3 } },
        }),
      ),
    );
    expect(problems.map(({ code, path, suggestions }) => [code, path.join('.'), suggestions])).toEqual([
      ['WRONG_VALUE', 'name', []],
      ['WRONG_VALUE', 'description', []],
      ['WRONG_VALUE', 'objective.kind', ['RETAIN']],
      ['WRONG_TYPE', 'objective.target', []],
      ['WRONG_VALUE', 'objective.expectedSize', []],
    ]);
    expect(await store.count({ includeArchived: true })).toBe(0);
  });

  test.each(['one\u0000two', 'half \ud83d', 'two\nlines'])(
    'is refused a name that could not be kept: %j',
    async (name) => {
      const store = await openedStore();
      expect(await codesOf(store.create(draft(name)))).toEqual(['WRONG_VALUE']);
    },
  );

  test('takes the nulls GraphQL gives within an objective as left out', async () => {
    const store = await openedStore();
    const objective = { kind: 'INFORM', metric: null, target: null, expectedSize: { min: 3, max: null } };
    const created = await store.create(draft('Told', { objective: objective as never }));
    expect(created.objective).toEqual({ kind: 'INFORM', expectedSize: { min: 3 } });
  });

  test('cannot have a name of its folder, in whatever case', async () => {
    const store = await openedStore();
    await store.create(draft('Ärger'));
    const [problem] = await problemsOf(store.create(draft('ÄRGER')));
    expect(problem).toMatchObject({ code: 'NAME_TAKEN', path: ['name'], message: 'arger is named ÄRGER already' });
  });

  test('keeps any JSON condition to the letter', async () => {
    const store = await openedStore();
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (where) => {
        const { id } = await store.create(draft(`Condition ${String(n++)}`, { where }));
        expect((await store.get(id)).where).toEqual(JSON.parse(JSON.stringify(where)));
      }),
      { numRuns: 50 },
    );
  });

  test('with a condition that JSON would lose is a mistake of the caller', async () => {
    const store = await openedStore();
    await expect(store.create(draft('Lost', { where: { mrr: { gt: Infinity } } }))).rejects.toThrow(TypeError);
    await expect(store.create(draft('Lost', { where: undefined }))).rejects.toThrow(TypeError);
    expect(await store.count({})).toBe(0);
  });
});

describe('a change', () => {
  test('is a new version; what it leaves out stays', async () => {
    const store = await openedStore();
    const first = await store.create(draft('At risk', { description: 'Old', objective: { kind: 'RETAIN' } }));
    const second = await store.update(first.id, { expectedVersion: 1, changes: { where: { mrr: { gt: 9 } } } });
    expect(second).toEqual({ ...first, where: { mrr: { gt: 9 } }, version: 2, updatedAt: second.updatedAt });
    expect(second.updatedAt > first.updatedAt).toBe(true);
    const third = await store.update(first.id, {
      expectedVersion: 2,
      changes: { name: 'At great risk', description: null, objective: null },
    });
    expect(third).toMatchObject({ id: 'at-risk', name: 'At great risk', description: '', objective: null, version: 3 });
    expect(await store.get(first.id)).toEqual(third);
  });

  test('is refused when somebody else was faster, and tells the version there is', async () => {
    const store = await openedStore();
    const { id } = await store.create(draft('At risk'));
    await store.update(id, { expectedVersion: 1, changes: { description: 'Mine' } });
    const [problem] = await problemsOf(store.update(id, { expectedVersion: 1, changes: { description: 'Yours' } }));
    expect(problem).toMatchObject({
      code: 'STALE_VERSION',
      path: ['expectedVersion'],
      message: expect.stringContaining('at version 2 now, not 1') as string,
    });
    expect(await store.get(id)).toMatchObject({ version: 2, description: 'Mine' });
  });

  test('to a name that is taken, an unknown folder or with a mistake in it changes nothing', async () => {
    const store = await openedStore();
    await store.create(draft('One'));
    const { id } = await store.create(draft('Two'));
    const change = (changes: object) => store.update(id, { expectedVersion: 1, changes });
    expect(await codesOf(change({ name: 'one' }))).toEqual(['NAME_TAKEN']);
    expect(await codesOf(change({ folder: 'Nowhere' }))).toEqual(['FOLDER_NOT_FOUND']);
    expect(await codesOf(change({ name: '', objective: { kind: 'X' } }))).toEqual(['WRONG_VALUE', 'WRONG_VALUE']);
    expect(await problemsOf(change({ nmae: 'Three' }))).toMatchObject([{ code: 'UNKNOWN_KEY', suggestions: ['name'] }]);
    expect(await store.get(id)).toMatchObject({ name: 'Two', version: 1 });
    expect((await change({ name: 'TWO' })).name).toBe('TWO');
  });

  test('of a segment that is not there is refused, with near ids', async () => {
    const store = await openedStore();
    await store.create(draft('Due for renewal'));
    const [problem] = await problemsOf(store.update('due-for-renewl', { expectedVersion: 1, changes: {} }));
    expect(problem).toMatchObject({ code: 'SEGMENT_NOT_FOUND', path: ['id'], suggestions: ['due-for-renewal'] });
  });
});

describe('versions', () => {
  test('are all kept, the newest first, and each can be read', async () => {
    const store = await openedStore();
    const { id } = await store.create(draft('At risk', { where: { v: 1 } }));
    await store.update(id, { expectedVersion: 1, changes: { where: { v: 2 }, name: 'At risk now' } });
    const versions = await store.versions(id);
    expect(versions.map(({ version, name, where }) => [version, name, where])).toEqual([
      [2, 'At risk now', { v: 2 }],
      [1, 'At risk', { v: 1 }],
    ]);
    expect(await store.getVersion(id, 1)).toEqual(versions[1]);
    expect(await problemsOf(store.getVersion(id, 3))).toMatchObject([{ code: 'VERSION_NOT_FOUND', path: ['version'] }]);
    expect(await codesOf(store.versions('nothing'))).toEqual(['SEGMENT_NOT_FOUND']);
  });

  test('are restored as a new one, equal to the old', async () => {
    const store = await openedStore();
    const objective = { kind: 'EXPAND', target: 2 } as const;
    const first = await store.create(draft('At risk', { description: 'One', objective }));
    await store.update(first.id, {
      expectedVersion: 1,
      changes: { name: 'Other', description: 'Two', objective: null, where: {} },
    });
    const restored = await store.restore(first.id, 1, 2);
    expect(restored).toEqual({ ...first, version: 3, updatedAt: restored.updatedAt });
    expect(await store.versions(first.id)).toHaveLength(3);
  });

  test('are not restored when stale, unknown, or when the old name is another’s by now', async () => {
    const store = await openedStore();
    const { id } = await store.create(draft('At risk'));
    await store.update(id, { expectedVersion: 1, changes: { name: 'Other' } });
    await store.create(draft('At risk'));
    expect(await codesOf(store.restore(id, 1, 1))).toEqual(['STALE_VERSION']);
    expect(await codesOf(store.restore(id, 7, 2))).toEqual(['VERSION_NOT_FOUND']);
    expect(await codesOf(store.restore(id, 1, 2))).toEqual(['NAME_TAKEN']);
    expect(await store.get(id)).toMatchObject({ version: 2, name: 'Other' });
  });
});

describe('an archived segment', () => {
  test('is out of the lists but not lost, and comes back', async () => {
    const store = await openedStore();
    const created = await store.create(draft('At risk'));
    const archived = await store.archive(created.id);
    expect(archived).toEqual({ ...created, archivedAt: archived.archivedAt });
    expect(archived.archivedAt).not.toBeNull();
    expect(await store.archive(created.id)).toEqual(archived);
    expect((await store.list({ first: 10 })).segments).toEqual([]);
    expect((await store.list({ first: 10, includeArchived: true })).segments).toEqual([archived]);
    expect(await store.get(created.id)).toEqual(archived);
    expect(await store.unarchive(created.id)).toEqual(created);
    expect(await store.unarchive(created.id)).toEqual(created);
    expect((await store.list({ first: 10 })).segments).toEqual([created]);
  });

  test('takes no changes', async () => {
    const store = await openedStore();
    const { id } = await store.create(draft('At risk'));
    await store.archive(id);
    expect(await codesOf(store.update(id, { expectedVersion: 1, changes: {} }))).toEqual(['SEGMENT_ARCHIVED']);
    expect(await codesOf(store.restore(id, 1, 1))).toEqual(['SEGMENT_ARCHIVED']);
  });

  test('does not come back while another has its name', async () => {
    const store = await openedStore();
    const { id } = await store.create(draft('At risk'));
    await store.archive(id);
    const other = await store.create(draft('at RISK'));
    expect(await codesOf(store.unarchive(id))).toEqual(['NAME_TAKEN']);
    await store.update(other.id, { expectedVersion: 1, changes: { name: 'Else' } });
    expect((await store.unarchive(id)).archivedAt).toBeNull();
  });
});
