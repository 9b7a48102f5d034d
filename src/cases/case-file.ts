import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NotUnderstood } from './not-understood.js';

const json = z.record(z.string(), z.unknown());

/** Keys whose null says something; any other parameter that is null was left out. */
const meantNull: readonly string[] = ['event', 'value', 'end', 'score', 'subscription'];

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, v]) => v !== null || meantNull.includes(key));
  return Object.fromEntries(kept.map(([key, v]) => [key, withoutNulls(v)]));
}
const asked = z.preprocess(withoutNulls, json);
/** Keys may be written as numbers; they are compared as text. */
const id = z.union([z.string(), z.number()]).transform(String);

const event = z.strictObject({ entity: id, event: z.string(), ts: z.string(), props: json.optional() });
const entity = z.strictObject({ id, props: json.optional() });
const update = z.strictObject({ entity: id, ts: z.string(), set: json });

const workedCase = z.strictObject({
  id: z.string(),
  semantics: z.string().default(''),
  source: z.unknown().optional(),
  source_commit: z.unknown().optional(),
  origin: z.string().optional(),
  notes: z.array(z.string()).default([]),
  checked: z.boolean().default(true),
  informational: z.boolean().default(false),
  events: z.array(event).default([]),
  entities: z.array(entity).default([]),
  attribute_updates: z.array(update).default([]),
  rows: z.array(json).default([]),
  segments: z.record(z.string(), z.unknown().transform(withoutNulls)).default({}),
  question: asked,
  expected: json,
});
const caseFile = z.object({ family: z.string(), cases: z.array(json) });

/** One worked case: what happened, what is asked and the answer it is to have. */
export type WorkedCase = z.output<typeof workedCase> & { readonly family: string };
export type CaseEvent = z.output<typeof event>;
export type CaseEntity = z.output<typeof entity>;
export type CaseUpdate = z.output<typeof update>;

/** A case as its file has it, before it is known to be of the form. */
export interface RawCase {
  readonly family: string;
  readonly id: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Every case of the `.json` files of a folder, in the order of their names. Throws NotUnderstood for a file of another form. */
export function readFolder(folder: string): readonly RawCase[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return files.flatMap((file) => {
    const { family, cases } = check(caseFile, JSON.parse(readFileSync(join(folder, file), 'utf8')), [file]);
    return cases.map((c, i) => ({ family, id: typeof c['id'] === 'string' ? c['id'] : `${file}#${i}`, json: c }));
  });
}

/** Cases that the folder's README says are for information only: `… only: ret-028, fn-067 to fn-070 (a remark).` */
export function informationalIn(folder: string): readonly string[] {
  const readme = join(folder, 'README.md');
  if (!existsSync(readme)) return [];
  const [, named = ''] = /informational only:([^.]*)\./i.exec(readFileSync(readme, 'utf8')) ?? [];
  return named.split(',').flatMap((part) => {
    const [first, last] = [...part.matchAll(/([a-z]+)-(\d+)/g)].map(([, word = '', number = '']) => ({ word, number }));
    if (!first) return [];
    const from = Number(first.number);
    return Array.from({ length: (last ? Number(last.number) : from) - from + 1 }, (_, i) =>
      [first.word, String(from + i).padStart(first.number.length, '0')].join('-'),
    );
  });
}

export const readCase = ({ family, json: given }: RawCase): WorkedCase => ({ ...check(workedCase, given, []), family });

/** Reads by a schema; a part that is unknown or of another form is told by names it. */
export function check<T>(schema: z.ZodType<T>, input: unknown, path: readonly string[]): T {
  const { data, error } = schema.safeParse(input);
  if (!error) return data;
  const told = error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? `no meaning is known for ${issue.keys.join(', ')}` : '';
    return new NotUnderstood([...path, ...issue.path.map(String)], unknown || issue.message).message;
  });
  throw new NotUnderstood([], told.join('\n'));
}
