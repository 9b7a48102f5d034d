import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { starterTabs } from '../../src/web/starter-tabs.js';

const operationsOf = (query: string) =>
  parse(query).definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);

test('each starter tab is one named query, and no two have the same name', () => {
  const names = starterTabs.map(({ query }) => operationsOf(query).map(({ name }) => name?.value));
  expect(names.every((ofTab) => ofTab.length === 1 && ofTab[0] !== undefined)).toBe(true);
  expect(new Set(names.flat()).size).toBe(starterTabs.length);
});

test('each starter tab gives exactly the variables its query declares', () => {
  for (const { query, variables = {} } of starterTabs) {
    const declared = operationsOf(query).flatMap(({ variableDefinitions = [] }) =>
      variableDefinitions.map(({ variable }) => variable.name.value),
    );
    expect(Object.keys(variables).sort()).toEqual(declared.sort());
  }
});

test('the first starter tab has no variables, for GraphiQL would not show them', () => {
  expect(starterTabs[0]?.variables).toBeUndefined();
});

test('the lines of a starter tab fit the editor', () => {
  const lines = starterTabs.flatMap(({ title, query }) => `${title}\n${query}`.split('\n'));
  expect(lines.filter((line) => line.length > 56)).toEqual([]);
});

const snapshot = new URL('../../schema/snapshot/sample.graphql', import.meta.url);

test.skipIf(!existsSync(snapshot))(
  'each starter tab fits the schema of the sample (needs schema/snapshot/sample.graphql)',
  () => {
    const schema = buildSchema(readFileSync(snapshot, 'utf8'));
    const mistakes = starterTabs.flatMap(({ query }) => validate(schema, parse(query)).map(({ message }) => message));
    expect(mistakes).toEqual([]);
  },
);
