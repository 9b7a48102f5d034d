#!/usr/bin/env node
import { Command } from 'commander';
import { build } from './commands/build.js';
import { check } from './commands/check.js';
import { init } from './commands/init.js';
import { query } from './commands/query.js';
import { start } from './commands/start.js';
import { describeProblem, ProblemError } from './query/problem.js';

const program = new Command('tessera')
  .description('Customer segmentation and customer-success analytics: GraphQL over your own Parquet and CSV')
  .option('-w, --workspace <dir>', 'folder with workspace.yml, sql/ and data/ (default: TESSERA_WORKSPACE, or here)');

const workspace = (): { TESSERA_WORKSPACE?: string } => {
  const { workspace: dir } = program.opts<{ workspace?: string }>();
  return dir === undefined ? {} : { TESSERA_WORKSPACE: dir };
};

program
  .command('start', { isDefault: true })
  .description('serve GraphQL and GraphiQL')
  .option('-p, --port <port>', 'port to listen on; 0 takes any free one')
  .action((options: { port?: string }) =>
    start({ ...workspace(), ...(options.port !== undefined && { TESSERA_PORT: options.port }) }),
  );
program
  .command('build')
  .description('load the relations into one database file, with snapshots of the customers, for fast answers')
  .action(() => build(workspace()));
program
  .command('check')
  .description('check the model against the data and report on its quality; exits 1 where the model is wrong')
  .option('--json', 'print the report as JSON')
  .action((options: { json?: boolean }) => check(workspace(), options.json ?? false));
program
  .command('query')
  .description('answer one GraphQL query and print the answer as JSON')
  .argument('<query>', 'GraphQL text, or - to read it from standard input')
  .option('-v, --variables <json>', 'variables of the query', '{}')
  .action((text: string, options: { variables: string }) => query(workspace(), text, options.variables));
program
  .command('init')
  .description('make a commented starter workspace in an empty or new folder')
  .argument('<dir>', 'the folder')
  .action((dir: string) => init(dir));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.error(error.problems.map((p) => `${p.code}  ${describeProblem(p)}`).join('\n'));
  process.exitCode = 1;
}
