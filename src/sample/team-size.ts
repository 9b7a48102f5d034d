import type { DuckDBConnection } from '@duckdb/node-api';
import { readStep, rowsOf } from './database.js';

/** The first steps of the generator, as far as the users. */
const STEPS = ['01-macros.sql', '02-customers.sql', '03-subscriptions.sql', '04-users.sql'];

/** How much larger than in the committed sample teams have to be for about `target` users. */
export async function teamSizeFor(connection: DuckDBConnection, target: number): Promise<number> {
  const usersOf = (size: number): Promise<number> => usersWith(connection, size);
  const first = target / (await usersOf(1));
  // Some users come with a customer however small its team is, so that twice as large teams are not twice as many users.
  const [few, many] = [await usersOf(first), await usersOf(first * 1.1)];
  return many > few ? Math.max(first + ((target - few) / (many - few)) * first * 0.1, SMALLEST) : first;
}

const SMALLEST = 0.01;

export const setTeamSize = async (connection: DuckDBConnection, size: number): Promise<void> => {
  await connection.run(`set variable team_size = ${size.toFixed(6)}::double`);
};

/** Generated and taken back. */
async function usersWith(connection: DuckDBConnection, size: number): Promise<number> {
  await setTeamSize(connection, size);
  await connection.run('begin');
  try {
    for (const step of STEPS) await connection.run(await readStep(step));
    const [row] = await rowsOf(connection, 'select count(*)::double as n from users');
    return Number(row?.['n'] ?? 0);
  } finally {
    await connection.run('rollback');
  }
}
