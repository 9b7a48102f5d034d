#!/usr/bin/env node
import { Command } from 'commander';
import { NotUnderstood } from './not-understood.js';
import { informationalIn, readFolder } from './case-file.js';
import { failures, linesOf, summary } from './report.js';
import { casesOver, type Outcome } from './runner.js';

const program = new Command('cases')
  .description('Puts worked cases to a running server over GraphQL and compares; exits 1 where one fails')
  .argument('<folder>', 'folder of .json files with cases')
  .option('-f, --family <name>', 'only this family')
  .option('-i, --id <text>', 'only cases with this text in their id')
  .option('-v, --verbose', 'name the cases that pass too')
  .action(async (folder: string, options: { family?: string; id?: string; verbose?: boolean }) => {
    const cases = readFolder(folder)
      .filter(({ family }) => options.family === undefined || family === options.family)
      .filter(({ id }) => options.id === undefined || id.includes(options.id));
    const outcomes: Outcome[] = [];
    const informational = informationalIn(folder);
    const runner = casesOver();
    try {
      for (const raw of cases) {
        const outcome = await runner.outcomeOf(raw, informational);
        outcomes.push(outcome);
        if (outcome.kind === 'passed' && options.verbose) console.log(`passed ${outcome.id}`);
        for (const line of linesOf(outcome)) console.log(line);
      }
    } finally {
      await runner.close();
    }
    const listed = outcomes.filter(({ kind }) => kind === 'listed').length;
    if (listed > 0) console.log(`${listed} listed: another answer than the case's, for the reason given`);
    console.log(summary(outcomes));
    if (failures(outcomes) > 0) process.exitCode = 1;
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof NotUnderstood)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
