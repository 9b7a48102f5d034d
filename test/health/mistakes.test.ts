import { describe, expect, test } from 'vitest';
import { edited, problemsOf, soundModel, type Files } from '../catalog/model-files.js';

const file = 'sql/health.yml';
const health = (text: string): Files => ({ [file]: text });
/** One profile for everybody with one component. */
const one = (component: string, profile = ''): Files =>
  health(`profiles: { all: { ${profile} components: { x: { ${component} } } } }`);
const line = 'scale: [[0, 0], [10, 100]]';

async function told(changes: Files): Promise<readonly string[]> {
  const problems = await problemsOf(changes);
  return problems.map(
    (p) =>
      `${String(p.file)} ${p.path.join('.')} ${p.code}${p.suggestions.length > 0 ? ` (${p.suggestions.join(', ')})` : ''}`,
  );
}

describe('health.yml', () => {
  test('is told what is wrong with it, all at once', async () => {
    expect(
      await told(
        health(`
coverage: 2
missing: guess
bands: { good: 70, fine: 70, UNKNOWN: 10 }
proflies: {}
profiles:
  all:
    modle: weighted
    components:
      x: { atribute: mrr, weight: 0, scale: [[0, 0], [10, 101]] }
`),
      ),
    ).toEqual([
      `${file} missing WRONG_VALUE`,
      `${file} coverage WRONG_VALUE`,
      `${file} profiles.all.components.x.attribute MISSING_KEY`,
      `${file} profiles.all.components.x.weight WRONG_VALUE`,
      `${file} profiles.all.components.x.scale.1.1 WRONG_VALUE`,
      `${file} profiles.all.components.x.atribute UNKNOWN_KEY (attribute)`,
      `${file} profiles.all.modle UNKNOWN_KEY (model)`,
      `${file} proflies UNKNOWN_KEY (profiles)`,
      `${file} bands.fine WRONG_VALUE`,
      `${file} bands WRONG_VALUE`,
      `${file} bands.UNKNOWN RESERVED_NAME`,
    ]);
  });
  test('needs sound bands', async () => {
    const bands = (text: string) =>
      told(health(`bands: ${text}\nprofiles: { all: { components: { x: { attribute: mrr, ${line} } } } }`));
    expect(await bands('{ good: 70, fine: 70, poor: 0 }')).toEqual([`${file} bands.fine WRONG_VALUE`]);
    expect(await bands('{ good: 70, poor: 1 }')).toEqual([`${file} bands WRONG_VALUE`]);
    expect(await bands('{ good: 70, UNKNOWN: 0 }')).toEqual([`${file} bands.UNKNOWN RESERVED_NAME`]);
  });
  test('needs a profile, a component, sound names and a where for all but the last', async () => {
    expect(await told(health('profiles: {}'))).toEqual([`${file} profiles MISSING_KEY`]);
    expect(await told(health('profiles: { all: { components: {} } }'))).toEqual([
      `${file} profiles.all.components MISSING_KEY`,
    ]);
    expect(
      await told(
        health(
          `profiles: { All: { components: { Score: { attribute: mrr, ${line} }, score: { attribute: mrr, ${line} } } } }`,
        ),
      ),
    ).toEqual([
      `${file} profiles.All BAD_NAME`,
      `${file} profiles.All.components.Score BAD_NAME`,
      `${file} profiles.All.components.score RESERVED_NAME`,
    ]);
    const component = `components: { x: { attribute: mrr, ${line} } }`;
    expect(await told(health(`profiles: { all: { ${component} }, never: { ${component} } }`))).toEqual([
      `${file} profiles.all.where MISSING_KEY`,
    ]);
  });
  test('scores attributes that are there, by a scale that fits them', async () => {
    const at = (key: string, rest: string): string =>
      `${file} profiles.all.components.x${key === '' ? '' : `.${key}`} ${rest}`;
    expect(await told(one(`attribute: mrrr, ${line}`))).toEqual([at('attribute', 'UNKNOWN_COLUMN (mrr)')]);
    expect(await told(one(`attribute: industry, ${line}`))).toEqual([at('scale', 'WRONG_TYPE')]);
    expect(await told(one('attribute: mrr, values: { a: 1 }'))).toEqual([at('values', 'WRONG_TYPE')]);
    expect(await told(one('attribute: is_paying, values: { yes: 1 }'))).toEqual([at('values.yes', 'WRONG_VALUE')]);
    expect(await told(one('attribute: mrr'))).toEqual([at('', 'MISSING_KEY')]);
    expect(await told(one(`attribute: mrr, ${line}, bands: [{ score: 1 }]`))).toEqual([
      at('bands', 'CONFLICTING_KEYS'),
    ]);
    expect(await told(one('attribute: mrr, scale: [[5, 0], [5, 100]]'))).toEqual([at('scale.1', 'WRONG_VALUE')]);
    expect(await told(one('attribute: mrr, bands: [{ below: 5, score: 0 }]'))).toEqual([at('bands', 'WRONG_VALUE')]);
    expect(
      await told(one('attribute: mrr, bands: [{ below: 5, score: 0 }, { below: 3, score: 5 }, { score: 100 }]')),
    ).toEqual([at('bands.1', 'WRONG_VALUE')]);
    expect(await told(one('attribute: industry, values: {}'))).toEqual([at('values', 'MISSING_KEY')]);
  });
  test('tells ages by dates', async () => {
    const at = (key: string, rest: string): string => `${file} profiles.all.components.x.${key} ${rest}`;
    expect(await told(one(`attribute: mrr, ${line}, max_age: 30 days`))).toEqual([at('date', 'MISSING_KEY')]);
    expect(await told(one(`attribute: mrr, ${line}, date: created_on`))).toEqual([at('max_age', 'MISSING_KEY')]);
    expect(await told(one(`attribute: mrr, ${line}, max_age: 3 hours, date: created_on`))).toEqual([
      at('max_age', 'BAD_DURATION'),
    ]);
    expect(await told(one(`attribute: mrr, ${line}, max_age: 30 days, date: industry`))).toEqual([
      at('date', 'WRONG_TYPE'),
    ]);
    expect(await told(one(`attribute: mrr, ${line}, max_age: 30 days, date: created`))).toEqual([
      at('date', 'UNKNOWN_COLUMN (created_on)'),
    ]);
  });
  test('tells the mistakes of its wheres with their place', async () => {
    expect(await told(one(`attribute: mrr, ${line}`, 'where: { mrrr: { gt: 1 }, isPaying: { gt: 1 } },'))).toEqual([
      `${file} profiles.all.where.mrrr UNKNOWN_FIELD (mrr)`,
      `${file} profiles.all.where.isPaying.gt WRONG_TEST (eq, ne, isNull)`,
    ]);
    expect(await told(one(`attribute: mrr, ${line}`, 'where: { segment: { in: [best] } },'))).toEqual([
      `${file} profiles.all.where.segment.in.0 UNKNOWN_SEGMENT`,
    ]);
    const outcomes = 'outcomes: { churned: { isPaying: { eq: no-one } }, renewed: { plan: { eq: x } } }';
    expect(
      await told(health(`${outcomes}\nprofiles: { all: { components: { x: { attribute: mrr, ${line} } } } }`)),
    ).toEqual([`${file} outcomes.churned.isPaying.eq WRONG_TYPE`, `${file} outcomes.renewed.plan UNKNOWN_FIELD`]);
  });
  test('says no more than its own mistake when others use the score', async () => {
    const uses = edited(
      'sql/customers.yml',
      'metrics:',
      'metrics:\n  mean_health: { state: avg(health_score) }\n  x: { state: avg(health_x) }',
    );
    expect(await told({ ...uses, ...one('attribute: mrrr, scale: [[0, 0], [10, 100]]') })).toEqual([
      `${file} profiles.all.components.x.attribute UNKNOWN_COLUMN (mrr)`,
    ]);
    expect(await told({ ...uses, ...one('attribute: mrr, scale: [[0, 0]]') })).toEqual([
      `${file} profiles.all.components.x.scale WRONG_VALUE`,
    ]);
    const unclosed = await told({ ...uses, ...health('profiles: { all: { components: { x: [') });
    expect([...new Set(unclosed)]).toEqual([`${file}  BAD_YAML`]);
  });
  test('names of its attributes are taken', async () => {
    const taken = edited('sql/customers.yml', 'attributes:', 'attributes:\n  health_score: { formula: mrr }');
    expect(await told({ ...taken, ...one(`attribute: mrr, ${line}`) })).toEqual([`${file}  DUPLICATE_NAME`]);
  });
  test('is the yml of a relation where there is one of that name', async () => {
    expect(
      await told({
        'sql/health.sql': "select 'a' as customer_id, date '2026-03-01' as on_day",
        'sql/health.yml': 'fact: checkup\ncustomer: customer_id\ntime: on_day',
      }),
    ).toEqual([]);
  });
});

