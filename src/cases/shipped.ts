import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../../sql/', import.meta.url));
type Part = 'metrics' | 'attributes' | 'user_attributes';
type Yml = Readonly<Partial<Record<Part, Readonly<Record<string, unknown>>>>> & Readonly<Record<string, unknown>>;

/** A relation of the model that ships with the product, so that its very definitions are what the cases are held against. */
export const shippedSql = (relation: string): string => readFileSync(`${folder}${relation}.sql`, 'utf8');
export const shippedYml = (relation: string): Yml => parse(readFileSync(`${folder}${relation}.yml`, 'utf8')) as Yml;

/** Some of its definitions, by name. */
export function shipped(relation: string, part: Part, names: readonly string[]): Readonly<Record<string, unknown>> {
  const all = shippedYml(relation)[part] ?? {};
  return Object.fromEntries(
    names.map((name) => {
      if (all[name] === undefined) throw new Error(`${relation} ships no ${name}`);
      return [name, all[name]];
    }),
  );
}
