import { describe, expect, test } from 'vitest';
import { modelProblemCodes } from '../../src/catalog/problem-codes.js';
import { edited, filesModel, problemsOf, soundModel, type Files } from './model-files.js';

/** code, file, key path, suggestions; and a part of the message where it carries more than those. */
type Expected = readonly [code: string, file: string, path: string, suggestions?: readonly string[], message?: RegExp];

/** What the model tells must be exactly this: no second problem that only follows from the first. */
async function tells(changes: Files, ...expected: readonly Expected[]): Promise<void> {
  const problems = await problemsOf(changes);
  expect(problems.map((p) => [p.code, p.file, p.path.join('.'), p.suggestions])).toEqual(
    expected.map(([code, file, path, suggestions = []]) => [code, file, path, suggestions]),
  );
  expected.forEach(([, , , , message], i) => {
    if (message) expect(problems[i]?.message).toMatch(message);
  });
  for (const { code } of problems) expect(Object.keys(modelProblemCodes)).toContain(code);
}

const customers = 'sql/customers.yml';
const events = 'sql/events.yml';
const subscriptions = 'sql/subscriptions.yml';

describe('the workspace', () => {
  test('a folder without workspace.yml is none', () =>
    tells({ 'workspace.yml': null }, ['NO_WORKSPACE', 'workspace.yml', '', [], /tessera init/]));
  test('an unknown time zone is refused', () =>
    tells({ 'workspace.yml': 'time_zone: Europe/Rom' }, [
      'BAD_ZONE',
      'workspace.yml',
      'time_zone',
      [],
      /Europe\/Rom is no/,
    ]));
  test('an offset is no time zone', () =>
    tells({ 'workspace.yml': "time_zone: '+02:00'" }, ['BAD_ZONE', 'workspace.yml', 'time_zone']));
  test('week_start is monday or sunday', () =>
    tells({ 'workspace.yml': 'week_start: mondy' }, ['WRONG_VALUE', 'workspace.yml', 'week_start', ['monday']]));
  test('as_of is a day that exists', () =>
    tells({ 'workspace.yml': 'as_of: 2026-02-30' }, ['BAD_DAY', 'workspace.yml', 'as_of']));
  test('a constant is a number', () =>
    tells({ 'workspace.yml': 'constants: { gross_margin: high }' }, [
      'WRONG_TYPE',
      'workspace.yml',
      'constants.gross_margin',
    ]));
  test('an unknown setting is told with the nearest', () =>
    tells({ 'workspace.yml': 'timezone: UTC' }, ['UNKNOWN_KEY', 'workspace.yml', 'timezone', ['time_zone']]));
  test('an empty workspace.yml is all defaults', () => tells({ 'workspace.yml': '' }));
  test('a workspace without relations has nothing to ask', async () => {
    const none = Object.fromEntries(
      Object.keys(soundModel)
        .filter((f) => f.startsWith('sql/'))
        .map((f) => [f, null]),
    );
    await tells(none, ['NO_MODEL', 'sql', '']);
  });
});

