import { minimise } from './minimise.js';
import { seasonOf, type Series } from './seasons.js';

/** Exponential smoothing with additive errors: a level, and a damped slope and a season of so many points where they help. */
export interface Shape {
  readonly slope: boolean;
  /** Points of a season; 1 is none. */
  readonly season: number;
}

/** What a series has come to: where the next point is expected. */
interface State {
  readonly level: number;
  readonly slope: number;
  /** What each place in the season adds. */
  readonly season: readonly number[];
}

/** How far each error moves the level (α), the slope (β) and the season (γ); φ damps the slope at every step. */
interface Weights {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

export interface Smoothing {
  readonly shape: Shape;
  readonly weights: Weights;
  readonly start: State;
  /** Parameters and starting values that were fitted. */
  readonly fitted: number;
  /** Σ error² of the points. */
  readonly squares: number;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The point expected at each place from those before it, and the state after the last. `taken` says what is learnt from a point. */
export function follow(
  { weights: { alpha, beta, gamma, phi }, start }: Pick<Smoothing, 'weights' | 'start'>,
  series: Series,
  taken: (value: number, expected: number) => number = (value) => value,
): { readonly expected: readonly number[]; readonly end: State } {
  let { level, slope } = start;
  const season = [...start.season];
  const expected = series.map((value, i) => {
    const place = i % season.length;
    const own = season[place] ?? 0;
    const next = level + phi * slope + own;
    const error = value === null ? 0 : taken(value, next) - next;
    level += phi * slope + alpha * error;
    slope = phi * slope + beta * error;
    season[place] = own + gamma * error;
    return next;
  });
  return { expected, end: { level, slope, season } };
}

/** Smooths a series in a shape: the weights and the start whose errors are least. Null where it has too few points for that. */
async function smooth(series: Series, shape: Shape): Promise<Smoothing | null> {
  const seen = series.filter((v) => v !== null);
  const fitted = 2 + (shape.slope ? 3 : 0) + (shape.season > 1 ? shape.season : 0);
  if (seen.length - fitted - 2 <= 0) return null;
  const season = shape.season > 1 ? seasonOf(series, shape.season) : [0];
  const starts: Readonly<Record<string, number>> = {
    alpha: -1,
    level: seen[0] ?? 0,
    ...(shape.season > 1 && { gamma: -2 }),
    ...(shape.slope && { beta: -2, slope: 0, phi: 1 }),
  };
  const names = Object.keys(starts);
  const place = (x: readonly number[]): Pick<Smoothing, 'weights' | 'start'> => {
    const at = (name: string): number | undefined => x[names.indexOf(name)];
    const share = (name: string): number => logistic(at(name) ?? -Infinity);
    const alpha = share('alpha');
    return {
      weights: {
        alpha,
        beta: alpha * share('beta'),
        gamma: (1 - alpha) * share('gamma'),
        phi: shape.slope ? 0.8 + 0.18 * share('phi') : 0,
      },
      start: { level: at('level') ?? 0, slope: at('slope') ?? 0, season },
    };
  };
  const squares = (x: readonly number[]): number => {
    const { expected } = follow(place(x), series);
    return series.reduce((sum: number, v, i) => sum + (v === null ? 0 : (v - (expected[i] ?? 0)) ** 2), 0);
  };
  const found = await minimise(squares, Object.values(starts));
  return { shape, ...place(found.at), fitted, squares: found.value };
}

/** Akaike's criterion corrected for short series: less is better. */
function criterion({ squares, fitted }: Smoothing, points: number): number {
  const k = fitted + 1;
  return points * Math.log(Math.max(squares, 1e-12) / points) + 2 * k + (2 * k * (k + 1)) / (points - k - 1);
}

/** The shape that explains a series best for what it costs; a season only where the series has so many of them. */
export async function smoothBest(series: Series, season: number, fewestSeasons: number): Promise<Smoothing> {
  const points = series.filter((v) => v !== null).length;
  const seasons = season > 1 && points >= fewestSeasons * season ? [1, season] : [1];
  const shapes = seasons.flatMap((s) => [false, true].map((slope) => ({ slope, season: s })));
  const tried = await Promise.all(shapes.map((shape) => smooth(series, shape)));
  const [first, ...others] = tried.filter((s) => s !== null);
  if (!first) throw new Error('A series to smooth has at least five points');
  return others.reduce((best, s) => (criterion(s, points) < criterion(best, points) ? s : best), first);
}

/** What is expected of the points after the last, and by how much more than one step's error each may miss it. */
export function ahead(
  smoothing: Smoothing,
  series: Series,
  steps: number,
): readonly { mean: number; spread: number }[] {
  const {
    weights: { alpha, beta, gamma, phi },
    shape,
  } = smoothing;
  const { end } = follow(smoothing, series);
  let [damped, variance] = [0, 1];
  return Array.from({ length: steps }, (_, i) => {
    if (i > 0) {
      // What an error i steps before has become by now (Hyndman and others 2008, table 6.1).
      const share = alpha + beta * damped + (i % shape.season === 0 ? gamma : 0);
      variance += share ** 2;
    }
    damped += phi ** (i + 1);
    const place = (series.length + i) % end.season.length;
    return { mean: end.level + damped * end.slope + (end.season[place] ?? 0), spread: Math.sqrt(variance) };
  });
}
