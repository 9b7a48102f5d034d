import { expect, test } from 'vitest';
import { ownTypes, typesOfFact } from '../../src/catalog/own-types.js';
import { schemaOf } from '../../src/graphql/schema.js';
import { soundCatalog } from './model-files.js';

test('every type of the contract is listed in own-types.ts, so that no fact takes its name', () =>
  soundCatalog((catalog) => {
    const ofFacts = Object.values(catalog.facts).flatMap((fact) => typesOfFact(fact.name));
    const types = Object.keys(schemaOf(catalog).getTypeMap()).filter((name) => !name.startsWith('__'));
    expect(types).toEqual(expect.arrayContaining(['EventWhere', 'EventCondition', 'EventConnection']));
    expect(types.filter((name) => !ofFacts.includes(name) && !ownTypes.includes(name))).toEqual([]);
  }));