describe('files', () => {
  test('YAML that does not parse is told with its line', () =>
    tells({ [events]: `${soundModel[events]}x: [` }, ['BAD_YAML', events, '', [], /^line 1[34]/]));
  test('a key twice in one map is no YAML', () =>
    tells(edited(subscriptions, 'metrics:', '  mrr: { value: sum(mrr), last: all }\nmetrics:'), [
      'BAD_YAML',
      subscriptions,
      '',
      [],
      /^line 12: Map keys must be unique/,
    ]));
  test('a yml without sql is told with the nearest sql', () =>
    tells({ 'sql/event.yml': 'description: x' }, ['MISSING_SQL', 'sql/event.yml', '', ['sql/events.yml']]));
  test('an ending that is not read is told', () =>
    tells({ 'sql/events.yaml': '' }, ['BAD_NAME', 'sql/events.yaml', '', ['events.yml']]));
  test('a relation has a snake_case name', () =>
    tells({ 'sql/Big-Events.sql': 'select 1 as one' }, ['BAD_NAME', 'sql/Big-Events.sql', '']));
  test('an unknown key is told with the nearest', () =>
    tells(edited(events, 'last: 7 days', 'lst: 7 days'), [
      'UNKNOWN_KEY',
      events,
      'attributes.active_users_7d.lst',
      ['last'],
    ]));
  test('attributes of what is neither entity nor fact are told', () =>
    tells({ 'sql/paid.sql': 'select 1 as one', 'sql/paid.yml': 'facts: paid\nmetrics: {}' }, [
      'MISSING_KEY',
      'sql/paid.yml',
      '',
      ['fact'],
    ]));
  test('a relation is not an entity and a fact at once', () =>
    tells({ 'sql/paid.sql': 'select 1 as one', 'sql/paid.yml': 'fact: paid\nentity: user' }, [
      'CONFLICTING_KEYS',
      'sql/paid.yml',
      'fact',
    ]));
  test('an entity is the customer or the user', () =>
    tells({ 'sql/paid.sql': 'select 1 as one', 'sql/paid.yml': 'entity: custmer\nkey: one' }, [
      'WRONG_VALUE',
      'sql/paid.yml',
      'entity',
      ['customer'],
    ]));
});

describe('relations', () => {
  test('a circle is named', () =>
    tells(
      {
        'sql/one.sql': 'select * from two',
        'sql/two.sql': 'select * from three',
        'sql/three.sql': 'select * from one',
        'sql/after.sql': 'select * from one',
      },
      ['CYCLE', 'sql/one.sql', '', [], /one → two → three → one/],
    ));
  test('a relation that selects from itself is a circle', () =>
    tells({ 'sql/one.sql': 'select * from one' }, ['CYCLE', 'sql/one.sql', '', [], /one → one/]));
  test('an unknown table is told with the nearest relation', () =>
    tells({ 'sql/paid.sql': 'select * from subscription' }, [
      'UNKNOWN_RELATION',
      'sql/paid.sql',
      '',
      ['subscriptions'],
    ]));
  test('an unknown column is told with the nearest', () =>
    tells({ 'sql/paid.sql': 'select mrrr from subscriptions' }, ['UNKNOWN_COLUMN', 'sql/paid.sql', '', ['mrr']]));
  test('SQL that does not parse is told with its line', () =>
    tells({ 'sql/paid.sql': '-- Paid.\nselect frm where' }, ['SQL_SYNTAX', 'sql/paid.sql', '', [], /line 2/]));
  test('anything but a SELECT is refused', () =>
    tells({ 'sql/paid.sql': 'create table x (a int)' }, ['SQL_SYNTAX', 'sql/paid.sql', '']));
  test('two statements are refused', () =>
    tells({ 'sql/paid.sql': 'select 1 as a; select 2 as b' }, ['SQL_SYNTAX', 'sql/paid.sql', '']));
  test.each([
    'now()',
    'current_date',
    'CURRENT_TIMESTAMP',
    'random()',
    'today()',
    'gen_random_uuid()',
    'uuid()',
    'localtimestamp',
  ])('%s is refused', (clock) =>
    tells({ 'sql/paid.sql': `select mrr, ${clock} as x from subscriptions` }, ['READS_CLOCK', 'sql/paid.sql', '']),
  );
  test.each(['using sample 10%', 'tablesample bernoulli(10%)'])('%s is refused', (sample) =>
    tells({ 'sql/some.sql': `select * from subscriptions ${sample}` }, ['READS_CLOCK', 'sql/some.sql', '']),
  );
  test('a word in a comment or a text is not', () =>
    tells({ 'sql/some.sql': "select 'using sample' as now -- tablesample, now()\nfrom subscriptions" }));
  test('what depends on a broken relation is not told again', () =>
    tells(edited('sql/subscriptions.sql', '*', 'nothing'), [
      'UNKNOWN_COLUMN',
      'sql/subscriptions.sql',
      '',
      [],
      /nothing/,
    ]));
  test('a missing file is told with the nearest', () =>
    tells({ ...filesModel, 'sql/events.sql': "select * from read_csv('data/event.csv')" }, [
      'DATA_UNREADABLE',
      'sql/events.sql',
      '',
      ['data/events.csv'],
      /data\/event\.csv/,
    ]));
  test('a glob without a match is told', () =>
    tells({ 'sql/events.sql': "select * from read_parquet('data/events/*.parquet')" }, [
      'DATA_UNREADABLE',
      'sql/events.sql',
      '',
      [],
      /No files found/,
    ]));
  test('a file of another kind is told', () =>
    tells({ ...filesModel, 'sql/events.sql': "select * from read_parquet('data/events.csv')" }, [
      'DATA_UNREADABLE',
      'sql/events.sql',
      '',
    ]));
  test('a value of another type than the relation says is told, wherever in the file it is', () =>
    tells(
      {
        'data/amounts.csv': `customer_id,amount\n${'a,1\n'.repeat(30_000)}b,many\n`,
        'sql/amounts.sql': "select * from read_csv('data/amounts.csv')",
      },
      ['DATA_UNREADABLE', 'sql/amounts.sql', '', [], /many/],
    ));
  test('a column that SQL reads as text does not add up, and is said to be text', () =>
    tells(
      { ...filesModel, 'data/subscriptions.csv': filesModel['data/subscriptions.csv'].replace('100.50', 'hundred') },
      ['WRONG_TYPE', subscriptions, 'columns.mrr.min'],
      ['INVALID_EXPRESSION', subscriptions, 'attributes.mrr.value', [], /sum.*; mrr is VARCHAR$/],

      ['INVALID_EXPRESSION', subscriptions, 'metrics.mrr.state', [], /sum.*VARCHAR/],
    ));
});

