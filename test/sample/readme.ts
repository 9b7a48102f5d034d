import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { home } from './relations.js';

export interface Told {
  readonly title: string;
  readonly sql: string;
  /** Header and rows of the table below the query, cells as written. */
  readonly table: readonly (readonly string[])[];
}

/** Every query of data/README.md with the table that stands below it. */
export async function toldInReadme(): Promise<readonly Told[]> {
  const text = await readFile(join(home, 'data/README.md'), 'utf8');
  return [...text.matchAll(/```sql\n-- (.+)\n([\s\S]*?)```\n\n((?:\|.*\n)*)/g)].map(
    ([, title = '', sql = '', table = '']) => ({
      title,
      sql,
      table: table
        .split('\n')
        .filter((line) => line !== '' && !/^\|[-|: ]+\|$/.test(line))
        .map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
    }),
  );
}
