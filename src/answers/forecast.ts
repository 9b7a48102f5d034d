import type { WeekStart } from '../query/time.js';
import { oneGrain, plus, startOf, times, type Grain, type Period } from '../query/time.js';
import type { Refusal } from './refusal.js';
import type { Session } from './session.js';
import { expectations, fewestPoints, foresee, type Expectation } from './statistics/foresight.js';
import { trendPoints, type TrendPoint, type TrendRequest } from './trend.js';

export interface Forecast {
  readonly refusal: Refusal | null;
  readonly basedOn: number;
  readonly slope: boolean;
  readonly season: number | null;
  readonly level: number;
  readonly points: readonly (Expectation & Period)[];
}

export interface ExpectedPoint extends Period {
  readonly value: number | null;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly alarm: 'ABOVE' | 'BELOW' | null;
}

export interface TrendAlarms {
  readonly refusal: Refusal | null;
  readonly level: number;
  readonly points: readonly ExpectedPoint[];
  readonly alarms: readonly ExpectedPoint[];
}

/** Units after which a pattern may repeat; 1 where there is none. */
const seasons: Readonly<Record<Grain, number>> = { DAY: 7, WEEK: 52, MONTH: 12, QUARTER: 4, YEAR: 1 };

/** The points of a trend that are whole units and over, and where they begin to have a value. */
async function wholePoints(session: Session, request: TrendRequest): Promise<readonly TrendPoint[]> {
  const { weekStart } = session.catalog.workspace;
  const points = await trendPoints(session, { ...request, fill: request.fill === 'NONE' ? 'NULL' : request.fill });
  const whole = points.filter((p) => p.complete && isWhole(p.period, request.grain, weekStart));
  const [first, last] = [whole.findIndex((p) => p.value !== null), whole.findLastIndex((p) => p.value !== null)];
  return first < 0 ? [] : whole.slice(first, last + 1);
}

const isWhole = ({ from, until }: Period, grain: Grain, weekStart: WeekStart): boolean =>
  startOf(grain, from, weekStart) === from && plus(from, oneGrain(grain)) === until;

function tooFew(points: readonly TrendPoint[], { grain }: TrendRequest): Refusal | null {
  const known = points.filter((p) => p.value !== null).length;
  if (known >= fewestPoints) return null;
  const unit = grain.toLowerCase();
  const message = `${String(known)} whole ${unit}s have a value and ${String(fewestPoints)} are needed; ask for a longer period or a shorter grain`;
  return { code: 'TOO_FEW_POINTS', message };
}

/** Nothing is expected below 0 of what never was below it. */
const above = (points: readonly TrendPoint[]): ((e: Expectation) => Expectation) =>
  points.some((p) => (p.value ?? 0) < 0)
    ? (e) => e
    : ({ value, low, high }) => ({ value: Math.max(0, value), low: Math.max(0, low), high: Math.max(0, high) });

/** What is to be expected of the units after the last whole one. */
export async function forecastOf(
  session: Session,
  request: TrendRequest,
  steps: number,
  level: number,
): Promise<Forecast> {
  const points = await wholePoints(session, request);
  const refusal = tooFew(points, request);
  const basedOn = points.filter((p) => p.value !== null).length;
  const last = points.at(-1);
  if (refusal || !last) return { refusal, basedOn, slope: false, season: null, level, points: [] };
  const series = points.map((p) => p.value);
  const { shape, points: expected } = await foresee(series, seasons[request.grain], steps, level);
  const at = (i: number): string => plus(last.period.until, times(oneGrain(request.grain), i));
  const bounded = above(points);
  return {
    refusal: null,
    basedOn,
    slope: shape.slope,
    season: shape.season > 1 ? shape.season : null,
    level,
    points: expected.map((e, i) => ({ from: at(i), until: at(i + 1), ...bounded(e) })),
  };
}

/** Which whole points lie outside what was to be expected of them. */
export async function alarmsOf(session: Session, request: TrendRequest, level: number): Promise<TrendAlarms> {
  const points = await wholePoints(session, request);
  const refusal = tooFew(points, request);
  if (refusal) return { refusal, level, points: [], alarms: [] };
  const bounded = above(points);
  const series = points.map((p) => p.value);
  const expected = await expectations(series, seasons[request.grain], level);
  const told = points.flatMap((p, i) => {
    const own = expected[i];
    return own ? [expectedPoint(p, bounded(own))] : [];
  });
  return { refusal: null, level, points: told, alarms: told.filter((p) => p.alarm !== null) };
}

function expectedPoint({ period, value }: TrendPoint, { value: expected, low, high }: Expectation): ExpectedPoint {
  const alarm = value === null ? null : value > high ? 'ABOVE' : value < low ? 'BELOW' : null;
  return { ...period, value, expected, low, high, alarm };
}