describe('entities', () => {
  test('a model has customers', () =>
    tells(
      {
        ...edited(customers, 'entity: customer', 'description: none'),
        [customers]: 'description: none',
        [events]: null,
        [subscriptions]: null,
        'sql/users.yml': null,
      },
      ['NO_CUSTOMER', 'sql', ''],
    ));
  test('there is one customer entity', () =>
    tells({ 'sql/more.sql': 'select 1 as customer_id', 'sql/more.yml': 'entity: customer\nkey: customer_id' }, [
      'DUPLICATE_ENTITY',
      'sql/more.yml',
      'entity',
      [],
      /sql\/customers\.yml/,
    ]));
  test('key, since and name are columns', () =>
    tells(
      { [customers]: 'entity: customer\nkey: customerid\nsince: name\nname: nme\n' },
      ['UNKNOWN_COLUMN', customers, 'key', ['customer_id']],
      ['UNKNOWN_COLUMN', customers, 'name', ['name', 'note']],
      ['UNKNOWN_COLUMN', customers, 'since'],
    ));
  test('a user entity names the customer', () =>
    tells(edited('sql/users.yml', 'customer: customer_id\n', ''), ['MISSING_KEY', 'sql/users.yml', 'customer']));
  test('a missing key hides none of the others, and what stands on the file is not told again', () =>
    tells(
      edited(customers, 'key: customer_id\n', 'kee: customer_id\n'),
      ['MISSING_KEY', customers, 'key'],
      ['UNKNOWN_KEY', customers, 'kee', ['key']],
    ));
  test('an unknown column is told with the nearest', () =>
    tells(edited(customers, 'industry:', 'industri:'), [
      'UNKNOWN_COLUMN',
      customers,
      'columns.industri',
      ['industry'],
    ]));
  test('the columns of an entity are snake_case', () =>
    tells(edited('sql/customers.sql', 'industry,', 'industry, 1 as "Total Spend",'), [
      'BAD_NAME',
      customers,
      'columns.Total Spend',
      [],
      /select "Total Spend" as/,
    ]));
  test('the key of a fact has the type of the key of the entity', () =>
    tells(edited('sql/events.sql', '*', '* replace (7 as customer_id)'), [
      'WRONG_TYPE',
      events,
      'customer',
      [],
      /INTEGER.*VARCHAR/,
    ]));
});

