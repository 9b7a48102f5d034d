import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { toldInReadme } from './readme.js';
import { home, openRelations } from './relations.js';

const told = await toldInReadme();

describe('data/README.md', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await openRelations(home);
  }, 30_000);

  it('tells of the files, the outage, retention, upsell, the campaign and falling usage', () => {
    expect(told.map(({ title }) => title)).toEqual([
      'rows',
      'the dent',
      'the days themselves',
      'urgent tickets in Europe',
      'still paying on 30 June 2026',
      'expansion within 180 days of 31 December 2025',
      'ready on 30 June 2026',
      'conversion within 7 days',
      'logins in the 30 days before against the 30 days before those',
    ]);
  });

  it.each(told)('has the numbers of “$title” right', async ({ sql, table }) => {
    const reader = await connection.runAndReadAll(sql);
    const rows = reader.getRowsJson().map((row) => row.map(String));
    expect([reader.columnNames(), ...rows]).toEqual(table);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('keeps the stories clear enough to be found', () => {
    const cell = (title: string, row: number, column: string): number => {
      const table = told.find((query) => query.title === title)?.table ?? [];
      return Number(table[row]?.[table[0]?.indexOf(column) ?? -1]);
    };
    expect(cell('the dent', 1, 'nps') - cell('the dent', 2, 'nps')).toBeGreaterThan(40);
    expect(Math.abs(cell('the dent', 4, 'nps') - cell('the dent', 5, 'nps'))).toBeLessThan(15);
    expect(cell('still paying on 30 June 2026', 2, 'kept_percent')).toBeGreaterThan(90);
    expect(cell('still paying on 30 June 2026', 1, 'kept_percent')).toBeLessThan(80);
    const upsell = 'expansion within 180 days of 31 December 2025';
    expect(cell(upsell, 2, 'expanded_percent')).toBeGreaterThan(3 * cell(upsell, 1, 'expanded_percent'));
    const campaign = 'conversion within 7 days';
    expect(cell(campaign, 1, 'converted_percent')).toBeGreaterThan(3 * cell(campaign, 2, 'converted_percent'));
  });
});
