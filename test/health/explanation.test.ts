import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { home, openRelations, rows } from '../sample/relations.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import { openSmall, smallFiles, type Small } from './small.js';

interface Told {
  readonly score: number | null;
  readonly band: string | null;
  readonly coverage: number | null;
  readonly change30d: number | null;
  readonly profile: { readonly name: string } | null;
  readonly tried: readonly {
    readonly profile: { readonly name: string };
    readonly holds: boolean;
    readonly explanation: { readonly holds: boolean } | null;
  }[];
  readonly components: readonly {
    readonly component: { readonly name: string; readonly weight: number };
    readonly value: unknown;
    readonly date: string | null;
    readonly status: string;
    readonly score: number | null;
    readonly share: number;
    readonly contribution: number | null;
  }[];
}

const fields = `explainHealth { score band coverage change30d profile { name }
  tried { profile { name } holds explanation { holds } }
  components { component { name weight } value date status score share contribution } }`;

async function told(open: OpenWorkspace, day: string, where = '{}'): Promise<ReadonlyMap<string, Told>> {
  const { data, errors } = await open.ask(
    `{ preview(where: ${where}) { customers(first: 1000, asOf: "${day}") { nodes { id ${fields} } } } }`,
  );
  expect(errors).toBeUndefined();
  const { nodes } = (data as { preview: { customers: { nodes: readonly { id: string; explainHealth: Told }[] } } })
    .preview.customers;
  return new Map(nodes.map(({ id, explainHealth }) => [id, explainHealth]));
}

async function toldOf(customers: readonly Small[], health: string): Promise<ReadonlyMap<string, Told>> {
  const open = await openSmall(smallFiles(customers, health));
  try {
    return await told(open, '2026-06-30');
  } finally {
    await open.close();
  }
}

/** Status, score, share and contribution of each component. */
const parts = (of: Told | undefined) => of?.components.map((c) => [c.status, c.score, c.share, c.contribution]);

const same = 'scale: [[0, 0], [100, 100]]';
const components = (model: string): string => `
${model}
profiles:
  vip:
    where: { isVip: { eq: true } }
    components: { only: { attribute: a, weight: 1, ${same} } }
  others:
    where: { isVip: { eq: false } }
    components:
      first: { attribute: a, weight: 20, ${same} }
      second: { attribute: b, weight: 15, ${same}, date: measured_on, max_age: 30 days }
      third: { attribute: kind, weight: 15, values: { high: 80, low: 20 } }
`;
const customers: readonly Small[] = [
  { id: 'all', a: 50, b: 60, kind: 'low', isVip: false, measuredOn: '2026-05-31' },
  { id: 'old', a: 50, b: 60, kind: 'low', isVip: false, measuredOn: '2026-05-30' },
  { id: 'undated', a: 50, b: 60, kind: 'low', isVip: false },
  { id: 'unlisted', a: 50, b: 60, kind: 'medium', isVip: false, measuredOn: '2026-06-30' },
  { id: 'little', b: 60, isVip: false, measuredOn: '2026-06-30' },
  { id: 'vip', a: 90, isVip: true },
  { id: 'nobody', a: 90 },
];

test('weights × scores add up to the score; what is missing, too old or not listed is told as such', async () => {
  const got = await toldOf(customers, components('missing: exclude'));
  expect(parts(got.get('all'))).toEqual([
    ['PRESENT', 50, 0.4, 20],
    ['PRESENT', 60, 0.3, 18],
    ['PRESENT', 20, 0.3, 6],
  ]);
  expect(got.get('all')).toMatchObject({ score: 44, band: 'average', coverage: 1, change30d: 0 });
  for (const id of ['old', 'undated'])
    expect([got.get(id)?.components[1]?.date, parts(got.get(id))]).toEqual([
      id === 'old' ? '2026-05-30' : null,
      [
        ['PRESENT', 50, 20 / 35, 1000 / 35],
        ['TOO_OLD', null, 0, null],
        ['PRESENT', 20, 15 / 35, 300 / 35],
      ],
    ]);
  expect(got.get('old')).toMatchObject({ score: 1300 / 35, coverage: 0.7 });
  expect(parts(got.get('unlisted'))?.[2]).toEqual(['MISSING', null, 0, null]);
  expect(got.get('unlisted')?.components[2]?.value).toBe('medium');
});

