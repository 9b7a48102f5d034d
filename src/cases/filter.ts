import { z } from 'zod';
import { numberOf, timeOf, type Property } from './properties.js';
import { literalOf } from './pattern.js';
import { check } from './case-file.js';
import { NotUnderstood } from './not-understood.js';

/** A condition on properties, as cases write it. */
export type Filter =
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter }
  | { readonly property: string; readonly op: string; readonly value?: unknown };

const leaf = z.strictObject({ property: z.string(), op: z.string(), value: z.unknown().optional() });

function readFilter(input: unknown, path: readonly string[]): Filter {
  const items = (list: unknown, at: readonly string[]): readonly Filter[] =>
    check(z.array(z.unknown()), list, at).map((item, i) => readFilter(item, [...at, String(i)]));
  if (Array.isArray(input)) return { all: items(input, path) };
  const given = check(z.record(z.string(), z.unknown()), input, path);
  const [key = '', ...more] = Object.keys(given);
  if (more.length > 0 || !['all', 'any', 'not'].includes(key)) return check(leaf, given, path);
  if (key === 'not') return { not: readFilter(given['not'], [...path, 'not']) };
  return key === 'all' ? { all: items(given['all'], [...path, key]) } : { any: items(given['any'], [...path, key]) };
}

/** A list is a condition of which all parts hold. A part whose meaning is not known is told with its place. */
export const filter = z.unknown().transform((input): Filter => readFilter(input, ['filter']));

/** A where of the product over the fields of properties. */
export type WhereJson = Readonly<Record<string, unknown>>;
/** Where a property is found: its columns in the model. */
export type PropertyOf = (name: string) => Property;

export function whereOf(f: Filter, of: PropertyOf): WhereJson {
  if ('all' in f) return { and: f.all.map((part) => whereOf(part, of)) };
  if ('any' in f) return { or: f.any.map((part) => whereOf(part, of)) };
  if ('not' in f) return { not: whereOf(f.not, of) };
  return testOf(f, of(f.property));
}

export const propertiesOf = (f: Filter): readonly string[] =>
  'all' in f
    ? f.all.flatMap(propertiesOf)
    : 'any' in f
      ? f.any.flatMap(propertiesOf)
      : 'not' in f
        ? propertiesOf(f.not)
        : [f.property];

type Test = (property: Property, value: unknown) => WhereJson;

const onText =
  (operator: string): Test =>
  ({ text }, value) =>
    Array.isArray(value)
      ? { or: value.map((v) => ({ [text]: { [operator]: String(v), ignoreCase: true } })) }
      : { [text]: { [operator]: String(value), ignoreCase: true } };
const cased =
  (operator: string): Test =>
  ({ text }, value) => ({ [text]: { [operator]: String(value) } });
const onTime =
  (operator: string): Test =>
  ({ time }, value) => ({ [time]: { [operator]: timeOf(value) } });
/** Numbers, or times where a day or a time is compared with. */
const onNumber =
  (operator: string): Test =>
  (property, value) =>
    numberOf(value) === null && timeOf(value) !== null
      ? onTime(operator)(property, value)
      : { [property.number]: { [operator]: Number(value) } };
const inDay = 86_400_000;
const onDay: Test = ({ time }, value) => {
  const day = Math.floor((timeOf(value) ?? NaN) / inDay) * inDay;
  return { [time]: { gte: day, lt: day + inDay } };
};
/** A pattern that is literal but for its anchors. */
const matches: Test = (property, value) => {
  const { text, operator } = literalOf(String(value));
  return { [property.text]: { [operator]: text } };
};
const not =
  (test: Test): Test =>
  (property, value) => ({ not: test(property, value) });
const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(textOf);
/** Null among the values is a missing one. */
const oneOf: Test = ({ text }, value) => {
  const values = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const given = { [text]: { in: listed(values.filter((v) => v !== null)) } };
  return values.includes(null) ? { or: [given, { [text]: { isNull: true } }] } : given;
};
/** A list is kept as JSON text, where an item stands between quotes. */
const includes: Test = ({ text }, value) => ({ [text]: { contains: JSON.stringify(value) } });
const exists: Test = ({ text }) => ({ [text]: { isNull: false } });
const between: Test = ({ number }, value) => {
  const [min, max] = value as readonly unknown[];
  return { [number]: { between: { min: Number(min), max: Number(max) } } };
};

/** The operators of cases, under all the names they go by. A missing value is unequal to every value. */
const tests: Readonly<Record<string, Test>> = {
  ...named(['eq', '=', '==', 'exact', 'in', 'is', 'equals'], oneOf),
  ...named(['neq', 'ne', '!=', 'not_in', 'is_not', 'not_eq', 'not_equals'], not(oneOf)),
  ...named(['icontains', 'contains'], onText('contains')),
  ...named(['not_icontains', 'not_contains'], not(onText('contains'))),
  ...named(['starts_with', 'startswith', 'prefix'], cased('startsWith')),
  ...named(['ends_with', 'endswith', 'suffix'], cased('endsWith')),
  ...named(['exists', 'is_set'], exists),
  ...named(['not_exists', 'is_not_set', 'missing'], not(exists)),
  ...named(['gt', '>'], onNumber('gt')),
  ...named(['gte', '>=', 'ge'], onNumber('gte')),
  ...named(['lt', '<'], onNumber('lt')),
  ...named(['lte', '<=', 'le'], onNumber('lte')),
  ...named(['regex', 'matches'], matches),
  ...named(['not_regex', 'not_matches'], not(matches)),
  ...named(['before', 'is_date_before'], onTime('lt')),
  ...named(['after', 'is_date_after'], onTime('gt')),
  ...named(['on', 'is_date_exact'], onDay),
  ...named(['includes', 'has'], includes),
  between,
};

function named(names: readonly string[], test: Test): Readonly<Record<string, Test>> {
  return Object.fromEntries(names.map((name) => [name, test]));
}

/** How a value is kept in a text column: text as it is, anything else as JSON. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One test of a property as a where; what holds of missing values too is the `not` of what does not. */
export function testOf({ property, op, value }: Extract<Filter, { op: string }>, of: Property): WhereJson {
  const test = Object.hasOwn(tests, op) ? tests[op] : undefined;
  if (!test) throw new NotUnderstood([property], `no meaning is known for the test ${op}`);
  return test(of, value);
}
