import { Command } from 'commander';
import { withProgressBar } from '../progress-bar.js';
import { generate } from './generate.js';
import { optionProblems, sampleDefaults, type SampleOptions } from './options.js';

const command = new Command('sample')
  .description('Writes the sample company, at any size, as a workspace: data/, sql/, segments/ and workspace.yml')
  .option('--customers <n>', 'customers and prospects', Number, sampleDefaults.customers)
  .option('--days <n>', 'days of product events', Number, sampleDefaults.days)
  .option('--out <dir>', 'folder to write to', sampleDefaults.out)
  .option('--seed <n>', 'another seed is another company', Number, sampleDefaults.seed)
  .option('--end <day>', 'last day with data', sampleDefaults.end)
  .option('--users <n>', 'users to aim at, by making every team larger or smaller', Number)
  .option('--events <n>', 'product events to aim at, by making everyone more or less busy', Number)
  .option('--threads <n>', 'threads to work with', Number);

const options = command.parse().opts<SampleOptions>();
const problems = optionProblems(options);
if (problems.length > 0) {
  command.error(problems.join('\n'));
}

const started = performance.now();
const written = await withProgressBar((progress) => generate(options, progress));
for (const [file, rows] of Object.entries(written)) {
  process.stdout.write(`${rows.toLocaleString('en').padStart(13)}  data/${file}\n`);
}
process.stdout.write(`${options.out} is ready, after ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
