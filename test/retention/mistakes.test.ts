import { describe, expect, it } from 'vitest';
import { readEngagement, readLifecycle, readStickiness } from '../../src/answers/activity/read.js';
import { readRetention } from '../../src/answers/retention/read.js';
import { preview } from '../../src/answers/segment.js';
import type { Catalog } from '../../src/catalog/model.js';
import { ProblemError } from '../../src/query/problem.js';
import type { EntityName } from '../../src/query/where.js';
import type { Warehouse } from '../../src/warehouse/warehouse.js';
import { catalogWithoutUsers, sampleCatalog } from '../support/catalog.js';

const { tickets, ...facts } = { ...sampleCatalog.facts, tickets: sampleCatalog.facts['support_tickets'] };
if (!tickets) throw new Error('the sample has tickets');
const opened = tickets.relation.columns['opened_at'];
if (!opened) throw new Error('tickets have a time');
/** The same company with visits that have but a day. */
const catalog: Catalog = {
  ...sampleCatalog,
  facts: {
    ...facts,
    visits: {
      ...tickets,
      name: 'visit',
      plural: 'visits',
      relation: {
        ...tickets.relation,
        columns: { ...tickets.relation.columns, opened_at: { ...opened, type: 'date', timeType: 'date' } },
      },
    },
  },
};

const readers = {
  retention: readRetention,
  lifecycle: readLifecycle,
  stickiness: readStickiness,
  engagement: readEngagement,
} as const;
type Analysis = keyof typeof readers;

function mistakes(analysis: Analysis, request: object, entity: EntityName = 'customer', of = catalog) {
  const segment = preview({ catalog: of, warehouse: {} as Warehouse, segment: () => undefined }, entity, {});
  try {
    readers[analysis](of, segment, request);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map((p) => [p.code, p.path.join('.')]);
  }
  return [];
}

const entry = { events: {} };
const period = { from: '2026-01-01', until: '2026-07-01' };

