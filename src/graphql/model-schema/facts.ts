import type { DefinitionNode } from 'graphql';
import type { Column, Fact, Workspace } from '../../catalog/model.js';
import { camelCase, typeCase } from '../../catalog/names.js';
import { enumType, inputType, objectType, type Field } from './sdl.js';
import { enumValue, logic, outputField, testField } from './types.js';

const visible = (fact: Fact): readonly Column[] => Object.values(fact.relation.columns).filter(({ hidden }) => !hidden);
const inWords = (fact: Fact): string => fact.plural.replaceAll('_', ' ');

const rowsInTime: Readonly<Record<Fact['time']['kind'], string>> = {
  time: 'all rows up to the day asked about',
  interval: 'the rows open on the day asked about',
};

/** The inputs and outputs of one fact. */
export function factTypes(fact: Fact, workspace: Workspace): readonly DefinitionNode[] {
  const name = typeCase(fact.name);
  const columns = visible(fact);
  const numbers = columns.filter(({ type }) => type === 'number');
  const rows = inWords(fact);
  const what = fact.relation.description.trim();
  return [
    inputType({ name: `${name}Where`, description: `Which ${rows} count. The fields hold together. ${what}`.trim() }, [
      ...logic(`${name}Where`),
      ...columns.map((column) => testField(column, workspace)),
    ]),
    inputType({ name: `${name}Condition`, description: conditionText(fact) }, condition(fact, numbers.length > 0)),
    ...(numbers.length > 0
      ? [
          enumType(
            { name: `${name}Column`, description: `A number column of ${rows}.` },
            numbers.map((column) => enumValue(column, workspace)),
          ),
          inputType({ name: `${name}ColumnTest`, description: `A test of what a number column of ${rows} comes to.` }, [
            {
              name: 'column',
              type: `${name}Column!`,
              description: 'The column. Rows without a value in it do not count.',
            },
            { name: 'is', type: 'NumberTest!', description: 'What it comes to, in the column’s unit.' },
          ]),
        ]
      : []),
    objectType(
      { name, description: what || `One of ${rows}.` },
      columns.map((column) => outputField(column, workspace)),
    ),
    objectType({ name: `${name}Connection`, description: `A page of ${rows}.` }, [
      { name: 'nodes', type: `[${name}!]!`, description: 'The rows of this page, newest first.' },
      { name: 'pageInfo', type: 'PageInfo!', description: 'Whether there are more, and where they go on.' },
    ]),
  ];
}

const conditionText = (fact: Fact): string =>
  `A condition on the ${inWords(fact)} of each customer or user; its measures hold together, and without one there is at least one row. ` +
  'A count over no rows is 0, so a test that 0 passes includes those without any.';

function condition(fact: Fact, hasNumbers: boolean): readonly Field[] {
  const name = typeCase(fact.name);
  const rows = inWords(fact);
  const sum = (field: string, description: string): Field => ({ name: field, type: `${name}ColumnTest`, description });
  return [
    { name: 'where', type: `${name}Where`, description: `Only these ${rows} count; left out, all do.` },
    {
      name: 'during',
      type: 'WindowInput',
      description: `Only ${rows} in this window count; left out, ${rowsInTime[fact.time.kind]}.`,
    },
    { name: 'count', type: 'NumberTest', description: `How many ${rows} there are; 0 where there are none.` },
    ...(fact.user === undefined
      ? []
      : [
          {
            name: 'users',
            type: 'NumberTest',
            description: `How many different users the ${rows} are of; 0 where there are none.`,
          },
        ]),
    ...(hasNumbers
      ? [
          sum('sum', 'The sum of a column; 0 where there are no rows.'),
          sum('avg', 'The mean of a column; missing where there are no rows.'),
          sum('min', 'The least value of a column; missing where there are no rows.'),
          sum('max', 'The greatest value of a column; missing where there are no rows.'),
        ]
      : []),
    {
      name: 'first',
      type: 'DateTest',
      description: `The day of the earliest of the ${rows}; missing where there are none.`,
    },
    {
      name: 'last',
      type: 'DateTest',
      description: `The day of the latest of the ${rows}; missing where there are none.`,
    },
    {
      name: 'latest',
      type: `${name}Where`,
      description: `What the latest of the ${rows} is like; false where there are none.`,
    },
    ...(fact.time.kind === 'time'
      ? [
          {
            name: 'periods',
            type: 'ActivePeriodsTest',
            description: `In how many periods there are ${rows}; 0 where there are none.`,
          },
        ]
      : []),
  ];
}

/** The field of a customer or a user with their rows of a fact. */
export const factField = (fact: Fact): Field => ({
  name: camelCase(fact.plural),
  type: `${typeCase(fact.name)}Connection`,
  description: `${fact.relation.description.trim() || `The ${inWords(fact)}.`} Newest first; none after the day asked about.`,
  args: [
    ...pageArgs,
    {
      name: 'period',
      type: 'PeriodInput',
      description: 'Only rows in this period; left out, all up to the day asked about.',
    },
  ],
});

export const pageArgs: readonly Field[] = [
  { name: 'first', type: 'Int!', byDefault: '20', description: 'How many to return.' },
  { name: 'after', type: 'String', description: 'Goes on after this cursor, the endCursor of the page before.' },
];

/** The field of a where with the condition on a fact. */
export const conditionField = (fact: Fact): Field => ({
  name: camelCase(fact.plural),
  type: `${typeCase(fact.name)}Condition`,
  description: `Tests the ${inWords(fact)}. ${fact.relation.description.trim()}`.trim(),
});

/** Rows of any one fact. An input has at least one field; a model without facts gets one that names nothing. */
export const factRows = (facts: readonly Fact[]): DefinitionNode =>
  inputType(
    {
      name: 'FactRows',
      description:
        'Rows of one fact, for the steps, entries and returns of an analysis. Exactly one field is given; `{}` in it is any row.',
    },
    facts.length === 0
      ? [{ name: 'none', type: 'Boolean', description: 'The model has no facts yet.' }]
      : facts.map((fact) => ({
          name: camelCase(fact.plural),
          type: `${typeCase(fact.name)}Where`,
          description: `Rows of ${inWords(fact)}. ${fact.relation.description.trim()}`.trim(),
        })),
  );
