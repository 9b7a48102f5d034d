import type { Attribute, Column } from '../../catalog/model.js';
import { camelCase } from '../../catalog/names.js';
import { testKindOf, type TestKind } from '../../catalog/where/index.js';
import type { Json } from './wheres.js';

/** The operator that picks out one value of a kind. */
const same: Readonly<Partial<Record<TestKind, string>>> = { string: 'eq', number: 'eq', boolean: 'eq', date: 'on' };

/** Whether values can be told apart one by one. */
export const isStaged = (of: Attribute | Column): boolean => same[testKindOf(of)] !== undefined;

/** The where that holds for one value of an attribute or a column, or for those without any. */
export const hasValue = (of: Attribute | Column, value: unknown): Json => ({
  [camelCase(of.name)]: value === null ? { isNull: true } : { [same[testKindOf(of)] ?? 'eq']: value },
});
