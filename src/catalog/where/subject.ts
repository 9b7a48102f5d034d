import type { ValueType } from '../model.js';
import { valueType } from '../value-type.js';

/** Kinds of tests; each has one input type in `schema/where.graphql`. Dates and timestamps are tested by day. */
export const testKinds = ['string', 'number', 'boolean', 'date', 'list', 'numberList'] as const;
export type TestKind = (typeof testKinds)[number];

const kinds: Readonly<Record<ValueType, TestKind>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'date',
  list: 'list',
};

export interface Typed {
  readonly name: string;
  readonly type: ValueType;
  readonly sqlType: string;
}

/** The tests that fit a column or an attribute. */
export const testKindOf = (of: Typed): TestKind =>
  of.type === 'list' && valueType(of.sqlType.replace(/\[\d*\]$/, ''))?.type === 'number'
    ? 'numberList'
    : kinds[of.type];
