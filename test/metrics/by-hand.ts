import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { home, openRelations, rows } from '../sample/relations.js';
import { addDays } from '../../src/query/time.js';
import type { PeriodCase, PopulationCase } from './populations.js';

const folder = import.meta.dirname;

/** Files of checks whose rows name a user, so that they hold for a population of users too. */
export const ofUsers = ['events', 'messages', 'orders', 'survey_responses', 'tickets', 'users'];

export interface Check {
  readonly metric: string;
  readonly file: string;
  readonly sql: string;
}

/** The checks of `checks/*.sql`, each under a line `-- metric: name`. */
export async function readChecks(): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const file of (await readdir(join(folder, 'checks'))).sort()) {
    const [, ...parts] = (await readFile(join(folder, 'checks', file), 'utf8')).split(/^-- metric: /m);
    for (const part of parts) {
      const [metric = '', ...sql] = part.split('\n');
      checks.push({ metric, file: file.replace('.sql', ''), sql: sql.join('\n') });
    }
  }
  return checks;
}

/** The sample's relations, asked by hand. */
export interface ByHand {
  /** The value of each check for a population in a period. */
  values(population: PopulationCase, period: PeriodCase, checks: readonly Check[]): Promise<readonly (number | null)[]>;
  close: () => void;
}

export async function openByHand(): Promise<ByHand> {
  const connection = await openRelations(home);
  await runAll(connection, await readFile(join(folder, 'lasting.sql'), 'utf8'));
  const tables = await readFile(join(folder, 'tables.sql'), 'utf8');
  const health = await readFile(join(folder, '../health/sample.by-hand.sql'), 'utf8');
  return {
    values: async (population, { from, until }, checks) => {
      const named: Readonly<Record<string, string>> = {
        from: `date '${from}'`,
        until: `date '${until}'`,
        last: `(date '${until}' - 1)`,
        keys: population.keys,
        six_months: population.entity === 'customer' ? sixMonths(until) : 'select 0 as paying, 0 as lost',
        health: health.replaceAll('$day', addDays(until, -1)),
      };
      const filled = (sql: string): string =>
        sql.replace(/(?<!:):([a-z_]+)/g, (_, name: string) => named[name] ?? name);
      await connection.run(`create or replace temp macro members_on(a_day) as table ${population.members}`);
      await connection.run(filled('create or replace temp table member as from members_on(:last)'));
      await runAll(connection, filled(tables));
      const values: (number | null)[] = [];
      for (const { sql } of checks) {
        const [first] = await rows(connection, `select cast((${filled(sql).replace(/;\s*$/, '')}) as double) as value`);
        values.push(first?.['value'] === null ? null : Number(first?.['value']));
      }
      return values;
    },
    close: () => {
      connection.closeSync();
    },
  };
}

async function runAll(connection: DuckDBConnection, sql: string): Promise<void> {
  for (const statement of sql.split(/;\s*\n/).filter((text) => text.trim() !== '')) await connection.run(statement);
}

function sixMonths(until: string): string {
  const months = [0, 1, 2, 3, 4, 5].map((back) => {
    const day = (months: number): string => `((date '${until}' - interval ${String(months)} month)::date - 1)`;
    return `select count(*) as paying, count(*) filter (customer_id not in (select customer_id from mrr_on(${day(back)}) where mrr > 0)) as lost
      from members_on(${day(back + 1)}) join mrr_on(${day(back + 1)}) using (customer_id) where mrr > 0`;
  });
  return months.join(' union all ');
}
