import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openScratch, readStep, rowsOf, setVariables, stepFiles } from './database.js';
import type { Progress } from '../progress-bar.js';
import { densityFor, eventMonths, writeMonth } from './events.js';
import type { SampleOptions } from './options.js';
import { copyStatement, outputs } from './outputs.js';
import { setTeamSize, teamSizeFor } from './team-size.js';
import { copyModel } from './workspace.js';

/** Rows written per file, the events as one. */
export type Written = Readonly<Record<string, number>>;

/** Writes `out`/data and the model beside it. The same options give the same rows, whatever the number of threads. */
export async function generate(options: SampleOptions, progress: Progress = () => undefined): Promise<Written> {
  const out = resolve(options.out);
  await mkdir(join(out, 'data'), { recursive: true });
  const scratch = await mkdtemp(join(out, '.sample-'));
  const instance = await openScratch(scratch, options.threads);
  const connection = await instance.connect();
  try {
    await setVariables(connection, options);
    const written = await runSteps(connection, options, join(out, 'data'), progress);
    await copyModel(out, options.end);
    return written;
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function runSteps(
  connection: DuckDBConnection,
  options: SampleOptions,
  data: string,
  progress: Progress,
): Promise<Written> {
  const steps = await stepFiles();
  const months = await eventMonths(connection);
  const total = steps.length + months.length + outputs.length;
  let done = 0;
  const next = (step: string): void => {
    progress(done++, total, step);
  };
  await setTeamSize(connection, options.users === undefined ? 1 : await teamSizeFor(connection, options.users));
  for (const step of steps) {
    next(step);
    await connection.run(await readStep(step));
  }
  const density = options.events === undefined ? 1 : await densityFor(connection, options.events);
  await connection.run(`set variable density = ${density.toFixed(6)}::double`);
  const written: Record<string, number> = {};
  for (const { file, select } of outputs) {
    next(file);
    await connection.run(copyStatement(select, join(data, file)));
    const [row] = await rowsOf(connection, `select count(*)::double as n from (${select})`);
    written[file] = Number(row?.['n'] ?? 0);
  }
  let events = 0;
  await rm(join(data, 'events'), { recursive: true, force: true });
  for (const month of months) {
    next(`events of ${month.slice(0, 7)}`);
    events = await writeMonth(connection, join(data, 'events'), month, events);
  }
  progress(total, total, 'done');
  return { ...written, 'events/*.parquet': events };
}
