import { Temporal } from 'temporal-polyfill';
import { isDay } from '../query/time.js';
import type { Scalar } from '../query/where.js';
import type { ValueType } from './model.js';

const isTime = (text: string): boolean => {
  try {
    return Temporal.PlainDateTime.from(text.replace(/Z$/, '')).toString() !== '';
  } catch {
    return false;
  }
};

const fits: Record<ValueType, (v: Scalar) => boolean> = {
  string: (v) => typeof v === 'string',
  number: (v) => typeof v === 'number',
  boolean: (v) => typeof v === 'boolean',
  date: isDay,
  timestamp: (v) => typeof v === 'string' && isTime(v),
  list: () => false,
};

/** Whether a literal can stand for a missing value of a type. */
export const fitsType = (literal: Scalar, type: ValueType): boolean => fits[type](literal);
