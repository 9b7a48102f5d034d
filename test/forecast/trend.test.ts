import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foresee } from '../../src/answers/statistics/foresight.js';
import { home } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

let sample: OpenWorkspace;
beforeAll(async () => {
  sample = await openWorkspace(home);
});
afterAll(() => sample.close());

interface Point {
  readonly from: string;
  readonly until: string;
  readonly value: number | null;
}
interface Ranged extends Point {
  readonly low: number;
  readonly high: number;
}
interface Trend {
  readonly points: readonly (Point & { readonly complete: boolean })[];
  readonly forecast: {
    readonly refusal: { readonly code: string; readonly message: string } | null;
    readonly basedOn: number;
    readonly season: number | null;
    readonly points: readonly Ranged[];
  };
  readonly alarms: {
    readonly refusal: { readonly code: string } | null;
    readonly points: readonly (Ranged & { readonly expected: number; readonly alarm: string | null })[];
    readonly alarms: readonly (Ranged & { readonly alarm: string })[];
  };
}
async function trend(args: string, where = '{}', more = ''): Promise<Trend> {
  const { data, errors } = await sample.ask(`{ preview(where: ${where}) { trend(${args}) {
    points { from until value complete }
    forecast${more} { refusal { code message } basedOn season points { from until value low high } }
    alarms { refusal { code } points { from until value expected low high alarm } alarms { from until value low high alarm } }
  } } }`);
  expect(errors).toBeUndefined();
  return (data as { preview: { trend: Trend } }).preview.trend;
}
const weeks = 'grain: WEEK, period: { from: "2025-06-02", until: "2026-06-29" }';
const europe = '{ region: { eq: "Europe" } }';

describe('the outage of 10 to 12 March 2026', () => {
  it('is the one week in which tickets stand out, and they do in Europe alone', async () => {
    const [there, elsewhere] = [
      await trend(`metric: TICKETS_OPENED, ${weeks}`, europe),
      await trend(`metric: TICKETS_OPENED, ${weeks}`, '{ region: { ne: "Europe" } }'),
    ];
    expect(there.alarms.alarms).toMatchObject([{ from: '2026-03-09', until: '2026-03-16', value: 72, alarm: 'ABOVE' }]);
    const then = elsewhere.alarms.points.find((p) => p.from === '2026-03-09');
    expect(then).toMatchObject({ alarm: null });
  });
  it('dents the NPS of Europe for the weeks after it', async () => {
    const { alarms } = await trend(`metric: NPS, ${weeks}`, europe);
    const below = alarms.alarms.filter((p) => p.alarm === 'BELOW').map((p) => p.from);
    expect(below.length).toBeGreaterThan(0);
    expect(below.every((from) => from >= '2026-03-09' && from < '2026-05-01')).toBe(true);
  });
  it('has every point within its range, or beyond it on the side it tells', async () => {
    const { alarms, points } = await trend(`metric: TICKETS_OPENED, ${weeks}`, europe);
    expect(alarms.points.length).toBeGreaterThan(points.length - 5);
    for (const { value, low, high, expected, alarm } of alarms.points) {
      expect(expected).toBeGreaterThanOrEqual(low);
      expect(expected).toBeLessThanOrEqual(high);
      expect(alarm).toBe((value ?? 0) > high ? 'ABOVE' : (value ?? 0) < low ? 'BELOW' : null);
    }
  });
});