describe('users', () => {
  const users = 'sql/users.yml';
  test('the customer of a user has the type of the key of customers', () =>
    tells(edited('sql/users.sql', '*', '* replace (7 as customer_id)'), ['WRONG_TYPE', users, 'customer']));
  test('customer_id is the customer a user works at, and nothing else', () =>
    tells(
      {
        ...edited(users, 'customer: customer_id', 'customer: company'),
        ...edited('sql/users.sql', '*', '*, customer_id as company'),
      },
      ['RESERVED_NAME', users, 'columns.customer_id'],
    ));
});

describe('facts', () => {
  test('a fact has a time or an interval', () =>
    tells(edited(events, 'time: occurred_at\n', ''), ['MISSING_KEY', events, 'time']));
  test('a fact does not have both', () =>
    tells(edited(events, 'time:', 'interval: [occurred_at, occurred_at]\ntime:'), [
      'CONFLICTING_KEYS',
      events,
      'interval',
    ]));
  test('its time is a time column', () =>
    tells(edited(events, 'time: occurred_at', 'time: name'), [
      'UNKNOWN_COLUMN',
      events,
      'time',
      [],
      /day or time column name/,
    ]));
  test('both ends of an interval are time columns', () =>
    tells(edited(subscriptions, '[started_on, ended_on]', '[starts_on, ended_on]'), [
      'UNKNOWN_COLUMN',
      subscriptions,
      'interval.0',
      ['started_on'],
    ]));
  test('customer, user and key are columns', () =>
    tells(
      {
        [events]: 'fact: event\ncustomer: customer\nuser: usr_id\nkey: id\ntime: occurred_at',
        'sql/users.yml': null,
        [customers]: 'entity: customer\nkey: customer_id',
      },
      ['UNKNOWN_COLUMN', events, 'key'],
      ['UNKNOWN_COLUMN', events, 'customer', ['customer_id']],
      ['UNKNOWN_COLUMN', events, 'user', ['user_id']],
    ));
  test('known_from is a time column', () =>
    tells(edited(subscriptions, 'known_from: ended_on', 'known_from: ended'), [
      'UNKNOWN_COLUMN',
      subscriptions,
      'columns.ended_on.known_from',
      ['ended_on'],
    ]));
  test('min and max are for numbers, the smaller first', () =>
    tells(
      edited(subscriptions, 'mrr: { label: MRR, min: 0 }', 'mrr: { min: 5, max: 1 }\n  started_on: { max: 3 }'),
      ['WRONG_TYPE', subscriptions, 'columns.started_on.max'],
      ['WRONG_VALUE', subscriptions, 'columns.mrr.min'],
    ));
  test('`day` and `as_of` are taken', () =>
    tells(
      edited('sql/events.sql', '*', '*, 1 as day, 2 as as_of'),
      ['RESERVED_NAME', events, 'columns.day'],
      ['RESERVED_NAME', events, 'columns.as_of'],
    ));
  test('`day` is fine for the day of the fact itself', () =>
    tells({
      'sql/daily.sql': 'select customer_id, occurred_at::date as day from events',
      'sql/daily.yml':
        'fact: day_of_use\ncustomer: customer_id\ntime: day\nmetrics:\n  days: { flow: count(distinct day) }',
    }));
});

