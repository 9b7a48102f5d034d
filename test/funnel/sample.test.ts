import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/query/problem.js';
import { openedSample } from '../sample/opened.js';
import { rows } from '../sample/relations.js';

interface Rate {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly low: number | null;
  readonly high: number | null;
}
interface Told {
  readonly from: string;
  readonly until: string;
  readonly complete: boolean;
  readonly entered: { readonly count: number };
  readonly converted: { readonly count: number };
  readonly pending: { readonly count: number };
  readonly lost: { readonly count: number };
  readonly rate: Rate;
  readonly settledRate: Rate;
  readonly steps: readonly { readonly rate: Rate; readonly stepRate: Rate }[];
}

const opened = openedSample();

const rate = '{ value numerator denominator low high }';
const told = `from until complete entered { count } converted { count } pending { count } lost { count }
  rate ${rate} settledRate ${rate} steps { rate ${rate} stepRate ${rate} }`;
const steps = `steps: [{rows: {events: {name: {eq: "login"}}}}, {rows: {events: {name: {eq: "invite_sent"}}}}], window: {days: 3}`;

async function funnel(root: string, rest: string, fields = told): Promise<Told & { readonly previous: Told | null }> {
  const { data, errors } = await opened.sample.ask(
    `{ ${root} { funnel(request: {${steps}, ${rest}}) { ${fields} } } }`,
  );
  expect(errors).toBeUndefined();
  const [found] = Object.values(data as Record<string, { funnel: Told & { previous: Told | null } }>);
  if (!found) throw new Error('no funnel');
  return found.funnel;
}

const instant = (day: string): string => `(timestamp '${day} 00:00:00' at time zone 'Europe/Rome')`;

/** Who logged in within a period, and who of them sent an invitation within three days of a login, by joining every pair of rows. */
async function counted(key: string, whom: string, from: string, until: string, end: string) {
  const [row = {}] = await rows(
    opened.byHand,
    `with known as (select *, ${key} as who from events e where occurred_at < ${instant(end)} and ${whom}),
    logins as (select * from known where name = 'login' and occurred_at >= ${instant(from)} and occurred_at < ${instant(until)}),
    done as (select distinct l.who from logins l join known i on i.who = l.who and i.name = 'invite_sent'
      and i.occurred_at >= l.occurred_at and i.occurred_at <= l.occurred_at + interval 72 hours),
    still as (select distinct who from logins where occurred_at + interval 72 hours >= ${instant(end)} and who not in (select who from done))
    select (select count(distinct who) from logins)::integer as entered, (select count(*) from done)::integer as converted,
      (select count(*) from still)::integer as pending`,
  );
  return { entered: Number(row['entered']), converted: Number(row['converted']), pending: Number(row['pending']) };
}

/** The ends of Wilson's interval are where the distance to the share is 1.96 standard errors of what would be true there. */
function isWilson({ value, numerator, denominator, low, high }: Rate): void {
  expect(value).toBe(denominator === 0 ? null : numerator / denominator);
  if (value === null || low === null || high === null) return;
  for (const end of [low, high])
    expect((value - end) ** 2).toBeCloseTo((1.959963984540054 ** 2 * end * (1 - end)) / denominator, 9);
  expect(low <= value && value <= high && low < high).toBe(true);
}

const paying = `customer_id in (select customer_id from subscriptions where started_on <= date '2026-05-31'
  and (ended_on is null or ended_on > date '2026-05-31') group by 1 having sum(mrr) > 0)`;
const high = `customer_id in (select customer_id from subscriptions where started_on <= date '2026-05-31'
  and (ended_on is null or ended_on > date '2026-05-31') group by 1 having sum(mrr) >= 2000)`;

describe('a funnel of the opened.sample as of a past day', () => {
  it.each([
    ['of a preview', 'preview(where: {isPaying: {eq: true}})', '', 'customer_id', paying],
    ['of a saved segment', 'segment(id: "touch-high")', '', 'customer_id', high],
    [
      'of the people of a saved segment',
      'segment(id: "touch-high")',
      'of: USERS, ',
      "customer_id || '/' || user_id",
      high,
    ],
  ])('%s agrees with hand-written SQL, and with that of the period before', async (_, root, of, key, whom) => {
    const period = 'period: {from: "2026-05-01", until: "2026-06-01"}, asOf: "2026-05-31"';
    const found = await funnel(root, `${of}${period}, compareTo: PREVIOUS_PERIOD`, `${told} previous { ${told} }`);
    const known = `${whom}${of === '' ? '' : ' and user_id is not null'}`;
    const wanted = await counted(key, known, '2026-05-01', '2026-06-01', '2026-06-01');
    expect(wanted.entered).toBeGreaterThan(wanted.converted);
    expect(wanted.converted).toBeGreaterThan(5);
    const numbers = ({ entered, converted, pending }: Told) => ({
      entered: entered.count,
      converted: converted.count,
      pending: pending.count,
    });
    expect(numbers(found)).toEqual(wanted);
    expect(found.lost.count).toBe(wanted.entered - wanted.converted - wanted.pending);
    expect(found.complete).toBe(false);
    expect([found.rate.numerator, found.rate.denominator]).toEqual([wanted.converted, wanted.entered]);
    expect(found.settledRate.denominator).toBe(wanted.entered - wanted.pending);
    [found.rate, found.settledRate, ...found.steps.flatMap((s) => [s.rate, s.stepRate])].forEach(isWilson);

    const { previous } = found;
    if (!previous) throw new Error('no previous funnel');
    expect(numbers(previous)).toEqual({
      ...(await counted(key, known, '2026-04-01', '2026-05-01', '2026-06-01')),
      pending: 0,
    });
    expect([previous.from, previous.until, previous.complete]).toEqual([
      '2026-03-31T22:00:00Z',
      '2026-04-30T22:00:00Z',
      true,
    ]);
  });
});

it.each([
  ['one step', 'steps: [{rows: {events: {}}}], window: {days: 1}', 'OUT_OF_RANGE request.steps'],
  [
    'a window that runs backwards',
    'steps: [{rows: {events: {}}}, {rows: {events: {}}}], window: {days: -1}',
    'BAD_DURATION request.window.days',
  ],
  [
    'a time limit for the first step',
    'steps: [{rows: {events: {}}, within: {days: 1}}, {rows: {events: {}}}], window: {days: 1}',
    'CONFLICTING_FIELDS request.steps.0.within',
  ],
  [
    'an exclusion between no steps',
    'steps: [{rows: {events: {}}}, {rows: {events: {}}}], window: {days: 1}, exclusions: [{rows: {tickets: {}}, after: 2, before: 1}]',
    'EMPTY_RANGE request.exclusions.0',
  ],
  [
    'an attribute of customers for users',
    'of: USERS, by: PLAN, steps: [{rows: {events: {}}}, {rows: {events: {}}}], window: {days: 1}',
    'NOT_GROUPABLE request.by',
  ],
  [
    'a first row and a first among others',
    'steps: [{rows: {events: {}}}, {rows: {events: {}}, first: true, firstOf: {events: {}}}], window: {days: 1}',
    'CONFLICTING_FIELDS request.steps.1',
  ],
])('a funnel is refused with %s', async (_, request, wanted) => {
  const { errors = [], ran } = await opened.sample.ask(`{ preview { funnel(request: {${request}}) { complete } } }`);
  expect(ran).toEqual([]);
  expect(
    errors.flatMap(({ originalError }) =>
      originalError instanceof ProblemError
        ? originalError.problems.map((p) => `${p.code} ${p.path.join('.')}`)
        : [originalError],
    ),
  ).toEqual([wanted]);
});
