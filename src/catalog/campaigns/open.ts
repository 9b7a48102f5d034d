import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../query/problem.js';
import type { Check } from '../check.js';
import type { Known } from '../derived/draft.js';
import type { Catalog, Fact, ValueType, Workspace } from '../model.js';
import type { Report } from '../report.js';
import type { Source } from '../sources.js';
import { suggest } from '../suggest.js';
import { validate } from '../validate.js';
import { maxConditions } from '../where/codes.js';
import { readFactRows, readRows } from '../where/facts.js';
import { columnsOf } from '../where/resolve.js';
import { readYaml } from '../yaml.js';
import { campaignsFile, campaignStages, type CampaignModel, type CampaignOutcome, type RowTest } from './model.js';
import { campaignsSchema, type CampaignsYml } from './yml.js';

interface Reading {
  readonly yml: CampaignsYml;
  readonly catalog: Catalog;
  readonly messages: Fact;
  readonly report: Report;
  readonly pass: (problems: readonly Problem[]) => void;
}

/** What `sql/campaigns.yml` says of the facts that are known; null where there is none or after telling its mistakes. */
export function openCampaigns(
  workspace: Workspace,
  sources: readonly Source[],
  known: Known,
  { found }: Check,
): CampaignModel | null {
  const file = join(workspace.dir, campaignsFile);
  if (!existsSync(file) || existsSync(join(workspace.dir, 'sql/campaigns.sql'))) return null;
  const report = found.in(campaignsFile);
  const content = readYaml(readFileSync(file, 'utf8'), report);
  const yml = content === null ? null : validate(campaignsSchema, content, report);
  const catalog = known.catalog();
  if (!yml || !catalog) return null;
  const messages = catalog.facts[yml.messages];
  if (!messages) {
    // A relation with mistakes of its own is told of where they are.
    const kind = sources.find((s) => s.name === yml.messages)?.meaning.kind;
    if (kind !== 'broken' && kind !== 'fact')
      report(
        'UNKNOWN_RELATION',
        ['messages'],
        `there is no fact ${yml.messages}`,
        suggest(yml.messages, Object.keys(catalog.facts)),
      );
    return null;
  }
  if (messages.time.kind !== 'time')
    report('WRONG_VALUE', ['messages'], `${messages.plural} last over an interval; messages are sent at a time`);
  const pass = (problems: readonly Problem[]): void => {
    found.pass(campaignsFile, problems);
  };
  return modelOf({ yml, catalog, messages, report, pass }, workspace.constants);
}

function modelOf(reading: Reading, constants: Workspace['constants']): CampaignModel {
  const { yml, messages } = reading;
  const heldOut = yml.held_out === undefined ? undefined : test(reading, yml.held_out, ['held_out']);
  const stages = campaignStages.flatMap((stage) => {
    const written = yml.stages[stage];
    return written === undefined ? [] : [[stage, test(reading, written, ['stages', stage])] as const];
  });
  if (yml.response !== undefined && yml.stages[yml.response] === undefined)
    reading.report('WRONG_VALUE', ['response'], `there is no stage ${yml.response}`, Object.keys(yml.stages));
  const response =
    yml.response ?? (['clicked', 'converted', 'opened'] as const).find((s) => yml.stages[s] !== undefined);
  const cost = yml.cost === undefined ? undefined : column(reading, messages, yml.cost, ['cost'], ['number']);
  const outcome = outcomeOf(reading);
  return {
    description: yml.description ?? 'Messages of campaigns and what became of them',
    messages: messages.plural,
    campaign: column(reading, messages, yml.campaign, ['campaign'], ['string', 'number']),
    stages: Object.fromEntries(stages),
    margin: marginOf(reading, constants),
    file: campaignsFile,
    ...(heldOut && { heldOut }),
    ...(response && { response }),
    ...(cost !== undefined && { cost }),
    ...(outcome && { outcome }),
  };
}

function test({ catalog, messages, pass }: Reading, json: unknown, path: readonly string[]): RowTest {
  const problems: Problem[] = [];
  const { budget } = scopeOf(catalog);
  const where = readRows(json, { path, problems }, messages, budget);
  pass(problems);
  return { where, json };
}

const scopeOf = (catalog: Catalog) =>
  ({
    catalog,
    entity: 'customer',
    segment: () => undefined,
    depth: 0,
    hops: 0,
    chain: [],
    budget: { left: maxConditions },
  }) as const;

function column(
  { report }: Reading,
  fact: Fact,
  name: string,
  path: readonly string[],
  types: readonly ValueType[],
): string {
  const found = columnsOf(fact).find((c) => c.name === name);
  if (!found)
    report(
      'UNKNOWN_COLUMN',
      path,
      `${fact.plural} have no column ${name}`,
      suggest(
        name,
        columnsOf(fact).map((c) => c.name),
      ),
    );
  else if (!types.includes(found.type))
    report('WRONG_TYPE', path, `${name} is a ${found.type}; a ${types.join(' or ')} is needed`);
  return name;
}

function outcomeOf(reading: Reading): CampaignOutcome | undefined {
  const { yml, catalog, messages, report, pass } = reading;
  if (!yml.outcome) return undefined;
  const { where, rows, value, within } = yml.outcome;
  if ((where === undefined) === (rows === undefined)) {
    report(
      'CONFLICTING_KEYS',
      ['outcome'],
      'an outcome is a `where` of the messages or `rows` of another fact: one of them',
    );
    return undefined;
  }
  const valueOf = (fact: Fact) =>
    value === undefined ? {} : { value: column(reading, fact, value, ['outcome', 'value'], ['number']) };
  if (where !== undefined)
    return {
      kind: 'message',
      test: test(reading, where, ['outcome', 'where']),
      ...valueOf(messages),
      ...(within && { within }),
    };
  if (!within) report('MISSING_KEY', ['outcome', 'within'], 'how long after a message does it count?', ['7 days']);
  const problems: Problem[] = [];
  const read = readFactRows(rows, { path: ['outcome', 'rows'], problems }, scopeOf(catalog));
  pass(problems);
  const fact = read && catalog.facts[read.fact];
  if (fact?.plural === messages.plural)
    report('WRONG_VALUE', ['outcome', 'rows'], 'what messages tell themselves is a `where`', ['where']);
  if (fact && fact.time.kind !== 'time')
    report('WRONG_VALUE', ['outcome', 'rows'], `${fact.plural} last over an interval; an outcome happens at a time`);
  if (!fact || !within) return undefined;
  return { kind: 'fact', rows: read, json: rows as Readonly<Record<string, unknown>>, within, ...valueOf(fact) };
}

function marginOf({ yml, report }: Reading, constants: Workspace['constants']): number {
  const { margin = 'gross_margin' } = yml;
  const value = typeof margin === 'number' ? margin : constants[margin];
  if (value === undefined && yml.margin !== undefined)
    report(
      'UNKNOWN_COLUMN',
      ['margin'],
      `there is no constant ${String(margin)} in workspace.yml`,
      suggest(String(margin), Object.keys(constants)),
    );
  return value ?? 1;
}