describe('a forecast', () => {
  it('goes on from the whole points of the trend', async () => {
    const { points, forecast } = await trend(
      'metric: MRR, grain: MONTH, period: { from: "2024-07-01", until: "2026-07-01" }',
      '{}',
      '(periods: 3, level: 0.8)',
    );
    expect([forecast.refusal, forecast.basedOn]).toEqual([null, 24]);
    expect(forecast.points.map((p) => [p.from, p.until])).toEqual([
      ['2026-07-01', '2026-08-01'],
      ['2026-08-01', '2026-09-01'],
      ['2026-09-01', '2026-10-01'],
    ]);
    const series = points.map((p) => p.value);
    const { points: wanted } = await foresee(series, 12, 3, 0.8);
    expect(forecast.points.map(({ value, low, high }) => ({ value, low, high }))).toEqual(wanted);
    const last = series.at(-1) ?? NaN;
    expect(Math.abs((forecast.points[0]?.value ?? NaN) / last - 1)).toBeLessThan(0.1);
  });
  it('leaves out units that the stretch cuts and units that are not over, and begins with the latter', async () => {
    const { points, forecast } = await trend(
      'metric: LOGINS, grain: MONTH, period: { from: "2025-06-15", until: "2026-07-20" }',
    );
    expect([points.length, forecast.basedOn]).toEqual([14, 12]);
    expect(points.at(-1)).toMatchObject({ from: '2026-07-01', complete: false });
    expect(forecast.points[0]?.from).toBe('2026-07-01');
    const cut = await trend('metric: LOGINS, grain: MONTH, period: { from: "2025-06-01", until: "2026-06-15" }');
    expect(cut.forecast.basedOn).toBe(12);
    expect(cut.forecast.points[0]?.from).toBe('2026-06-01');
  });
  it('knows the days of the week', async () => {
    const { forecast } = await trend(
      'metric: LOGINS, grain: DAY, period: { from: "2026-05-05", until: "2026-06-30" }',
      '{}',
      '(periods: 7)',
    );
    expect(forecast.season).toBe(7);
    const by = new Map(forecast.points.map((p) => [p.from, p.value ?? NaN]));
    // 4 and 5 July are a Saturday and a Sunday.
    const weekend = Math.max(by.get('2026-07-04') ?? NaN, by.get('2026-07-05') ?? NaN);
    expect(weekend).toBeLessThan(Math.min(by.get('2026-07-01') ?? NaN, by.get('2026-07-06') ?? NaN) / 2);
  });
  it('is not below 0 of what never was', async () => {
    const { forecast, points } = await trend(
      'metric: TRIALS, grain: WEEK, period: { last: { weeks: 30 } }',
      '{ industry: { eq: "Retail" } }',
    );
    expect(points.every((p) => (p.value ?? 0) >= 0)).toBe(true);
    expect(forecast.points.every((p) => p.low >= 0 && (p.value ?? -1) >= 0)).toBe(true);
  });
  it('is the same whatever becomes of empty points, as those are gaps or zeros but never left out', async () => {
    const args = 'metric: NPS, grain: WEEK, period: { from: "2025-09-01", until: "2026-06-29" }';
    const [nulls, none] = [
      await trend(`${args}, fill: NULL`, '{ country: { eq: "Italy" } }'),
      await trend(`${args}, fill: NONE`, '{ country: { eq: "Italy" } }'),
    ];
    expect(none.forecast).toEqual(nulls.forecast);
  });
});

describe('too little history', () => {
  it('has no forecast and no alarms, with the reason', async () => {
    const { forecast, alarms } = await trend('metric: MRR, grain: MONTH, period: { last: { months: 7 } }');
    expect(forecast).toMatchObject({ refusal: { code: 'TOO_FEW_POINTS' }, basedOn: 7, season: null, points: [] });
    expect(forecast.refusal?.message).toMatch(/^7 whole months .* 8 are needed/);
    expect(alarms).toEqual({ refusal: { code: 'TOO_FEW_POINTS' }, points: [], alarms: [] });
  });
  it('is that of a metric without a value anywhere, too', async () => {
    const { forecast } = await trend('metric: NPS, grain: MONTH, fill: NULL', '{ or: [] }');
    expect(forecast).toMatchObject({ refusal: { code: 'TOO_FEW_POINTS' }, basedOn: 0 });
  });
});

it.each([
  ['forecast(periods: 0) { basedOn }', 'periods'],
  ['forecast(periods: 400) { basedOn }', 'periods'],
  ['forecast(level: 1) { basedOn }', 'level'],
  ['alarms(level: 95) { level }', 'level'],
])('refuses %s', async (field, path) => {
  const { errors, ran } = await sample.ask(`{ preview { trend(metric: MRR) { ${field} } } }`);
  expect(errors?.[0]?.originalError).toMatchObject({ problems: [{ code: 'OUT_OF_RANGE', path: [path] }] });
  expect(ran).toEqual([]);
});
