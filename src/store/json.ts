/**
 * A value as JSON text. What JSON cannot carry (a number that is not finite, a function) throws TypeError instead of being
 * lost; a key whose value is undefined is a key left out.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, (key, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw new TypeError(`${key} is not a finite number`);
    if (typeof part === 'function' || typeof part === 'symbol') throw new TypeError(`${key} is no JSON value`);
    return part;
  }) as string | undefined;
  if (text === undefined) throw new TypeError('undefined is no JSON value');
  return text;
}

export const fromJson = (text: string): unknown => deepFreeze(JSON.parse(text) as unknown);

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
