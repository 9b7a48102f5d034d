/** A place where the answer is not the expected one. */
export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every part of `expected` that `got` has otherwise. Lists agree item by item, objects in the keys that are expected. */
export function differences(expected: unknown, got: unknown, tolerance?: number, path = ''): readonly Difference[] {
  if (Array.isArray(expected) && Array.isArray(got)) {
    if (expected.length !== got.length) return [{ path, expected, got }];
    return expected.flatMap((item, i) => differences(item, got[i], tolerance, `${path}[${i}]`));
  }
  if (isRecord(expected) && isRecord(got))
    return Object.keys(expected).flatMap((key) =>
      differences(expected[key], got[key], tolerance, path === '' ? key : `${path}.${key}`),
    );
  return same(expected, got, tolerance) ? [] : [{ path, expected, got }];
}

function same(expected: unknown, got: unknown, tolerance: number | undefined): boolean {
  if (typeof expected !== 'number' || typeof got !== 'number') return expected === got;
  if (tolerance !== undefined) return Math.abs(expected - got) <= tolerance;
  return Math.abs(expected - got) <= 1e-9 * Math.abs(expected) + 1e-12 || rounded(got, expected) === expected;
}

/** The digits of a number as it is written: 166.67 was rounded; 0.5 is taken to be exact. */
const fewestDigits = 3;

function rounded(value: number, like: number): number {
  const [mantissa = '', exponent = '0'] = String(like).split('e');
  const decimals = (mantissa.split('.')[1] ?? '').length - Number(exponent);
  const digits = mantissa.replace(/[-.]/g, '').replace(/^0+/, '').length;
  return decimals > 0 && digits >= fewestDigits ? Number(value.toFixed(Math.min(100, decimals))) : value;
}

/** Items of a set in the order in which they are expected; others come last. */
export function inOrderOf(expected: unknown, got: readonly string[]): readonly string[] {
  const wanted: readonly unknown[] = Array.isArray(expected) ? expected : [];
  const place = (item: string): number => (wanted.includes(item) ? wanted.indexOf(item) : wanted.length);
  return [...got].sort((a, b) => place(a) - place(b));
}
