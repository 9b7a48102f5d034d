import { resolve } from 'node:path';
import { Command } from 'commander';
import { graphql } from 'graphql';
import type { Ran } from '../src/answers/run.js';
import { openConfigured } from '../src/commands/open.js';
import { processConfig } from '../src/config.js';
import { contextFactory } from '../src/graphql/request.js';
import { schemaOf } from '../src/graphql/schema.js';
import { questionsOf } from './questions/index.js';
import { chunksOf, openRival } from './rival.js';
import { milliseconds } from './table.js';
import { builtFile } from './workspace.js';

/** `npm run bench:profile`: where the time of each question goes, without HTTP. Medians of some runs, in milliseconds. */
const options = new Command('bench:profile')
  .option('--workspace <dir>', 'a workspace that is built', 'bench/data/100k')
  .option('--only <text>', 'questions with this in their key')
  .option('--runs <n>', 'times that each is asked', Number, 9)
  .option('--sql', 'print the statements')
  .parse()
  .opts<{ workspace: string; only?: string; runs: number; sql?: boolean }>();

const dir = resolve(options.workspace);
const opened = await openConfigured(processConfig({ TESSERA_WORKSPACE: dir, TESSERA_RESULT_CACHE_MB: '0' }));
const { workspace } = opened;
const { catalog } = workspace;
const schema = schemaOf(catalog);
const contextOf = contextFactory(workspace);
const rival = await openRival(await builtFile(dir));

for (const { key, query, variables, sql } of questionsOf({ asOf: catalog.dataAsOf, customers: 100_000 })) {
  if (options.only !== undefined && !key.includes(options.only)) continue;
  const whole: number[] = [];
  const engine: number[] = [];
  let ran: readonly Ran[] = [];
  for (let run = 0; run < options.runs; run++) {
    const contextValue = contextOf();
    const started = performance.now();
    const { errors } = await graphql({ schema, source: query, variableValues: { ...variables }, contextValue });
    whole.push(performance.now() - started);
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    ({ ran } = contextValue.session);
    engine.push(Math.max(...ran.map(({ elapsedMs }) => elapsedMs)));
  }
  const byHand: number[] = [];
  const planned: number[] = [];
  for (let run = 0; run < options.runs; run++) {
    const started = performance.now();
    const prepared = await rival.prepare(sql);
    planned.push(performance.now() - started);
    const result = await prepared.run();
    chunksOf(result);
    byHand.push(performance.now() - started);
  }
  const characters = ran.reduce((sum, statement) => sum + statement.sql.length, 0);
  console.log(
    `${key.padEnd(30)} whole ${shown(whole)}  slowest statement ${shown(engine)}  of ${ran.length} (${characters} characters)` +
      `   by hand ${shown(byHand)} of which planned ${shown(planned)}`,
  );
  if (options.sql)
    for (const statement of ran) console.log(`\n${statement.sql}\n${JSON.stringify(statement.parameters)}\n`);
}
rival.closeSync();
await opened.close();

function shown(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return milliseconds(sorted[Math.floor(sorted.length / 2)] ?? NaN).padStart(6);
}