describe('attributes', () => {
  test('an unknown column in an expression is told with the nearest', () =>
    tells(edited(subscriptions, 'value: sum(mrr)', 'value: sum(mmr)'), [
      'UNKNOWN_COLUMN',
      subscriptions,
      'attributes.mrr.value',
      ['mrr'],
      /there is no mmr here/,
    ]));
  test('an expression that does not parse is told', () =>
    tells(edited(subscriptions, 'value: sum(mrr)', 'value: sum(mrr'), [
      'SQL_SYNTAX',
      subscriptions,
      'attributes.mrr.value',
    ]));
  test('an unknown function is told', () =>
    tells(edited(subscriptions, 'value: sum(mrr)', 'value: summ(mrr)'), [
      'INVALID_EXPRESSION',
      subscriptions,
      'attributes.mrr.value',
      ['sum'],
      /summ/,
    ]));
  test.each(['mrr', '1', 'mrr + sum(seats)'])('%s is no aggregate', (value) =>
    tells(edited(subscriptions, 'value: sum(mrr)', `value: ${value}`), [
      'AGGREGATE_NEEDED',
      subscriptions,
      'attributes.mrr.value',
    ]),
  );
  test('a window function is refused', () =>
    tells(edited(subscriptions, 'value: sum(mrr)', 'value: row_number() over ()'), [
      'AGGREGATE_REFUSED',
      subscriptions,
      'attributes.mrr.value',
    ]));
  test('an aggregate in a condition is refused', () =>
    tells(edited(subscriptions, 'value: sum(mrr),', 'value: sum(mrr), where: max(mrr) > 0,'), [
      'AGGREGATE_REFUSED',
      subscriptions,
      'attributes.mrr.where',
    ]));
  test('a condition is true or false', () =>
    tells(edited(subscriptions, 'value: sum(mrr),', 'value: sum(mrr), where: seats + 1,'), [
      'WRONG_TYPE',
      subscriptions,
      'attributes.mrr.where',
    ]));
  test('a value that cannot be asked about is refused', () =>
    tells(edited(subscriptions, 'value: sum(mrr)', 'value: "histogram(mrr)"'), [
      'WRONG_TYPE',
      subscriptions,
      'attributes.mrr',
      [],
      /MAP/,
    ]));
  test('a subquery is refused', () =>
    tells(edited(subscriptions, 'value: sum(mrr)', 'value: sum(mrr) + (select count(*) from events)'), [
      'SUBQUERY_REFUSED',
      subscriptions,
      'attributes.mrr.value',
    ]));
  test('the clock is refused, and as_of offered', () =>
    tells(edited(subscriptions, 'value: sum(mrr)', 'value: max(current_date - started_on)'), [
      'READS_CLOCK',
      subscriptions,
      'attributes.mrr.value',
      ['as_of'],
    ]));
  test('as_of and day are the days of the question and the row', () =>
    tells(edited(subscriptions, 'seats: { value: sum(seats)', 'seats: { value: max(as_of - day)')));
  test('`current` is for intervals', () =>
    tells(edited(events, 'last: 7 days', 'current: true'), [
      'CONFLICTING_KEYS',
      events,
      'attributes.active_users_7d.current',
    ]));
  test('an attribute of a fact has a window', () =>
    tells(edited(events, ', last: 7 days', ''), ['MISSING_KEY', events, 'attributes.active_users_7d.last']));
  test('but not two', () =>
    tells(edited(subscriptions, 'current: true', 'current: true, last: all'), [
      'CONFLICTING_KEYS',
      subscriptions,
      'attributes.mrr.last',
    ]));
  test.each(['7 dys', '0 days', 'week', '12 hours', '-3 days', '1.5 weeks'])('%s is no window', (window) =>
    tells(edited(events, 'last: 7 days', `last: ${window}`), [
      'BAD_DURATION',
      events,
      'attributes.active_users_7d.last',
    ]),
  );
  test('latest_per and time are columns', () =>
    tells(
      edited(events, 'last: 7 days', 'last: 7 days, latest_per: usr_id, time: name'),
      ['UNKNOWN_COLUMN', events, 'attributes.active_users_7d.latest_per', ['user_id']],
      ['UNKNOWN_COLUMN', events, 'attributes.active_users_7d.time'],
    ));
  test.each([
    ['active_users_7d', 'missing: none'],
    ['last_seen_on', 'missing: 0'],
    ['last_seen_on', 'missing: 2026-02-30'],
  ])('%s cannot have %s', (name, missing) =>
    tells(
      {
        ...edited(events, 'user_attributes', 'user_attributes'),
        [events]: soundModel[events]
          .replace(', missing: 0', '')
          .replace(new RegExp(`(${name}: .*?) }`), `$1, ${missing} }`),
      },
      ['WRONG_TYPE', events, `attributes.${name}.missing`],
    ),
  );
  test('a day may stand for a missing day', () =>
    tells(edited(events, 'value: max(day), last: all', 'value: max(day), last: all, missing: 2020-01-01')));
  test('user_attributes need a user', () =>
    tells(edited(events, 'user: user_id\n', ''), ['MISSING_KEY', events, 'user']));
  test('and a user entity', () => tells({ 'sql/users.yml': null }, ['NO_USER', events, 'user_attributes']));
  test('customer_attributes are over the users of a customer', () =>
    tells(edited('sql/users.yml', "role = 'admin'", "rol = 'admin'"), [
      'UNKNOWN_COLUMN',
      'sql/users.yml',
      'customer_attributes.admins.where',
      ['role'],
    ]));
});

