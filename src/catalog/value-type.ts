import type { TimeType, ValueType } from './model.js';

export interface TypedValue {
  readonly type: ValueType;
  readonly timeType?: TimeType;
}

const kinds: readonly (readonly [RegExp, TypedValue])[] = [
  [/^(VARCHAR|UUID|TIME|TIME_NS|TIME WITH TIME ZONE|ENUM\(.*\))$/s, { type: 'string' }],
  [/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|BIGNUM|DECIMAL\(.*\))$/, { type: 'number' }],
  [/^BOOLEAN$/, { type: 'boolean' }],
  [/^DATE$/, { type: 'date', timeType: 'date' }],
  [/^TIMESTAMP(_S|_MS|_NS)?$/, { type: 'timestamp', timeType: 'timestamp' }],
  [/^TIMESTAMP WITH TIME ZONE$/, { type: 'timestamp', timeType: 'timestamptz' }],
];

/** What a value of an engine's type is in questions; null when it cannot be asked about (structs, maps, blobs …). */
export function valueType(sqlType: string): TypedValue | null {
  const element = /^(.*)\[\d*\]$/s.exec(sqlType)?.[1];
  if (element !== undefined) {
    const of = valueType(element);
    return of && of.type !== 'list' ? { type: 'list' } : null;
  }
  return kinds.find(([pattern]) => pattern.test(sqlType))?.[1] ?? null;
}
