import { text as readAll } from 'node:stream/consumers';
import { graphql } from 'graphql';
import type { Environment } from '../config.js';
import { processConfig } from '../config.js';
import { contextFactory } from '../graphql/request.js';
import { schemaOf } from '../graphql/schema.js';
import { problem, ProblemError } from '../query/problem.js';
import { openConfigured } from './open.js';

/** Answers one GraphQL query without a server; exits 1 where the answer has errors. */
export async function query(overrides: Environment, given: string, variables: string): Promise<void> {
  const source = given === '-' ? await readAll(process.stdin) : given;
  const variableValues = readVariables(variables);
  const opened = await openConfigured(processConfig(overrides));
  const { workspace } = opened;
  const contextValue = contextFactory(workspace)();
  const answer = await graphql({ schema: schemaOf(workspace.catalog), source, variableValues, contextValue });
  await opened.close();
  console.log(JSON.stringify(answer, null, 2));
  if (answer.errors) process.exitCode = 1;
}

function readVariables(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new ProblemError([problem('BAD_VARIABLES', ['--variables'], 'the variables are not JSON')]);
  }
}
