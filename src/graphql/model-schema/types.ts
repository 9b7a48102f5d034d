import type { Described, ValueType, Workspace } from '../../catalog/model.js';
import { camelCase, enumCase } from '../../catalog/names.js';
import { testKindOf, type TestKind } from '../../catalog/where/index.js';
import type { Element, Field } from './sdl.js';
import { told } from './words.js';

/** A column or an attribute. */
export interface Valued extends Described {
  readonly type: ValueType;
  readonly sqlType: string;
}

const tests: Readonly<Record<TestKind, string>> = {
  string: 'StringTest',
  number: 'NumberTest',
  boolean: 'BooleanTest',
  date: 'DateTest',
  list: 'ListTest',
  numberList: 'NumberListTest',
};

const outputs: Readonly<Record<ValueType, string>> = {
  string: 'String',
  number: 'Float',
  boolean: 'Boolean',
  date: 'Date',
  timestamp: 'DateTime',
  list: '[String!]',
};

const integer = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/;

function outputType(of: Valued): string {
  if (of.type === 'number' && integer.test(of.sqlType)) return 'SafeInt';
  return testKindOf(of) === 'numberList' ? '[Float!]' : outputs[of.type];
}

export const testField = (of: Valued, workspace: Workspace): Field => ({
  name: camelCase(of.name),
  type: tests[testKindOf(of)],
  description: told(of, workspace),
});

export const outputField = (of: Valued, workspace: Workspace): Field => ({
  name: camelCase(of.name),
  type: outputType(of),
  description: told(of, workspace),
});

export const enumValue = (of: Described, workspace: Workspace): Element => ({
  name: enumCase(of.name),
  description: told(of, workspace),
});

/** `and`, `or` and `not` of an input. */
export const logic = (input: string): readonly Field[] => [
  {
    name: 'and',
    type: `[${input}!]`,
    description:
      'All of these hold; an empty list holds for everything. At most 8 levels deep, counted anew inside `asOf`.',
  },
  { name: 'or', type: `[${input}!]`, description: 'At least one of these holds; an empty list holds for nothing.' },
  { name: 'not', type: input, description: 'This does not hold: exactly the others.' },
];