describe('a retention is refused', () => {
  it.each<readonly [string, object, readonly (readonly [string, string])[]]>([
    ['without entry', {}, [['MISSING_VALUE', 'request.entry']]],
    [
      'with every mistake told at once',
      { entry: { evnts: {} }, return: { events: { nme: {} } }, asOf: '2026-02-30', limit: 0, times: 0, columns: -1 },
      [
        ['BAD_DATE', 'request.asOf'],
        ['OUT_OF_RANGE', 'request.limit'],
        ['UNKNOWN_FIELD', 'request.entry.evnts'],
        ['ONE_FACT_NEEDED', 'request.entry'],
        ['UNKNOWN_COLUMN', 'request.return.events.nme'],
        ['OUT_OF_RANGE', 'request.times'],
        ['OUT_OF_RANGE', 'request.columns'],
      ],
    ],
    ['with rows that last', { entry: { subscriptions: {} } }, [['NOT_AT_A_TIME', 'request.entry.subscriptions']]],
    ['with hours of days', { entry: { visits: {} }, grain: 'HOUR' }, [['NO_TIME_OF_DAY', 'request.entry.visits']]],
    [
      'with 24 hours from a day',
      { entry, return: { visits: {} }, windows: 'ROLLING_24H', grain: 'DAY' },
      [['NO_TIME_OF_DAY', 'request.return.visits']],
    ],
    [
      'with quarters of hours',
      { entry, windows: 'ROLLING_24H', grain: 'QUARTER' },
      [['CONFLICTING_FIELDS', 'request.grain']],
    ],
    [
      'with moments of days',
      { entry, grain: 'DAY', moments: { from: '2026-06-01T08:00', until: '2026-06-02T08:00' } },
      [['CONFLICTING_FIELDS', 'request.moments']],
    ],
    [
      'with an open stretch of moments',
      { entry, grain: 'HOUR', moments: { from: '2026-06-01T08:00' } },
      [['MISSING_VALUE', 'request.moments']],
    ],
    [
      'with moments that are none',
      { entry, grain: 'HOUR', moments: { from: '2026-06-01', until: 'soon' } },
      [
        ['BAD_MOMENT', 'request.moments.from'],
        ['BAD_MOMENT', 'request.moments.until'],
      ],
    ],
    ['with an end within a day', { entry, until: '2026-06-01T08:00' }, [['CONFLICTING_FIELDS', 'request.until']]],
    [
      'with a period that ends before it begins',
      { entry, period: { from: '2026-07-01', until: '2026-01-01' } },
      [['EMPTY_RANGE', 'request.period']],
    ],
    [
      'with both kinds of columns',
      { entry, columns: 3, brackets: [{ from: 1 }] },
      [['CONFLICTING_FIELDS', 'request.brackets']],
    ],
    [
      'with brackets of nothing',
      { entry, brackets: [{ from: 3, until: 3 }, { until: 2 }, { from: 0 }] },
      [
        ['EMPTY_RANGE', 'request.brackets.0'],
        ['MISSING_VALUE', 'request.brackets.1.from'],
        ['OUT_OF_RANGE', 'request.brackets.2.from'],
      ],
    ],
    ['with too many periods', { entry, grain: 'HOUR', period }, [['TOO_MANY_PERIODS', 'request.period']]],
    ['with too many cells', { entry, grain: 'DAY', period }, [['TOO_MANY_PERIODS', 'request.columns']]],
    [
      'of users where rows have none',
      { entry: { visits: {} }, of: 'USERS' },
      [['FACT_WITHOUT_USER', 'request.entry.visits']],
    ],
    ['split by a list', { entry, by: 'TAGS' }, [['NOT_GROUPABLE', 'request.by']]],
    ['split by a time', { entry, by: 'LAST_SEEN_AT' }, [['NOT_GROUPABLE', 'request.by']]],
    ['split by what there is not', { entry, by: 'INDUSTRI' }, [['UNKNOWN_ATTRIBUTE', 'request.by']]],
    ['of customers split by what users are', { entry, byUser: 'ROLE' }, [['NOT_GROUPABLE', 'request.byUser']]],
    ['of users split by what customers are', { entry, of: 'USERS', by: 'INDUSTRY' }, [['NOT_GROUPABLE', 'request.by']]],
    ['with a field of its own', { entry, colums: 3 }, [['UNKNOWN_FIELD', 'request.colums']]],
  ])('%s', (_, request, expected) => {
    expect(mistakes('retention', request)).toEqual(expected);
  });

  it('of users where there are none', () => {
    expect(mistakes('retention', { entry, of: 'USERS' }, 'customer', catalogWithoutUsers)).toEqual([
      ['UNKNOWN_FIELD', 'request.of'],
      ['FACT_WITHOUT_USER', 'request.entry.events'],
    ]);
  });

  it('but not where what is null was left out', () => {
    expect(mistakes('retention', { entry, return: null, by: null, period: null, columns: null, until: null })).toEqual(
      [],
    );
  });
});

describe.each(['lifecycle', 'stickiness', 'engagement'] as const)('%s is refused', (analysis) => {
  it('without activity, or with rows that last', () => {
    expect(mistakes(analysis, {})).toEqual([['MISSING_VALUE', 'request.activity']]);
    expect(mistakes(analysis, { activity: { subscriptions: {} } })).toEqual([
      ['NOT_AT_A_TIME', 'request.activity.subscriptions'],
    ]);
  });
  it('with a day or a period that is none', () => {
    expect(mistakes(analysis, { activity: entry, asOf: 'today', period: { from: '2026-01-01' } })).toEqual([
      ['BAD_DATE', 'request.asOf'],
      ['MISSING_VALUE', 'request.period.until'],
    ]);
  });
  it('with more than 1,000 periods', () => {
    const long = { from: '2020-01-01', until: '2026-01-01' };
    const grain = analysis === 'engagement' ? {} : { grain: 'DAY' };
    expect(mistakes(analysis, { activity: entry, ...grain, period: long })).toEqual([
      ['TOO_MANY_PERIODS', 'request.period'],
    ]);
  });
});

it('a stickiness is refused with periods of no units and with a test that is none', () => {
  expect(mistakes('stickiness', { activity: entry, every: 0, rows: { atLeast: 2 } })).toEqual([
    ['OUT_OF_RANGE', 'request.every'],
    ['UNKNOWN_OPERATOR', 'request.rows.atLeast'],
  ]);
});
