import { describe, expect, test } from 'vitest';
import { definitionsOf } from '../../src/build/definitions.js';
import { edited, type Files, soundModel, withModel } from '../catalog/model-files.js';

/** What each customer attribute depends on, with other files and with the SQL of some relations counted as other. */
const definitions = (changes: Files, redefined: readonly string[] = []) =>
  withModel(changes, ({ catalog, problems }) => {
    if (!catalog) throw new Error(JSON.stringify(problems));
    const print = (name: string) => ({ definition: redefined.includes(name) ? 'another' : 'the same', content: null });
    return definitionsOf(catalog, new Map(catalog.relations.map(({ name }) => [name, print(name)])));
  });

const attributes = (added: string): Files => edited('sql/customers.yml', '  margin:', `${added}\n  margin:`);
const redefined = async (before: Files, after: Files, relations: readonly string[] = []) => {
  const [then, now] = [await definitions(before), await definitions(after, relations)];
  return [...now].filter(([name, definition]) => then.get(name) !== definition).map(([name]) => name);
};

describe('a definition is another', () => {
  test('with that of what an attribute is made of, and no other', async () => {
    const changed = edited('sql/customers.yml', 'formula: mrr > 0', 'formula: mrr > 1');
    expect(await redefined(soundModel, changed)).toEqual(['is_paying', 'is_good']);
  });

  test('through attributes that name each other by chance', async () => {
    // `temper` has a value called like an attribute that is made of it.
    const model = (mrr: number) =>
      attributes(`  a_big: { formula: mrr > ${String(mrr)} }
  temper: { cases: [{ where: { aBig: { eq: true } }, is: mood }], else: none }
  mood: { formula: temper = 'mood' }`);
    expect(await redefined(model(0), model(1))).toEqual(['a_big', 'temper', 'mood']);
  });

  test('with the SQL of a relation that is read, also through an attribute of users', async () => {
    const model = attributes(`  is_visited: { where: { users: { some: { isActive: { eq: true } } } } }`);
    const changed = await redefined(model, model, ['events']);
    expect(changed).toEqual(['active_users_7d', 'last_seen_on', 'is_visited']);
    expect(await redefined(model, model, ['users'])).toEqual(['people', 'admins', 'is_visited']);
  });
});
