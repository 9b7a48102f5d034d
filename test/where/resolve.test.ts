import { expect, it } from 'vitest';
import { resolveAttribute, resolveMetric } from '../../src/catalog/where/index.js';
import { catalogWithoutUsers, sampleCatalog } from '../support/catalog.js';

it('finds attributes by their names in an enum, per entity', () => {
  expect(resolveAttribute(sampleCatalog, 'customer', 'ACTIVE_USERS_14D').value?.name).toBe('active_users_14d');
  expect(resolveAttribute(sampleCatalog, 'user', 'ROLE').value?.name).toBe('role');
  expect(resolveAttribute(catalogWithoutUsers, 'user', 'ROLE').problems.map((p) => p.code)).toEqual([
    'UNKNOWN_ATTRIBUTE',
  ]);
});

it('tells an unknown attribute with its path and what is close', () => {
  expect(resolveAttribute(sampleCatalog, 'customer', 'INDUSTRI', ['by', 0])).toEqual({
    value: undefined,
    problems: [
      {
        code: 'UNKNOWN_ATTRIBUTE',
        path: ['by', 0],
        message: 'there is no customer attribute "INDUSTRI"',
        suggestions: ['INDUSTRY'],
      },
    ],
  });
});

it('finds metrics, or tells what is close', () => {
  expect(resolveMetric(sampleCatalog, 'ACTIVE_USERS').value?.name).toBe('active_users');
  expect(resolveMetric(sampleCatalog, 'ACTIVE_USER', ['names', 1])).toMatchObject({
    value: undefined,
    problems: [{ code: 'UNKNOWN_METRIC', path: ['names', 1], suggestions: ['ACTIVE_USERS'] }],
  });
});
