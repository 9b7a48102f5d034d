import type { EntityName } from '../../query/where.js';
import { camelCase } from '../names.js';
import { attributeKey } from './draft.js';

const isRecord = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const itemsOf = (input: unknown): readonly unknown[] => (Array.isArray(input) ? input : [input]);

/**
 * Keys of the attributes that a where as it is written names, among those given. Looks where attributes can stand and
 * nowhere else, since columns of facts may be called the same.
 */
export function whereNeeds(
  input: unknown,
  entity: EntityName,
  names: Readonly<Record<EntityName, readonly string[]>>,
): readonly string[] {
  if (!isRecord(input)) return [];
  const below = (inner: unknown, of: EntityName): readonly string[] =>
    itemsOf(inner).flatMap((item) => whereNeeds(item, of, names));
  const named = (written: (name: string) => string, text: unknown): readonly string[] =>
    names[entity].filter((name) => written(name) === text).map((name) => attributeKey(entity, name));
  return Object.entries(input).flatMap(([field, value]): readonly string[] => {
    if (field === 'and' || field === 'or' || field === 'not') return below(value, entity);
    if (!isRecord(value)) return [];
    if (field === 'asOf') return below(value['where'], entity);
    if (field === 'rank') return named((name) => name.toUpperCase(), value['by']);
    if (field === 'users' && entity === 'customer') return below(Object.values(value), 'user');
    if (field === 'customer' && entity === 'user') return below(value, 'customer');
    return named(camelCase, field);
  });
}
