import type { DuckDBConnection } from '@duckdb/node-api';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { home, openRelations, rows } from './relations.js';

type Described = Readonly<Record<string, { readonly description?: string; readonly label?: string }>>;
const sections = ['columns', 'attributes', 'user_attributes', 'customer_attributes', 'metrics'] as const;
const relations = (await readdir(join(home, 'sql')))
  .filter((file) => file.endsWith('.sql'))
  .map((file) => file.slice(0, -4));

describe('the reference model', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await openRelations(home);
  }, 30_000);

  it.each(relations)('labels and describes everything in %s', async (relation) => {
    const yml = parse(await readFile(join(home, `sql/${relation}.yml`), 'utf8')) as Record<string, unknown>;
    expect(yml['description']).toMatch(/^One row per /);
    for (const section of sections) {
      for (const [name, about] of Object.entries((yml[section] ?? {}) as Described)) {
        expect.soft(about.description, `${section}.${name}`).toBeTruthy();
        expect.soft(about.label, `${section}.${name}`).toBeTruthy();
      }
    }
    const columns = (await rows(connection, `describe ${relation}`)).map((row) => String(row['column_name']));
    expect(Object.keys((yml['columns'] ?? {}) as Described).sort()).toEqual(columns.sort());
  });

  it('has a yml for every relation', () => {
    expect(relations).toHaveLength(13);
  });
});
