import { describe, expect, test } from 'vitest';
import { openSmall, scored, scores, smallFiles } from './small.js';

const same = 'scale: [[0, 0], [100, 100]]';
const three = (policy: string): string => `
${policy}
profiles:
  everybody:
    components:
      first: { attribute: a, weight: 20, ${same} }
      second: { attribute: b, weight: 15, ${same} }
      third: { attribute: c, weight: 22, ${same} }
`;

test('weights 20, 15 and 22 with scores 47, 59 and 21 come to 40.12', async () => {
  const { x } = await scored(
    [{ id: 'x', a: 47, b: 59, c: 21 }],
    three('model: weighted'),
    'healthScore healthBand healthCoverage healthProfile healthFirst healthSecond healthThird',
  );
  expect(Number((x?.['healthScore'] as number).toFixed(2))).toBe(40.12);
  expect(x).toEqual({
    healthScore: (20 * 47 + 15 * 59 + 22 * 21) / 57,
    healthBand: 'average',
    healthCoverage: 1,
    healthProfile: 'everybody',
    healthFirst: 47,
    healthSecond: 59,
    healthThird: 21,
  });
});

describe('what is missing', () => {
  const customers = [
    { id: 'all', a: 40, b: 60, c: 20 },
    { id: 'two', a: null, b: 60, c: 20 }, // 37 of 57
    { id: 'one', a: null, b: null, c: 20 }, // 22 of 57: below a half
    { id: 'none' },
  ];
  const fields = 'healthScore healthBand healthCoverage';

  test('is left out of the weights, down to the coverage floor', async () => {
    expect(await scored(customers, three('missing: exclude'), fields)).toEqual({
      all: { healthScore: (20 * 40 + 15 * 60 + 22 * 20) / 57, healthBand: 'poor', healthCoverage: 1 },
      two: { healthScore: (15 * 60 + 22 * 20) / 37, healthBand: 'poor', healthCoverage: 37 / 57 },
      one: { healthScore: null, healthBand: 'UNKNOWN', healthCoverage: 22 / 57 },
      none: { healthScore: null, healthBand: 'UNKNOWN', healthCoverage: 0 },
    });
  });
  test('counts as a score where the policy says one, and is still no coverage', async () => {
    expect(await scored(customers, three('missing: score 90'), `${fields} healthFirst`)).toMatchObject({
      all: { healthFirst: 40 },
      two: { healthScore: (20 * 90 + 15 * 60 + 22 * 20) / 57, healthCoverage: 37 / 57, healthFirst: 90 },
      one: { healthScore: null, healthBand: 'UNKNOWN', healthCoverage: 22 / 57, healthFirst: 90 },
    });
  });
  test('may be as much as the floor allows, the floor included', async () => {
    const half = `profiles: { all: { components: {
      x: { attribute: a, weight: 1, ${same} }, y: { attribute: b, weight: 1, ${same} } } } }`;
    const one = [{ id: 'one', a: 80 }];
    expect(await scored(one, half, fields)).toEqual({
      one: { healthScore: 80, healthBand: 'good', healthCoverage: 0.5 },
    });
    expect((await scored(one, `coverage: 0.51\n${half}`, fields))['one']).toMatchObject({ healthScore: null });
    expect(await scored([{ id: 'none' }], `coverage: 0\n${half}`, fields)).toEqual({
      none: { healthScore: null, healthBand: 'UNKNOWN', healthCoverage: 0 },
    });
  });
});

test('worst_of takes the poorest component that is there', async () => {
  const got = await scored(
    [
      { id: 'all', a: 40, b: 60, c: 20 },
      { id: 'two', a: 40, b: 60 },
      { id: 'one', b: 60 },
    ],
    three('model: worst_of'),
    'healthScore healthCoverage',
  );
  expect(got).toEqual({
    all: { healthScore: 20, healthCoverage: 1 },
    two: { healthScore: 40, healthCoverage: 35 / 57 },
    one: { healthScore: null, healthCoverage: 15 / 57 },
  });
});

describe('scales', () => {
  const by = (scale: string, attribute = 'a'): string =>
    `coverage: 0\nprofiles: { all: { components: { x: { attribute: ${attribute}, ${scale} } } } }`;
  const at = (values: readonly number[]) => values.map((a, i) => ({ id: String(i), a }));
  const listed = async (values: readonly number[], scale: string): Promise<readonly unknown[]> => {
    const got = await scored(at(values), by(scale), 'healthX');
    return values.map((_, i) => got[String(i)]?.['healthX']);
  };

  test('run straight between points and stay level beyond them', async () => {
    const values = [-1, 0, 0.25, 0.5, 0.6, 0.9, 1, 7];
    const wanted = [0, 0, 30, 60, 70, 100, 100, 100];
    const got = await listed(values, 'scale: [[0, 0], [0.5, 60], [0.9, 100]]');
    got.forEach((score, i) => {
      expect(score).toBeCloseTo(wanted[i] ?? 0, 12);
    });
    expect([got[1], got[3], got[5]]).toEqual([0, 60, 100]);
  });
  test('may fall', async () => {
    expect(await listed([-5, 0, 10, 20], 'scale: [[-5, 100], [15, 0]]')).toEqual([100, 75, 25, 0]);
  });
  test('step at the lower end of each band', async () => {
    expect(
      await listed(
        [-9, 0.999, 1, 4.999, 5, 99],
        'bands: [{ below: 1, score: 10 }, { below: 5, score: 50 }, { score: 90 }]',
      ),
    ).toEqual([10, 10, 50, 50, 90, 90]);
  });
  test('give a text a score each, and one that is not listed none', async () => {
    const customers = ['good', "it's", 'other', null].map((kind, i) => ({
      id: String(i),
      kind: kind?.replace("'", "''") ?? null,
    }));
    const got = await scored(customers, by(`values: { good: 90, "it's": 30 }`, 'kind'), 'healthX healthCoverage');
    expect(Object.values(got)).toEqual([
      { healthX: 90, healthCoverage: 1 },
      { healthX: 30, healthCoverage: 1 },
      { healthX: null, healthCoverage: 0 },
      { healthX: null, healthCoverage: 0 },
    ]);
  });
  test('give true and false a score each', async () => {
    const customers = [true, false, null].map((isVip, i) => ({ id: String(i), isVip }));
    const got = await scored(customers, by('values: { true: 80, false: 5 }', 'is_vip'), 'healthX');
    expect(Object.values(got).map((s) => s['healthX'])).toEqual([80, 5, null]);
  });
});

