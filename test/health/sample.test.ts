import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { home, openRelations, rows } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { scores } from './small.js';

const byHand = readFileSync(join(import.meta.dirname, 'sample.by-hand.sql'), 'utf8');
const days = ['2026-06-30', '2026-05-31', '2026-03-29', '2025-01-15'];

type Relations = Awaited<ReturnType<typeof openRelations>>;
interface HandScore {
  readonly id: string;
  readonly profile: string | null;
  readonly score: number | null;
  readonly band: string | null;
  readonly adoption: number | null;
  readonly voice: number | null;
  readonly support: number | null;
}

const near = (got: unknown, wanted: number | null): unknown =>
  typeof got === 'number' && wanted !== null && Math.abs(got - wanted) < 1e-9 ? wanted : got;

describe('the sample’s health, by hand and by the product', () => {
  let relations: Relations;
  let open: OpenWorkspace;
  beforeAll(async () => {
    [relations, open] = await Promise.all([openRelations(home), openWorkspace(home)]);
  }, 60_000);
  afterAll(() => open.close());

  const known = new Map<string, Promise<readonly HandScore[]>>();
  const handScores = (day: string): Promise<readonly HandScore[]> => {
    const found =
      known.get(day) ?? rows(relations, byHand.replaceAll('$day', day)).then((r) => r as unknown as HandScore[]);
    known.set(day, found);
    return found;
  };

  test.each(days)('agree for every customer as of %s', async (day) => {
    const wanted = await handScores(day);
    const got = await scores(
      open,
      'healthProfile healthScore healthBand healthAdoption healthVoice healthSupport',
      day,
    );
    expect(Object.keys(got)).toHaveLength(wanted.length);
    expect(wanted.filter((w) => w.score !== null).length).toBeGreaterThan(100);
    for (const w of wanted) {
      const g = got[w.id];
      expect({
        id: w.id,
        profile: g?.['healthProfile'],
        score: near(g?.['healthScore'], w.score),
        band: g?.['healthBand'],
        adoption: near(g?.['healthAdoption'], w.adoption),
        voice: near(g?.['healthVoice'], w.voice),
        support: near(g?.['healthSupport'], w.support),
      }).toEqual(w);
    }
  });

  test('the change over 30 days is the difference of two days by hand', async () => {
    const [now, then] = await Promise.all([handScores('2026-06-30'), handScores('2026-05-31')]);
    const got = await scores(open, 'healthScoreChange30d');
    const before = new Map(then.map((s) => [s.id, s.score]));
    for (const { id, score } of now) {
      const earlier = before.get(id) ?? null;
      const wanted = score === null || earlier === null ? null : score - earlier;
      expect([id, near(got[id]?.['healthScoreChange30d'], wanted)]).toEqual([id, wanted]);
    }
  });

  test('mean health, a trend, a breakdown and a filter say the same', async () => {
    const hand = await handScores('2026-05-31');
    const numbers = hand.flatMap((s) => (s.score === null ? [] : [s.score]));
    const poor = hand.filter((s) => s.band === 'poor');
    const { data, errors } = await open.ask(`{
      preview {
        metrics(names: [MEAN_HEALTH, POOR_HEALTH_CUSTOMERS], period: { from: "2026-05-01", until: "2026-06-01" }) { value }
        trend(metric: MEAN_HEALTH, period: { from: "2026-05-01", until: "2026-06-01" }) { points { value } }
        breakdown(by: [HEALTH_BAND], period: { from: "2026-05-01", until: "2026-06-01" }) { rows }
      }
      poor: preview(where: { healthBand: { eq: "poor" } }) { size(asOf: "2026-05-31") }
      low: preview(where: { healthScore: { lt: 40 } }) { size(asOf: "2026-05-31") }
    }`);
    expect(errors).toBeUndefined();
    const {
      preview,
      poor: filtered,
      low,
    } = data as {
      preview: {
        metrics: readonly { value: number }[];
        trend: { points: readonly { value: number }[] };
        breakdown: { rows: readonly (readonly [string | null, number])[] };
      };
      poor: { size: number };
      low: { size: number };
    };
    const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
    expect(preview.metrics[0]?.value).toBeCloseTo(mean, 9);
    expect(preview.trend.points[0]?.value).toBeCloseTo(mean, 9);
    expect([preview.metrics[1]?.value, filtered.size, low.size]).toEqual([poor.length, poor.length, poor.length]);
    const counts = new Map<string | null, number>();
    for (const { band } of hand) counts.set(band, (counts.get(band) ?? 0) + 1);
    expect(new Map(preview.breakdown.rows)).toEqual(counts);
  });
});
