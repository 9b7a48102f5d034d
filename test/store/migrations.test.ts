import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import Libsql from 'libsql';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { migrations } from '../../src/store/migrations/index.js';
import { openStore } from '../../src/store/store.js';
import { codesOf, draft, openedStore, problemsOf, temporaryFolder } from './opened.js';

const newStorePath = () => join(temporaryFolder(), 'tessera.db');

test('migrations are dated and in the order they run', () => {
  const names = Object.keys(migrations);
  expect(names).toEqual([...names].sort());
  for (const name of names) expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z-]+$/);
});

test('a store of every earlier release is brought up to date with what is in it', async () => {
  for (const name of Object.keys(migrations)) {
    const path = newStorePath();
    const { db } = await openDatabase(path, 5000);
    const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
    const { error } = await new Migrator({ db, provider }).migrateTo(name);
    expect(error).toBeUndefined();
    await db
      .insertInto('folders')
      .values({ name: 'Kept', key: 'kept', created_at: '2026-01-01T00:00:00.000Z' })
      .execute();
    await db.destroy();

    const store = await openedStore(path);
    expect(await store.folders.list()).toEqual([{ name: 'Kept', segments: 0, readOnly: false }]);
    await store.create(draft('New', { folder: 'kept' }));
    expect((await store.list({ first: 9 })).segments).toMatchObject([{ name: 'New', folder: 'Kept' }]);
  }
});

describe('a migration of a release to come', () => {
  const path = async () => {
    const path = newStorePath();
    const store = await openStore(path);
    await store.create(draft('Old'));
    await store.close();
    return path;
  };
  const addOwner: Migration = {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .alterTable('segments')
        .addColumn('owner', 'text', (c) => c.notNull().defaultTo('nobody'))
        .execute();
    },
  };
  const failing: Migration = { up: (db: Kysely<unknown>) => sql`select no_such_function()`.execute(db).then() };

  test('runs once and keeps what is there', async () => {
    const stored = await path();
    const later = { ...migrations, '2099-01-01-owners': addOwner };
    await (await openStore(stored, { migrations: later })).close();
    const store = await openStore(stored, { migrations: later });
    expect((await sql`select id, owner from segments`.execute(store.scope.db)).rows).toEqual([
      { id: 'old', owner: 'nobody' },
    ]);
    await store.close();
  });

  test('that fails halfway leaves the store as it was', async () => {
    const stored = await path();
    const later = { ...migrations, '2099-01-01-owners': addOwner, '2099-01-02-broken': failing };
    await expect(openStore(stored, { migrations: later })).rejects.toThrow(/no_such_function/);
    const store = await openedStore(stored);
    expect((await store.list({ first: 9 })).segments).toMatchObject([{ name: 'Old' }]);
    await expect(sql`select owner from segments`.execute(store.scope.db)).rejects.toThrow(/no such column/);
  });

  test('has an older release refuse the store, untouched', async () => {
    const stored = await path();
    const later = { ...migrations, '2099-01-01-owners': addOwner };
    await (await openStore(stored, { migrations: later })).close();
    const [problem] = await problemsOf(openStore(stored));
    expect(problem).toMatchObject({
      code: 'STORE_NEWER',
      message: expect.stringContaining('2099-01-01-owners') as string,
    });
    await (await openStore(stored, { migrations: later })).close();
  });
});

test('two that open a new store at once both get it', async () => {
  const path = newStorePath();
  const [a, b] = await Promise.all([openedStore(path), openedStore(path)]);
  await a.create(draft('From a'));
  expect((await b.list({ first: 9 })).segments).toMatchObject([{ name: 'From a' }]);
});

test('what is no store is refused and left alone', async () => {
  const dir = temporaryFolder();
  const text = join(dir, 'text.db');
  writeFileSync(text, 'these are my notes and no database at all\n'.repeat(200));
  expect(await problemsOf(openStore(text))).toMatchObject([
    { code: 'STORE_UNREADABLE', message: expect.stringContaining('text.db') as string },
  ]);
  expect(readFileSync(text, 'utf8')).toContain('these are my notes');

  mkdirSync(join(dir, 'folder.db'));
  expect(await codesOf(openStore(join(dir, 'folder.db')))).toEqual(['STORE_UNREADABLE']);
  expect(await codesOf(openStore(join(text, 'below', 'a-file.db')))).toEqual(['STORE_UNREADABLE']);

  const foreign = join(dir, 'foreign.db');
  const database = new Libsql(foreign);
  database.exec('create table folders (mine text)');
  database.close();
  expect(await codesOf(openStore(foreign))).toEqual(['STORE_UNREADABLE']);
});