test('bands begin at their score and end before the next, by default at 70 and 40', async () => {
  const values = [100, 70, 69.999999, 40, 39.999999, 0];
  const customers = values.map((a, i) => ({ id: String(i), a }));
  const by = (bands: string): string => `${bands}\nprofiles: { all: { components: { x: { attribute: a, ${same} } } } }`;
  const usual = await scored(customers, by(''), 'healthBand');
  expect(Object.values(usual).map((s) => s['healthBand'])).toEqual([
    'good',
    'good',
    'average',
    'average',
    'poor',
    'poor',
  ]);
  const own = await scored(customers, by('bands: { red: 0, amber: 40, green: 80 }'), 'healthBand');
  expect(Object.values(own).map((s) => s['healthBand'])).toEqual(['green', 'amber', 'amber', 'amber', 'red', 'red']);
});

test('a value older than its max_age is missing; as old as that it is not', async () => {
  const health = `coverage: 0
profiles: { all: { components: { x: { attribute: a, ${same}, max_age: 30 days, date: measured_on } } } }`;
  const days = ['2026-06-30', '2026-05-31', '2026-05-30', null, '2026-07-20'];
  const customers = days.map((measuredOn, i) => ({ id: String(i), a: 50, measuredOn }));
  const open = await openSmall(smallFiles(customers, health));
  const list = async (asOf: string) =>
    Object.values(await scores(open, 'healthX healthCoverage', asOf)).map((s) => s['healthX']);
  expect(await list('2026-06-30')).toEqual([50, 50, null, null, 50]);
  expect(await list('2026-06-29')).toEqual([50, 50, 50, null, 50]);
  await open.close();
});

describe('profiles', () => {
  const health = `
profiles:
  vip: { where: { isVip: { eq: true } }, model: worst_of, components: { x: { attribute: a, ${same} }, y: { attribute: b, ${same} } } }
  big: { where: { b: { gte: 50 } }, missing: score 100, coverage: 0.3, components: { y: { attribute: b, weight: 1, ${same} }, z: { attribute: c, weight: 2, ${same} } } }
  rest: { where: { kind: { ne: prospect } }, components: { x: { attribute: a, scale: [[0, 100], [100, 0]] } } }
`;
  test('are tried in order; the first that holds scores, and none scores nobody', async () => {
    const got = await scored(
      [
        { id: 'vip', a: 30, b: 60, isVip: true },
        { id: 'big', a: 30, b: 60, c: null },
        { id: 'rest', a: 30, b: 40 },
        { id: 'prospect', a: 30, b: 40, kind: 'prospect' },
      ],
      health,
      'healthProfile healthScore healthBand healthCoverage healthX healthY healthZ',
    );
    expect(got).toEqual({
      vip: {
        healthProfile: 'vip',
        healthScore: 30,
        healthBand: 'poor',
        healthCoverage: 1,
        healthX: 30,
        healthY: 60,
        healthZ: null,
      },
      big: {
        healthProfile: 'big',
        healthScore: 260 / 3,
        healthBand: 'good',
        healthCoverage: 1 / 3,
        healthX: null,
        healthY: 60,
        healthZ: 100,
      },
      rest: {
        healthProfile: 'rest',
        healthScore: 70,
        healthBand: 'good',
        healthCoverage: 1,
        healthX: 70,
        healthY: null,
        healthZ: null,
      },
      prospect: {
        healthProfile: null,
        healthScore: null,
        healthBand: null,
        healthCoverage: null,
        healthX: null,
        healthY: null,
        healthZ: null,
      },
    });
  });
});

test('the change over 30 days is the score less that of 30 days before, as of any day', async () => {
  const health = `profiles: { all: { components: { x: { attribute: reading, ${same} } } } }`;
  const readings = [
    { id: 'x', on: '2026-06-30', value: 80 },
    { id: 'x', on: '2026-05-31', value: 55 },
    { id: 'x', on: '2026-05-01', value: 90 },
    { id: 'y', on: '2026-06-30', value: 10 },
  ];
  const open = await openSmall(smallFiles([{ id: 'x' }, { id: 'y' }], health, readings));
  expect(await scores(open, 'healthScore healthScoreChange30d')).toEqual({
    x: { healthScore: 80, healthScoreChange30d: 25 },
    y: { healthScore: 10, healthScoreChange30d: null },
  });
  expect((await scores(open, 'healthScoreChange30d', '2026-05-31'))['x']).toEqual({ healthScoreChange30d: -35 });
  const { data } = await open.ask(
    `{ fell: preview(where: { healthScoreChange30d: { lt: 0 } }) { then: size(asOf: "2026-05-31") now: size }
       tested: preview(where: { healthScore: { change: { over: { days: 30 }, absolute: { gt: 20 } } } }) { size } }`,
  );
  expect(data).toEqual({ fell: { then: 1, now: 0 }, tested: { size: 1 } });
  await open.close();
});
