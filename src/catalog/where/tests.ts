import type { Test } from '../../query/where.js';
import { operators } from './operators.js';
import { entries, show, closeOrAll, tell, type Entry, type Spot } from './spot.js';
import type { TestKind } from './subject.js';
import { flag } from './values.js';

export interface Subject {
  /** Its name as it is asked for, for messages. */
  readonly name: string;
  readonly kind: TestKind;
}

const words: Readonly<Record<TestKind, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  list: 'a list of texts',
  numberList: 'a list of numbers',
};

const whenNull = (kind: TestKind): readonly string[] =>
  'isNull' in operators[kind] ? ['isNull: true'] : ['isEmpty: true'];

/** `industry: "SaaS"` was meant as `{eq: "SaaS"}`, a list as `{in: […]}`. */
function operatorMeant(kind: TestKind, input: unknown): readonly string[] {
  const known = Object.keys(operators[kind]);
  const op = (Array.isArray(input) ? ['in', 'hasAny'] : ['eq', 'on', 'has']).find((name) => known.includes(name));
  return op === undefined ? [] : [show({ [op]: input })];
}

/** The fields of a test, with `extra` names besides the operators of its kind. */
export function testEntries(input: unknown, spot: Spot, subject: Subject): readonly Entry[] {
  return (
    entries(input, spot, {
      what: `the test of ${subject.name} (${words[subject.kind]})`,
      insteadOfNull: whenNull(subject.kind),
      insteadOf: (given) => operatorMeant(subject.kind, given),
    }) ?? []
  );
}

/** The tests of the fields given. All hold together; none at all asks nothing. */
export function testsOf(given: readonly Entry[], subject: Subject): readonly Test[] {
  const known = operators[subject.kind];
  const withCase = subject.kind === 'string' ? given.find(({ key }) => key === 'ignoreCase') : undefined;
  const ignoreCase = withCase !== undefined && flag(withCase.value, withCase.spot) === true;
  return given
    .filter((entry) => entry !== withCase)
    .map(({ key, value, spot }): Test | undefined => {
      const operator = Object.hasOwn(known, key) ? known[key] : undefined;
      if (operator === undefined) return unknownOperator(key, spot, subject);
      if (value === null)
        return tell(spot, 'NULL_VALUE', `${key} cannot be compared with null`, whenNull(subject.kind));
      const test = operator(value, spot);
      return test !== undefined && ignoreCase && caseMatters(test) ? { ...test, ignoreCase } : test;
    })
    .filter((test) => test !== undefined);
}

type TextTest = Extract<
  Test,
  | { readonly op: 'eq' | 'ne' }
  | { readonly op: 'in' | 'notIn' }
  | { readonly op: 'contains' | 'startsWith' | 'endsWith' }
>;
const caseMatters = (test: Test): test is TextTest => test.op !== 'isNull';

function unknownOperator(key: string, spot: Spot, subject: Subject): Test | undefined {
  const names = Object.keys(operators[subject.kind]);
  const elsewhere = Object.values(operators).some((table) => Object.hasOwn(table, key));
  if (key === 'change')
    return tell(spot, 'WRONG_TEST', `change looks back on a number attribute; ${subject.name} is none`, names);
  return elsewhere || key === 'ignoreCase'
    ? tell(spot, 'WRONG_TEST', `${key} does not test ${words[subject.kind]}, which ${subject.name} is`, names)
    : tell(spot, 'UNKNOWN_OPERATOR', `there is no test ${key}`, closeOrAll(key, names));
}

export const readTests = (input: unknown, spot: Spot, subject: Subject): readonly Test[] =>
  testsOf(testEntries(input, spot, subject), subject);