describe('formulas', () => {
  test('an unknown attribute is told with the nearest', () =>
    tells(edited(customers, 'formula: mrr * gross_margin', 'formula: mrr * gros_margin'), [
      'UNKNOWN_COLUMN',
      customers,
      'attributes.margin.formula',
      ['gross_margin'],
    ]));
  test('a circle is named', () =>
    tells(edited(customers, 'formula: mrr > 0', 'formula: is_good'), [
      'CYCLE',
      customers,
      'attributes.is_paying.formula',
      [],
      /is_paying → is_good → is_paying/,
    ]));
  test('an aggregate is refused', () =>
    tells(edited(customers, 'formula: mrr > 0', 'formula: sum(mrr) > 0'), [
      'AGGREGATE_REFUSED',
      customers,
      'attributes.is_paying.formula',
    ]));
  test('a hidden column is no attribute', () =>
    tells(edited(customers, 'formula: mrr > 0', "formula: note = 'x'"), [
      'UNKNOWN_COLUMN',
      customers,
      'attributes.is_paying.formula',
      ['name'],
      /note/,
    ]));
  test('types must fit', () =>
    tells(edited(customers, 'formula: mrr * gross_margin', 'formula: created_on * gross_margin'), [
      'INVALID_EXPRESSION',
      customers,
      'attributes.margin.formula',
      [],
      /DATE/,
    ]));
});

