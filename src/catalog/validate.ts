import { z } from 'zod';
import type { ModelProblemCode } from './problem-codes.js';
import type { Path, Report } from './report.js';
import { suggest } from './suggest.js';

/** The value as the schema reads it, or null after telling everything that is wrong with it. */
export const validate = <T extends z.ZodType>(schema: T, value: unknown, report: Report): z.output<T> | null =>
  salvage(schema, value, report).data;

/** What of a value is sound. The rest of a model is checked against it, so that one mistake hides no other. */
export interface Salvaged<T> {
  /** Null when a key at the top is wrong or missing. */
  readonly data: T | null;
  /** Names of the items left out, such as `mrr` for a mistake at `attributes.mrr.value`. */
  readonly broken: readonly string[];
}

/** Tells everything that is wrong with a value, and reads what is left without the wrong items and unknown keys. */
export function salvage<T extends z.ZodType>(schema: T, value: unknown, report: Report): Salvaged<z.output<T>> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { data: result.data, broken: [] };
  const rest = structuredClone(value);
  const broken = new Set<string>();
  for (const issue of result.error.issues) {
    tell(issue, schema, report);
    const [section, item] = issue.path;
    if (item !== undefined) broken.add(String(item));
    for (const path of item === undefined && issue.code === 'unrecognized_keys'
      ? issue.keys.map((k) => [k])
      : [issue.path])
      drop(rest, path.slice(0, section === undefined ? 1 : 2));
  }
  const second = schema.safeParse(rest);
  return { data: second.success ? second.data : null, broken: [...broken] };
}

function drop(value: unknown, path: readonly PropertyKey[]): void {
  const [key, next] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return;
  if (next === undefined) Reflect.deleteProperty(value, key);
  else drop(Reflect.get(value, key), [next]);
}

function tell(issue: z.core.$ZodIssue, schema: z.ZodType, report: Report): void {
  const path = issue.path.filter((p) => typeof p !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const valid = keysAt(schema, path);
    for (const key of issue.keys)
      report(
        'UNKNOWN_KEY',
        [...path, key],
        `there is no key ${key} here; there are ${valid.join(', ')}`,
        suggest(key, valid),
      );
  } else if (issue.input === undefined) report('MISSING_KEY', path, 'this key must be there');
  else if (issue.code === 'invalid_type')
    report('WRONG_TYPE', path, `must be ${readable(issue.expected)}, not ${JSON.stringify(issue.input)}`);
  else if (issue.code === 'invalid_value') {
    const valid = issue.values.map(String);
    const given = JSON.stringify(issue.input);
    report(
      'WRONG_VALUE',
      path,
      `must be ${valid.join(' or ')}, not ${given}`,
      typeof issue.input === 'string' ? suggest(issue.input, valid) : [],
    );
  } else report(codeOf(issue), path, issue.message);
}

const codeOf = (issue: z.core.$ZodIssue): ModelProblemCode =>
  (issue.code === 'custom' ? (issue.params?.['code'] as ModelProblemCode | undefined) : undefined) ?? 'WRONG_VALUE';

const readable = (expected: string): string =>
  ({ record: 'a map of names', object: 'a map of keys', array: 'a list', tuple: 'a list' })[expected] ??
  `a ${expected}`;

/** The keys a schema has at a path. */
function keysAt(schema: unknown, path: Path): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return keysAt(schema.out, path);
  const [key, ...rest] = path;
  if (schema instanceof z.ZodRecord) return key === undefined ? [] : keysAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return key === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[key], rest);
}
