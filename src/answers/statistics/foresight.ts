import { median } from './median.js';
import type { Interval } from './proportions.js';
import type { Series } from './seasons.js';
import type { Shape, Smoothing } from './smoothing.js';
import { ahead, follow, smoothBest } from './smoothing.js';
import { studentReach } from './student.js';

/** What is expected at a place, and the interval that holds it as often as the level says. */
export interface Expectation extends Interval {
  readonly value: number;
}

export interface Foresight {
  readonly shape: Shape;
  readonly points: readonly Expectation[];
}

/** Fewest points that anything is said of. */
export const fewestPoints = 8;

const known = (series: Series): readonly number[] => series.filter((v) => v !== null);
const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** A series around 0 with a spread of 1, and the way back; one that never changes keeps its scale. */
function standardised(series: Series): {
  readonly series: Series;
  readonly back: (v: number) => number;
  readonly scale: number;
} {
  const values = known(series);
  const mean = meanOf(values);
  const scale = Math.sqrt(meanOf(values.map((v) => (v - mean) ** 2))) || 1;
  return { series: series.map((v) => (v === null ? null : (v - mean) / scale)), back: (v) => mean + scale * v, scale };
}

const spare = (smoothing: Smoothing, series: Series): number => known(series).length - smoothing.fitted;

/** The points after a series of at least eight, with intervals that widen by what the model can miss. */
export async function foresee(series: Series, season: number, steps: number, level: number): Promise<Foresight> {
  const { series: plain, back, scale } = standardised(series);
  const smoothing = await smoothBest(plain, season, 2);
  const free = spare(smoothing, plain);
  const reach = studentReach(level, free) * Math.sqrt(smoothing.squares / free) * scale;
  const points = ahead(smoothing, plain, steps).map(({ mean, spread }) => {
    const value = back(mean);
    return { value, low: value - reach * spread, high: value + reach * spread };
  });
  return { shape: smoothing.shape, points };
}

/** The usual size of errors, whatever the few largest are: 1.4826 × their median size, or by their mean size where that is 0. */
function usualError(series: Series, expected: readonly number[]): number {
  const sizes = series.flatMap((v, i) => (v === null ? [] : [Math.abs(v - (expected[i] ?? 0))]));
  return 1.4826 * median(sizes) || 1.2533 * meanOf(sizes);
}

/** How often points that stand out are drawn in before the weights are taken for good. */
const rounds = 3;

/** A point no farther from what was expected than twice the usual error, so that one that stands out does not mislead the next. */
const held =
  (error: number) =>
  (value: number, expected: number): number =>
    Math.min(expected + 2 * error, Math.max(expected - 2 * error, value));

/**
 * What was to be expected at each place of a series of at least eight from the points before it (the weights are those that fit the
 * whole of it, and a season counts where there are three of them): null at the start, until a model has something to go by.
 */
export async function expectations(
  series: Series,
  season: number,
  level: number,
): Promise<readonly (Expectation | null)[]> {
  const { series: plain, back, scale } = standardised(series);
  let [cleaned, smoothing] = [plain, await smoothBest(plain, season, 3)];
  for (let round = 0; round < rounds; round++) {
    const { expected } = follow(smoothing, cleaned);
    const hold = held(usualError(plain, expected));
    cleaned = plain.map((v, i) => (v === null ? null : hold(v, expected[i] ?? 0)));
    smoothing = await smoothBest(cleaned, season, 3);
  }
  const { expected } = follow(smoothing, cleaned);
  const error = usualError(plain, expected);
  const free = spare(smoothing, plain);
  const reach = studentReach(level, free) * error * Math.sqrt(known(plain).length / free) * scale;
  const begins = Math.max(3, smoothing.shape.season);
  return expected.map((e, i) => (i < begins ? null : { value: back(e), low: back(e) - reach, high: back(e) + reach }));
}