describe('metrics', () => {
  test('a metric is of one kind', () =>
    tells(
      edited(
        customers,
        'arr: { formula: 12 * mrr }',
        'arr: { formula: 12 * mrr, state: count(*) }\n  none: { unit: ratio }',
      ),
      ['CONFLICTING_KEYS', customers, 'metrics.arr.formula'],
      ['MISSING_KEY', customers, 'metrics.none'],
    ));
  test('a fact with a time has no state', () =>
    tells(edited(events, 'flow: count(distinct user_id), last: 30 days, latest_per: user_id,', 'state: count(*),'), [
      'CONFLICTING_KEYS',
      events,
      'metrics.active_users.state',
    ]));
  test('an entity has no flow', () =>
    tells(edited(customers, 'arr: { formula: 12 * mrr }', 'arr: { flow: count(*) }'), [
      'CONFLICTING_KEYS',
      customers,
      'metrics.arr.flow',
    ]));
  test('a fact has no change', () =>
    tells(edited(subscriptions, 'state: sum(mrr)', 'change: sum(mrr)'), [
      'CONFLICTING_KEYS',
      subscriptions,
      'metrics.mrr.change',
    ]));
  test('a key that its kind has no use for is told', () =>
    tells(
      edited(subscriptions, 'state: sum(mrr)', 'state: sum(mrr), latest_per: seats, pool: 3'),
      ['CONFLICTING_KEYS', subscriptions, 'metrics.mrr.latest_per'],
      ['CONFLICTING_KEYS', subscriptions, 'metrics.mrr.pool'],
      ['MISSING_KEY', subscriptions, 'metrics.mrr.over'],
    ));
  test('a change says before or after', () =>
    tells(
      edited(
        customers,
        'denominator: count(*) filter (where before.is_paying)',
        'denominator: count(*) filter (where is_paying)',
      ),
      [
        'UNKNOWN_COLUMN',
        customers,
        'metrics.logo_churn_rate.change.denominator',
        ['before.is_paying', 'after.is_paying'],
      ],
    ));
  test('a rate has both parts', () =>
    tells(edited(customers, 'numerator: mrr, denominator: customers', 'numerator: mrr'), [
      'MISSING_KEY',
      customers,
      'metrics.arpa.formula.denominator',
    ]));
  test('a metric is a number', () =>
    tells(edited(subscriptions, 'state: sum(mrr)', 'state: max(started_on)'), [
      'WRONG_TYPE',
      subscriptions,
      'metrics.mrr.state',
      [],
      /DATE/,
    ]));
  test('a formula names other metrics, and only those', () =>
    tells(
      edited(customers, '12 * mrr', '12 * mmr + seats'),
      ['UNKNOWN_COLUMN', customers, 'metrics.arr.formula', ['mrr'], /mmr/],
      ['UNKNOWN_COLUMN', customers, 'metrics.arr.formula', [], /seats/],
    ));
  test('a circle of formulas is named', () =>
    tells(edited(customers, 'arr: { formula: 12 * mrr }', 'arr: { formula: 12 * x }\n  x: { formula: arr / 12 }'), [
      'CYCLE',
      customers,
      'metrics.arr.formula',
      [],
      /arr → x → arr/,
    ]));
  test('a formula that needs itself is a circle', () =>
    tells(edited(customers, '12 * mrr', '12 * arr'), ['CYCLE', customers, 'metrics.arr.formula', [], /arr → arr/]));
  test('at, members and good are words', () =>
    tells(
      edited(subscriptions, 'good: up', 'good: upp, at: strt, members: ends, zero: no losses'),
      ['WRONG_VALUE', subscriptions, 'metrics.mrr.at', ['start']],
      ['WRONG_VALUE', subscriptions, 'metrics.mrr.members', ['end']],
      ['WRONG_VALUE', subscriptions, 'metrics.mrr.zero'],
      ['WRONG_VALUE', subscriptions, 'metrics.mrr.good', ['up']],
    ));
});