describe('derived attributes', () => {
  const customers = 'sql/customers.yml';
  const adding = (lines: string): Files => ({
    [customers]: soundModel[customers].replace('attributes:', `attributes:\n${lines.replaceAll(/^/gm, '  ')}`),
  });
  test('are made in one way', async () => {
    expect(await told(adding('x: { unit: days }'))).toEqual([`${customers} attributes.x MISSING_KEY`]);
    expect(await told(adding('x: { formula: mrr, where: { mrr: { gt: 1 } } }'))).toEqual([
      `${customers} attributes.x.where CONFLICTING_KEYS`,
    ]);
    expect(await told(adding('x: { formula: mrr, over: 1 day }'))).toEqual([
      `${customers} attributes.x.over CONFLICTING_KEYS`,
    ]);
    expect(await told(adding('x: { where: { mrr: { gt: 1 } }, else: 3 }'))).toEqual([
      `${customers} attributes.x.else CONFLICTING_KEYS`,
    ]);
    expect(await told(adding('x: { change: mrr }'))).toEqual([`${customers} attributes.x.over MISSING_KEY`]);
    expect(await told(adding('x: { change: industry, over: 30 days }'))).toEqual([
      `${customers} attributes.x.change WRONG_TYPE`,
    ]);
    expect(await told(adding('x: { change: mmr, over: 30 days }'))).toEqual([
      `${customers} attributes.x.change UNKNOWN_COLUMN (mrr)`,
    ]);
    expect(await told(adding('x: { cases: [{ where: {}, is: 1 }], else: many }'))).toEqual([
      `${customers} attributes.x WRONG_TYPE`,
    ]);
    expect(await told(adding('x: { cases: [] }'))).toEqual([`${customers} attributes.x.cases WRONG_VALUE`]);
    expect(await told(adding('x: { cases: [{ where: { nmae: { eq: a } }, is: 1 }] }'))).toEqual([
      `${customers} attributes.x.cases.0.where.nmae UNKNOWN_FIELD (name)`,
    ]);
  });
  test('may not need each other in a circle, in whichever way', async () => {
    const problems = await problemsOf(
      adding(
        'x: { where: { or: [{ y: { gt: 1 } }] } }\ny: { change: z, over: 7 days }\nz: { formula: case when x then 1 else 2 end }',
      ),
    );
    expect(problems.map((p) => [p.code, p.message])).toEqual([['CYCLE', 'these need each other: x → y → z → x']]);
  });
  test('of customers and users may need each other, and a column of the same name is no circle', async () => {
    expect(
      await told({
        ...adding(
          'seen: { where: { users: { some: { keen: { eq: true } } } } }\nmrr_ok: { where: { subscriptions: { where: { mrr: { gt: 1 } } } } }\nname_ok: { where: { events: { where: { name: { eq: x } } } } }',
        ),
        'sql/users.yml': soundModel['sql/users.yml'].replace(
          'attributes:',
          'attributes:\n  keen: { where: { customer: { isPaying: { eq: true } } } }',
        ),
      }),
    ).toEqual([]);
  });
});
