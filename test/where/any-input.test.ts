import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeWhere,
  measureNames,
  modifiers,
  operators,
  readPeriod,
  readWhere,
} from '../../src/catalog/where/index.js';
import type { EntityName } from '../../src/query/where.js';
import { arbitraryWhere } from '../support/arbitrary-where.js';
import { catalogWithoutUsers, sampleCatalog } from '../support/catalog.js';
import { lookUp, read } from './ask.js';

const segments = {
  rich: { where: { mrr: { gt: 1000 } } },
  admins: { entity: 'user', where: { role: { eq: 'admin' } } },
} as const;
const segmentIds = { customer: ['rich'], user: ['admins'] } as const;
const entities = ['customer', 'user'] as const;

/** Words that mean something in a where, so that random JSON gets past the first line of defence. */
const words = [
  ...[
    'and',
    'or',
    'not',
    'mrr',
    'industry',
    'isPaying',
    'renewsOn',
    'tags',
    'ratings',
    'events',
    'supportTickets',
    'users',
  ],
  ...[
    'customer',
    'segment',
    'rank',
    'bucket',
    'ids',
    'where',
    'during',
    'column',
    'is',
    'some',
    'every',
    'none',
    'by',
    'top',
  ],
  ...[
    'bottom',
    'percentile',
    'of',
    'salt',
    'change',
    'over',
    'percent',
    'absolute',
    'min',
    'max',
    'from',
    'until',
    'last',
  ],
  ...[
    'asOf',
    'day',
    'days',
    'hours',
    'unit',
    'offset',
    'ago',
    'calendar',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ],
  ...[
    ...measureNames,
    ...[
      'retained',
      'entry',
      'return',
      'noneBefore',
      'cohorts',
      'grain',
      'windows',
      'times',
      'after',
      'rows',
      'moments',
    ],
    ...Object.values(operators).flatMap((table) => Object.keys(table)),
    ...Object.values(modifiers).flat(),
  ],
];
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    0,
    -1,
    1.5,
    1e308,
    NaN,
    -Infinity,
    '',
    'MRR',
    'MONTH',
    '2026-02-30',
    '2026-06-30',
    'rich',
    'loop',
  ),
  fc.string(),
  fc.integer(),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ maxDepth: 6, depthSize: 'small' }, scalar, tie('list'), tie('record')),
  list: fc.array(tie('json'), { maxLength: 4 }),
  record: fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...words), fc.string()), tie('json')), { maxLength: 4 })
    .map((fields) => {
      // as JSON.parse does it: __proto__ becomes a field of its own
      const out = {};
      for (const [key, value] of fields)
        Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
      return out;
    }),
}));

describe('whatever is given', () => {
  const loop = { where: { segment: { in: ['loop'] } } };

  it('a where is read without throwing, and every problem has a path of its own input', () => {
    fc.assert(
      fc.property(
        json,
        fc.constantFrom(...entities),
        fc.constantFrom(sampleCatalog, catalogWithoutUsers),
        (input, entity, catalog) => {
          const context = {
            catalog,
            segment: lookUp({ ...segments, loop, broken: { where: input } }),
            path: ['where'],
          };
          const { where, problems } = readWhere(input, entity, context);
          expect(typeof describeWhere(where, catalog, entity)).toBe('string');
          for (const { path, message } of problems) {
            expect(path[0]).toBe('where');
            expect(message).not.toContain('undefined');
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('a broken segment is told and not thrown', () => {
    fc.assert(
      fc.property(json, (input) => {
        const { problems } = read({ segment: { in: ['broken'] } }, 'customer', {
          ...segments,
          loop,
          broken: { where: input },
        });
        expect(problems.length).toBe(problems.filter((p) => p.path.join('.') === 'segment.in.0').length);
      }),
      { numRuns: 500 },
    );
  });

  it('a period is read without throwing, and is there exactly where there is no problem', () => {
    fc.assert(
      fc.property(json, (input) => {
        const { value, problems } = readPeriod(input, { asOf: '2026-06-30', weekStart: 'monday' });
        expect(value === undefined).toBe(problems.length > 0);
        if (value) expect(value.from < value.until).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['lists', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['negations', '{"not":'.repeat(50_000) + '{}' + '}'.repeat(50_000)],
    ['users and customers', '{"users":{"some":{"customer":'.repeat(20_000) + '{}' + '}}}'.repeat(20_000)],
    ['days', '{"asOf":{"ago":{"days":1},"where":'.repeat(20_000) + '{}' + '}}'.repeat(20_000)],
    ['values', `{"mrr":{"eq":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`],
  ])('endless %s are a problem like any other', (_, text) => {
    const { problems } = read(JSON.parse(text));
    expect(problems).toHaveLength(1);
  });
});

describe('every valid where', () => {
  const asked = (entity: EntityName) =>
    arbitraryWhere(sampleCatalog, entity, { segments: segmentIds, otherDays: true, activity: true });

  it.each(entities)('of a %s is read without a problem and told in a sentence', (entity) => {
    fc.assert(
      fc.property(asked(entity), (input) => {
        const { where, problems } = read(input, entity, segments);
        expect(problems).toEqual([]);
        expect(describeWhere(where, sampleCatalog, entity)).not.toMatch(/undefined|null|NaN|\[object|\s\s|^$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is a problem-free tree of plain data', () => {
    fc.assert(
      fc.property(asked('customer'), (input) => {
        const { where } = read(input, 'customer', segments);
        expect(JSON.parse(JSON.stringify(where))).toEqual(where);
      }),
      { numRuns: 200 },
    );
  });

  it('needs no users where a model has none', () => {
    fc.assert(
      fc.property(arbitraryWhere(catalogWithoutUsers, 'customer'), (input) => {
        expect(read(input, 'customer', {}, catalogWithoutUsers).problems).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is drawn with every operator, measure and kind of condition', () => {
    const seen = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('kind' in value) seen.add(`kind ${String(value.kind)}`);
      if ('op' in value) seen.add(`op ${String(value.op)}`);
      if ('of' in value && 'tests' in value) seen.add(`of ${String(value.of)}`);
      if ('quantifier' in value) seen.add(`users ${String(value.quantifier)}`);
      if ('ignoreCase' in value) seen.add('ignoreCase');
      if ('ago' in value) seen.add('ago');
      Object.values(value).forEach(visit);
    };
    for (const entity of entities)
      for (const input of fc.sample(asked(entity), { numRuns: 2_000, seed: 1 }))
        visit(read(input, entity, segments).where);
    const ops =
      'eq ne in notIn contains startsWith endsWith gt gte lt lte between isNull on before after days has hasAny hasAll isEmpty';
    const kinds =
      'asOf and or not attribute change fact users userCount customer segment membership valueMoved rank bucket ids column last next range calendar moments top bottom percentile retained';
    const expected = [
      ...ops.split(' ').map((op) => `op ${op}`),
      ...kinds.split(' ').map((kind) => `kind ${kind}`),
      ...measureNames.map((of) => `of ${of}`),
      ...['users some', 'users every', 'users none', 'ignoreCase', 'ago'],
    ];
    expect([...seen].toSorted()).toEqual(expected.toSorted());
  });
});