describe('names', () => {
  test('two attributes of the same name are told, with the file of the first', () =>
    tells(
      edited(
        events,
        'last_seen_on: { value: max(day), last: all }',
        'industry: { value: max(day), last: all }\n  last_seen_on: { value: max(day), last: all }',
      ),
      ['DUPLICATE_NAME', events, 'attributes.industry', [], /sql\/customers\.yml/],
    ));
  test('also when they are only the same in GraphQL', () =>
    tells(edited(events, 'active_users_7d:', 'created__on:'), [
      'DUPLICATE_NAME',
      events,
      'attributes.created__on',
      [],
      /created_on/,
    ]));
  test('an attribute is not named as a fact is', () =>
    tells(edited(customers, 'margin:', 'events:'), ['DUPLICATE_NAME', customers, 'attributes.events', [], /a fact/]));
  test('nor as a constant', () =>
    tells({ 'workspace.yml': 'constants: { seats: 1 }' }, [
      'DUPLICATE_NAME',
      subscriptions,
      'attributes.seats',
      [],
      /workspace\.yml/,
    ]));
  test('two metrics of the same name are told', () =>
    tells(edited(customers, 'arr:', 'active_users:'), [
      'DUPLICATE_NAME',
      customers,
      'metrics.active_users',
      [],
      /sql\/events\.yml/,
    ]));
  test('two facts of the same singular are told', () =>
    tells(edited(subscriptions, 'fact: subscription', 'fact: event'), ['DUPLICATE_NAME', subscriptions, 'fact']));
  test.each(['and', 'or', 'not', 'users', 'customer', 'segment', 'rank', 'bucket', 'ids', 'id', 'as_of', 'segments'])(
    '%s is a word of the query language',
    (word) =>
      tells(edited('sql/users.yml', 'people:', `${word}:`), [
        'RESERVED_NAME',
        'sql/users.yml',
        `customer_attributes.${word}`,
      ]),
  );
  test.each(['customer', 'user', 'segment', 'metric', 'customer_order'])(
    'no fact is a %s: it is a type already',
    (name) => tells(edited(events, 'fact: event', `fact: ${name}`), ['RESERVED_NAME', events, 'fact']),
  );
  test('the columns of a fact leave and, or and not alone', () =>
    tells(edited('sql/events.sql', '*', '*, 1 as "or"'), ['RESERVED_NAME', events, 'columns.or']));
  test('and are not the same in GraphQL, unless hidden', () =>
    tells(edited('sql/events.sql', '*', '*, 1 as user__id'), ['DUPLICATE_NAME', events, 'columns.user__id']));
  test('attributes and metrics are snake_case', () =>
    tells(edited(events, 'active_users_7d:', 'ActiveUsers:'), ['BAD_NAME', events, 'attributes.ActiveUsers']));
});

describe('data', () => {
  test('no customer', () =>
    tells({ 'sql/customers.sql': `${soundModel['sql/customers.sql'].trim().slice(0, -1)} where false` }, [
      'NO_DATA',
      'sql/customers.sql',
      '',
    ]));
  test('no day to ask about', () =>
    tells(
      {
        'sql/events.sql': `select * from (${soundModel['sql/events.sql']}) where false`,
        'sql/subscriptions.sql': `select * from (${soundModel['sql/subscriptions.sql']}) where false`,
      },
      ['NO_DATA', 'workspace.yml', 'as_of'],
    ));
  test('an empty data folder', () =>
    tells(
      { ...filesModel, 'data/events.csv': null, 'data/subscriptions.csv': null },
      ...['events', 'subscriptions'].map((r): Expected => ['DATA_UNREADABLE', `sql/${r}.sql`, '']),
    ));
});

test('many mistakes are told at once, and nothing that only follows from them', () =>
  tells(
    {
      'workspace.yml': 'time_zone: Rome\nweek_starts: monday',
      'sql/loop.sql': 'select * from loop',
      ...edited(events, 'last: 7 days', 'last: a week'),
      ...edited(subscriptions, 'value: sum(mrr)', 'value: sum(mmr)'),
      [customers]: soundModel[customers].replace('key: customer_id', 'key: customerid').replace('mrr > 0', 'mrr >'),
      'sql/users.yml': 'entity: user\nkey: user_id\n',
    },
    ['BAD_ZONE', 'workspace.yml', 'time_zone'],
    ['UNKNOWN_KEY', 'workspace.yml', 'week_starts', ['week_start']],
    ['BAD_DURATION', events, 'attributes.active_users_7d.last'],
    ['CYCLE', 'sql/loop.sql', ''],
    ['UNKNOWN_COLUMN', customers, 'key', ['customer_id']],
    ['MISSING_KEY', 'sql/users.yml', 'customer'],
    ['UNKNOWN_COLUMN', subscriptions, 'attributes.mrr.value', ['mrr']],
    ['SQL_SYNTAX', customers, 'attributes.is_paying.formula'],
  ));
