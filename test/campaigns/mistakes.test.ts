import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ProblemError } from '../../src/query/problem.js';
import { writeWorkspace } from '../graphql/small-workspace.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

const plain = {
  'workspace.yml': 'name: Small\ntime_zone: UTC\nas_of: 2026-01-31\n',
  'sql/customers.sql': "select 'c1' as customer_id",
  'sql/customers.yml': 'entity: customer\nkey: customer_id',
  'sql/letters.sql':
    "select 'c1' as customer_id, 'spring' as campaign, timestamp '2026-01-05 10:00:00' as sent_at, 1.5 as cost, true as held",
  'sql/letters.yml': 'fact: letter\ncustomer: customer_id\ntime: sent_at',
  'sql/stays.sql': "select 'c1' as customer_id, date '2026-01-01' as begins, date '2026-01-03' as ends",
  'sql/stays.yml': 'fact: stay\ncustomer: customer_id\ninterval: [begins, ends]',
};
const removals: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

const written = async (campaigns: string | null): Promise<string> => {
  const { dir, remove } = await writeWorkspace({
    ...plain,
    ...(campaigns !== null && { 'sql/campaigns.yml': campaigns }),
  });
  removals.push(remove);
  return dir;
};
const told = async (campaigns: string): Promise<readonly string[]> => {
  const opened = await openWorkspace(await written(campaigns)).catch((error: unknown) => error);
  expect(opened).toBeInstanceOf(ProblemError);
  return (opened as ProblemError).problems.map((p) => `${p.file ?? ''} ${p.code} ${p.path.join('.')}`);
};

describe('campaigns.yml', () => {
  test.each([
    ['messages: leters\ncampaign: campaign', ['UNKNOWN_RELATION messages']],
    ['messages: letters', ['MISSING_KEY campaign']],
    ['messages: letters\ncampaign: campain\ncost: held', ['WRONG_TYPE cost', 'UNKNOWN_COLUMN campaign']],
    ['messages: letters\ncampaign: campaign\nheld_out: { hold: { eq: true } }', ['UNKNOWN_COLUMN held_out.hold']],
    ['messages: letters\ncampaign: campaign\nstages: { read: {} }', ['UNKNOWN_KEY stages.read']],
    ['messages: letters\ncampaign: campaign\nresponse: opened', ['WRONG_VALUE response']],
    ['messages: letters\ncampaign: campaign\nmargin: gross', ['UNKNOWN_COLUMN margin']],
    ['messages: letters\ncampaign: campaign\noutcome: {}', ['CONFLICTING_KEYS outcome']],
    [
      'messages: letters\ncampaign: campaign\noutcome: { rows: { letters: {} } }',
      ['MISSING_KEY outcome.within', 'WRONG_VALUE outcome.rows'],
    ],
    [
      'messages: letters\ncampaign: campaign\noutcome: { rows: { stays: {} }, within: 3 days }',
      ['WRONG_VALUE outcome.rows'],
    ],
    ['messages: stays\ncampaign: begins', ['WRONG_VALUE messages', 'WRONG_TYPE campaign']],
  ])('%s', async (yml, problems) => {
    expect(await told(yml)).toEqual(problems.map((problem) => `sql/campaigns.yml ${problem}`));
  });
});

describe('a question about campaigns', () => {
  let workspace: OpenWorkspace;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const home = await writeWorkspace({ ...plain, 'sql/campaigns.yml': 'messages: letters\ncampaign: campaign' });
    remove = home.remove;
    workspace = await openWorkspace(home.dir);
  });
  afterAll(async () => {
    await workspace.close();
    await remove();
  });
  const refused = async (of: OpenWorkspace, request: string, fields = 'margin'): Promise<readonly string[]> => {
    const { errors = [] } = await of.ask(`{ preview { campaigns(request: ${request}) { ${fields} } } }`);
    const problems = errors.flatMap(({ originalError: e }) => (e instanceof ProblemError ? e.problems : []));
    return problems.map((p) => `${p.code} ${p.path.join('.')}`);
  };

  test.each([
    [
      '{period: {from: "2026-02-01", until: "2026-01-01"}, campaigns: []}',
      ['EMPTY_RANGE request.period', 'OUT_OF_RANGE request.campaigns'],
    ],
    ['{campaigns: ["spring", "sprung"]}', ['UNKNOWN_CAMPAIGN request.campaigns.1']],
    ['{of: USERS}', ['FACT_WITHOUT_USER request.of']],
  ])('%s is refused', async (request, problems) => {
    expect(await refused(workspace, request)).toEqual(problems);
  });
  test.each(['[]', '[0]', '[2, 2]', '[3, 1]'])('groups of fatigue that begin at %s are refused', async (from) => {
    expect(await refused(workspace, '{}', `fatigue(from: ${from}) { from }`)).toEqual([
      expect.stringMatching(/^OUT_OF_RANGE from/),
    ]);
  });
  test('is refused where the model says nothing of campaigns', async () => {
    const without = await openWorkspace(await written(null));
    expect(await refused(without, '{}')).toEqual(['NO_CAMPAIGNS request']);
    await without.close();
  });
  test('has no answer about what the model does not name', async () => {
    const { data } = await workspace.ask(
      `{ preview { campaigns { campaigns { campaign delivered { count } cost roi outcome { value } heldOut { value } observational lift { roi } refusal { code } complete }
        fatigue { members { count } responded { count } unsubscribed { count } } } } }`,
    );
    const nothing = { delivered: null, cost: null, roi: null, outcome: null, heldOut: null, lift: null };
    expect(data).toMatchObject({
      preview: {
        campaigns: {
          campaigns: [
            { campaign: 'spring', ...nothing, observational: true, refusal: { code: 'NO_HOLDOUT' }, complete: true },
          ],
          fatigue: [{ members: { count: 1 }, responded: null, unsubscribed: null }, {}, {}, {}],
        },
      },
    });
  });
});
