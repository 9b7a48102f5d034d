import { median } from './median.js';

/** Values at equal distances, oldest first; null where one is missing. */
export type Series = readonly (number | null)[];

/** A series with its gaps bridged by straight lines. */
function bridged(series: Series): readonly number[] {
  const known = series.flatMap((v, i) => (v === null ? [] : [{ v, i }]));
  return series.map((value, i) => {
    if (value !== null) return value;
    const before = known.findLast((k) => k.i < i);
    const after = known.find((k) => k.i > i);
    if (!before || !after) return (before ?? after)?.v ?? 0;
    return before.v + ((after.v - before.v) * (i - before.i)) / (after.i - before.i);
  });
}

/** Mean of a whole season around each place that has one. An even season counts its two outermost points by half. */
function centredMeans(values: readonly number[], season: number): readonly number[] {
  const half = Math.floor(season / 2);
  return values.slice(half, values.length - half).map((_, i) => {
    const around = values.slice(i, i + 2 * half + 1);
    const sum = around.reduce((total, v) => total + v, 0);
    return season % 2 === 1 ? sum / season : (sum - ((around[0] ?? 0) + (around.at(-1) ?? 0)) / 2) / season;
  });
}

/** What a season moves around: those means, gone on with as a line at both ends. */
function trendOf(values: readonly number[], season: number): readonly number[] {
  const means = centredMeans(values, season);
  const half = Math.floor(season / 2);
  const [first = 0, last = 0] = [means[0], means.at(-1)];
  const slope = means.length > 1 ? (last - first) / (means.length - 1) : 0;
  return values.map((_, i) => {
    const at = i - half;
    if (at < 0) return first + slope * at;
    return means[at] ?? last + slope * (at - means.length + 1);
  });
}

/** What each place in the season adds to the trend, usually: classical decomposition, adding up to 0. */
export function seasonOf(series: Series, season: number): readonly number[] {
  const values = bridged(series);
  const trend = trendOf(values, season);
  const usual = Array.from({ length: season }, (_, place) =>
    median(values.flatMap((v, i) => (i % season === place ? [v - (trend[i] ?? 0)] : []))),
  );
  const mean = usual.reduce((a, b) => a + b, 0) / season;
  return usual.map((v) => v - mean);
}
