import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asYml, healthOf, type Part, type Profile } from './evaluate.js';
import { openSmall, scores, smallFiles, type Small } from './small.js';

const asOf = '2026-06-30';
const number = fc.integer({ min: -40, max: 40 }).map((n) => n / 4);
const score = fc.integer({ min: 0, max: 200 }).map((n) => n / 2);
const ascending = (min: number) =>
  fc.uniqueArray(number, { minLength: min, maxLength: 4 }).map((values) => values.sort((a, b) => a - b));

const scale = ascending(2).chain((xs) =>
  fc.tuple(...xs.map(() => score)).map((ys) => ({ scale: xs.map((x, i): [number, number] => [x, ys[i] ?? 0]) })),
);
const bands = ascending(0).chain((xs) =>
  fc.tuple(...[...xs, 0].map(() => score)).map((ys) => ({
    bands: ys.map((y, i) => ({ score: y, ...(i < xs.length ? { below: xs[i] ?? 0 } : {}) })),
  })),
);
const part = fc
  .record({
    name: fc.constantFrom('one', 'two', 'three'),
    column: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
    weight: fc.integer({ min: 1, max: 40 }).map((n) => n / 4),
    by: fc.oneof(scale, bands),
    age: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  })
  .map(({ by, age, ...rest }): Part => ({ ...rest, ...by, ...(age === undefined ? {} : { maxAge: age }) }));

const profile = fc.record({
  model: fc.constantFrom('weighted' as const, 'worst_of' as const),
  missing: fc.oneof(fc.constant('exclude' as const), score),
  coverage: fc.constantFrom(0, 0.25, 0.5, 1),
  parts: fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: (p) => p.name }),
});
const profiles = fc
  .tuple(profile, profile, fc.option(profile, { nil: undefined }))
  .map(([small, big, rest]): readonly Profile[] => [
    { name: 'small', kind: 's', ...small },
    { name: 'big', kind: 'b', ...big },
    ...(rest ? [{ name: 'rest', ...rest }] : []),
  ]);

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 3, nil: null });
const customer = fc.record({
  a: maybe(number),
  b: maybe(number),
  c: maybe(number),
  kind: maybe(fc.constantFrom('s', 'b', 'other')),
  measuredOn: maybe(
    fc.integer({ min: 0, max: 45 }).map((n) => new Date(Date.UTC(2026, 5, 30 - n)).toISOString().slice(0, 10)),
  ),
});
const customers = fc
  .array(customer, { minLength: 20, maxLength: 40 })
  .map((list): readonly Small[] => list.map((c, i) => ({ id: String(i), ...c })));

test('any health model scores any customers as one by one by hand', async () => {
  await fc.assert(
    fc.asyncProperty(profiles, customers, async (model, people) => {
      const open = await openSmall(smallFiles(people, asYml(model)));
      const got = await scores(open, 'healthProfile healthScore healthCoverage healthBand', asOf);
      await open.close();
      for (const person of people) {
        const wanted = healthOf(person, model, asOf);
        const g = got[person.id] ?? {};
        const close = (value: unknown, to: number | null): unknown =>
          typeof value === 'number' && to !== null && Math.abs(value - to) < 1e-9 ? to : value;
        expect({
          profile: g['healthProfile'],
          score: close(g['healthScore'], wanted.score),
          coverage: close(g['healthCoverage'], wanted.coverage),
          band: wanted.score !== null && nearBand(wanted.score) ? wanted.band : g['healthBand'],
        }).toEqual(wanted);
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

/** Where the last digit of a double decides on the band, either is right. */
const nearBand = (value: number): boolean => [40, 70].some((from) => value !== from && Math.abs(value - from) < 1e-9);
