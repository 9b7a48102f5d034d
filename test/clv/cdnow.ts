import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A customer of `cdnow.csv`; times are in weeks. */
export interface CdnowCustomer {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly meanRepeatAmount: number;
}

/**
 * The 2,357 customers of the CDNOW sample, watched for 39 weeks (Fader and Hardie, www.brucehardie.com), as the Python package
 * lifetimes ships them (MIT, Cameron Davidson-Pilon).
 */
export const cdnow: readonly CdnowCustomer[] = readFileSync(join(import.meta.dirname, 'cdnow.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [frequency = NaN, recency = NaN, age = NaN, meanRepeatAmount = NaN] = line.split(',').map(Number);
    return { frequency, recency, age, meanRepeatAmount };
  });