test('below the coverage floor the components are told, and none contributes', async () => {
  const got = (await toldOf(customers, components('missing: exclude'))).get('little');
  expect(got).toMatchObject({ score: null, band: 'UNKNOWN', coverage: 0.3 });
  expect(got?.components.map((c) => [c.status, c.score, c.contribution])).toEqual([
    ['MISSING', null, null],
    ['PRESENT', 60, null],
    ['MISSING', null, null],
  ]);
});

test('a score for what is missing contributes, and is still told as missing', async () => {
  const got = await toldOf(customers, components('missing: score 10'));
  expect(parts(got.get('old'))).toEqual([
    ['PRESENT', 50, 0.4, 20],
    ['TOO_OLD', 10, 0.3, 3],
    ['PRESENT', 20, 0.3, 6],
  ]);
  expect(got.get('old')).toMatchObject({ score: 29, coverage: 0.7 });
});

test('of the poorest of several components one alone contributes', async () => {
  const got = await toldOf(customers, components('model: worst_of'));
  expect(parts(got.get('all'))).toEqual([
    ['PRESENT', 50, 0, 0],
    ['PRESENT', 60, 0, 0],
    ['PRESENT', 20, 1, 20],
  ]);
  expect(got.get('all')?.score).toBe(20);
});

test('profiles are tried in order up to the one that fits; where none does there is nothing to add up', async () => {
  const got = await toldOf(customers, components('missing: exclude'));
  const tried = (id: string) => got.get(id)?.tried.map((t) => [t.profile.name, t.holds, t.explanation?.holds]);
  expect(tried('vip')).toEqual([['vip', true, true]]);
  expect(tried('all')).toEqual([
    ['vip', false, false],
    ['others', true, true],
  ]);
  expect(tried('nobody')).toEqual([
    ['vip', false, false],
    ['others', false, false],
  ]);
  expect(got.get('nobody')).toMatchObject({ profile: null, score: null, band: null, coverage: null, components: [] });
});

test('without a health.yml there is no explanation', async () => {
  const open = await openSmall(smallFiles([{ id: 'x' }], null));
  const { data } = await open.ask('{ customer(id: "x") { explainHealth { score } } }');
  await open.close();
  expect(data).toEqual({ customer: { explainHealth: null } });
});

test('the sample’s poor customers are explained by what hand-written SQL finds of each component', async () => {
  const byHand = readFileSync(join(import.meta.dirname, 'sample.by-hand.sql'), 'utf8');
  const [relations, open] = await Promise.all([openRelations(home), openWorkspace(home)]);
  const day = '2026-05-31';
  const untilParts = byHand.slice(0, byHand.lastIndexOf('select\n  f.customer_id as id')).replaceAll('$day', day);
  const wanted = await rows(relations, `${untilParts} select customer_id, part, weight, score from parts`);
  const got = await told(open, day, '{healthBand: {eq: "poor"}}');
  await open.close();
  relations.closeSync();

  expect(got.size).toBeGreaterThan(10);
  for (const [id, { components: found, score, profile }] of got) {
    const own = wanted.filter((w) => w['customer_id'] === id);
    expect([id, found.map((c) => [c.component.name, c.component.weight])]).toEqual([
      id,
      own.map((w) => [w['part'], w['weight']]),
    ]);
    const known = own.filter((w) => w['score'] !== null);
    const weight = known.reduce((sum, w) => sum + Number(w['weight']), 0);
    own.forEach((w, i) => {
      const part = found[i];
      if (w['score'] === null)
        expect([id, part?.score, part?.status, part?.contribution]).toEqual([id, null, 'MISSING', null]);
      else {
        expect(part?.score).toBeCloseTo(Number(w['score']), 9);
        if (profile?.name !== 'onboarding')
          expect(part?.contribution).toBeCloseTo((Number(w['weight']) * Number(w['score'])) / weight, 9);
      }
    });
    expect(found.reduce((sum, c) => sum + (c.contribution ?? 0), 0)).toBeCloseTo(score ?? Number.NaN, 9);
  }
});
