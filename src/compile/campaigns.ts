import type { CampaignModel, CampaignOutcome } from '../catalog/campaigns/model.js';
import { campaignStages } from '../catalog/campaigns/model.js';
import type { Catalog } from '../catalog/model.js';
import type { CampaignsQuestion } from '../query/campaigns.js';
import { addDays } from '../query/time.js';
import type { RowWhere } from '../query/where.js';
import { keyColumns, sameMember } from './activity.js';
import { factOf } from './attribute-scan.js';
import { factRows, rowWhere, rowWhereNames, timeTypeOf, placedBy } from './fact-rows.js';
import { clockOf, type Clock } from './funnel/clock.js';
import { bigint } from './period-number.js';
import { all, comma, name, no, not, ref, sql, yes, type Sql } from './sql.js';
import { type Compiled, createScope, type StatementScope } from './statement.js';
import type { Span } from './window.js';

const anyRow: RowWhere = { kind: 'and', items: [] };

/** What a campaign's rows and those of its outcome are told apart by. */
interface Parts {
  readonly scope: StatementScope;
  readonly model: CampaignModel;
  readonly q: CampaignsQuestion;
  readonly clock: Clock;
  readonly keys: readonly Sql[];
}

function partsOf(catalog: Catalog, model: CampaignModel, q: CampaignsQuestion): Parts {
  const messages = { rows: { fact: model.messages, where: anyRow } };
  const outcome = model.outcome?.kind === 'fact' ? [{ rows: model.outcome.rows }] : [];
  const clock = clockOf(catalog, {
    steps: [messages, ...outcome],
    exclusions: [],
    order: 'ORDERED',
    window: model.outcome?.within ?? {},
  });
  return { scope: createScope(catalog), model, q, clock, keys: keyColumns(q.population.entity) };
}

interface Columns {
  readonly fact: string;
  readonly where: RowWhere;
  readonly span: Span;
  readonly names: readonly string[];
  readonly read: (time: Sql) => readonly Sql[];
}

/** Rows of a fact that belong to members: their keys and what is read from them. */
function memberRows({ scope, q, clock }: Parts, { fact: plural, where, span, names, read }: Columns): Sql {
  const { catalog } = scope;
  const { entity } = q.population;
  const fact = factOf(catalog, plural);
  const rows = factRows(catalog, { fact, asOf: q.asOf, rows: { kind: 'placed', span }, asked: where, names });
  const members = scope.members(entity, q.population.where, q.asOf, []);
  const on =
    entity === 'user' ? sql`m._member_customer = f._customer and m._member = f._user` : sql`m._member = f._customer`;
  const columns = [
    ...keyColumns(entity).map((key) => sql`f.${key}`),
    ...read(clock.read(timeTypeOf(fact, placedBy(fact)), sql`f._time`)),
  ];
  return scope.shared(sql`select ${comma(columns)} from (${rows}) as f join ${members} as m on ${on}`);
}

/** A row per message: keys, `_c` the campaign, `_at`, `_held`, `_s0` … the stages, `_cost`, `_o` whether it is an outcome and its `_v`. */
function messageRows(parts: Parts): Sql {
  const { scope, model, q } = parts;
  const { catalog } = scope;
  const fact = factOf(catalog, model.messages);
  const holds = (where: RowWhere | undefined, otherwise: Sql): Sql =>
    where ? rowWhere(catalog, fact, where, q.asOf) : otherwise;
  const held = holds(model.heldOut?.where, no);
  const arrived = holds(model.stages.delivered?.where, yes);
  const stages = campaignStages.map((stage, i) => {
    const reached = holds(model.stages[stage]?.where, no);
    const needed = stage === 'delivered' || stage === 'bounced' ? yes : arrived;
    return sql`${all([not(held), needed, reached])} as ${name(`_s${String(i)}`)}`;
  });
  const own = model.outcome?.kind === 'message' ? model.outcome : undefined;
  const money = (column: string | undefined): Sql =>
    column === undefined ? sql`0` : sql`coalesce(${ref('f', column)}, 0)`;
  const wheres = [model.heldOut, ...Object.values(model.stages), own?.test].flatMap((t) =>
    t ? rowWhereNames(t.where) : [],
  );
  const columns = [model.campaign, model.cost, own?.value].filter((c) => c !== undefined);
  const named: RowWhere =
    q.campaigns === undefined
      ? { kind: 'column', name: model.campaign, tests: [{ op: 'isNull', value: false }] }
      : { kind: 'column', name: model.campaign, tests: [{ op: 'in', values: q.campaigns }] };
  return memberRows(parts, {
    fact: model.messages,
    where: named,
    span: q.period,
    names: [...columns, ...wheres],
    read: (at) => [
      sql`${ref('f', model.campaign)} as _c`,
      sql`${at} as _at`,
      sql`${held} as _held`,
      ...stages,
      sql`${money(model.cost)} as _cost`,
      sql`${holds(own?.test.where, no)} as _o`,
      sql`${money(own?.value)} as _v`,
    ],
  });
}

/** A row per member, campaign and whether held out, with an outcome: keys, `_c`, `_held`, `_value`. */
function outcomes(parts: Parts, messages: Sql): Sql {
  const { model, scope, keys } = parts;
  const grouped = (from: Sql): Sql =>
    scope.shared(
      sql`select ${comma(keys)}, _c, _held, sum(_v) as _value from ${from} group by ${comma(keys)}, _c, _held`,
    );
  if (model.outcome?.kind !== 'fact') return grouped(sql`(select * from ${messages} as r where _o) as o`);
  return grouped(sql`(${afterwards(parts, model.outcome, messages)}) as o`);
}

/** Rows of the outcome so long after a message, each once for a campaign. */
function afterwards(parts: Parts, outcome: Extract<CampaignOutcome, { kind: 'fact' }>, messages: Sql): Sql {
  const { q, clock, keys } = parts;
  const { entity } = q.population;
  const rows = memberRows(parts, {
    fact: outcome.rows.fact,
    where: outcome.rows.where,
    span: { from: q.period.from },
    names: outcome.value === undefined ? [] : [outcome.value],
    read: (at) => [
      sql`${at} as _at`,
      sql`${outcome.value === undefined ? sql`0` : sql`coalesce(${ref('f', outcome.value)}, 0)`} as _v`,
      sql`row_number() over () as _row`,
    ],
  });
  const columns = [...keys.map((key) => sql`r.${key}`), sql`r._c`, sql`r._held`, sql`w._row`, sql`w._v`];
  const late = clock.later(sql`r._at`, outcome.within);
  return sql`select distinct ${comma(columns)} from ${messages} as r join ${rows} as w
    on ${sameMember(entity, 'r', 'w')} and w._at >= r._at and w._at <= ${late}`;
}

const stageColumns = (make: (column: Sql, i: number) => Sql): readonly Sql[] =>
  campaignStages.map((_, i) => make(name(`_s${String(i)}`), i));

/** A row per member and campaign: whether treated, messages, stages, cost, and what the outcome was. */
function byMember(parts: Parts): Sql {
  const { scope, model, q, keys, clock } = parts;
  const messages = messageRows(parts);
  const columns = [
    ...keys,
    sql`_c`,
    sql`bool_or(not _held) as _treated`,
    sql`count(*) filter (where not _held) as _n`,
    ...stageColumns((s) => sql`bool_or(${s}) as ${s}`),
    sql`sum(_cost) filter (where not _held) as _cost`,
    sql`min(_at) as _first`,
    sql`${clock.later(sql`max(_at)`, model.outcome?.within ?? {})} as _until`,
  ];
  const members = scope.shared(sql`select ${comma(columns)} from ${messages} as r group by ${comma(keys)}, _c`);
  const on = sql`${sameMember(q.population.entity, 'p', 'o')} and o._c = p._c and o._held = (not p._treated)`;
  return scope.shared(
    sql`select p.*, o._held is not null as _has, coalesce(o._value, 0) as _value from ${members} as p left join ${outcomes(parts, messages)} as o on ${on}`,
  );
}

const money = (value: Sql): Sql => sql`cast(coalesce(${value}, 0) as double)`;

/**
 * A row per campaign, the earliest first: `campaign`, `treated` and `held` members, `messages`, `s0` … the stages, `cost`; of the treated
 * (`t_`) and of those held out (`h_`) how many had the outcome (`has`) and the sum and sample variance of its value; `open` where some
 * message may still have an outcome.
 */
export function campaignsStatement(catalog: Catalog, model: CampaignModel, q: CampaignsQuestion): Compiled {
  const parts = partsOf(catalog, model, q);
  const members = byMember(parts);
  const side = (as: string, who: Sql): readonly Sql[] => [
    sql`count(*) filter (where ${who} and _has) as ${name(`${as}_has`)}`,
    sql`${money(sql`sum(_value) filter (where ${who})`)} as ${name(`${as}_sum`)}`,
    sql`${money(sql`var_samp(cast(_value as double)) filter (where ${who})`)} as ${name(`${as}_variance`)}`,
  ];
  const columns = [
    sql`_c as campaign`,
    sql`count(*) filter (where _treated) as treated`,
    sql`count(*) filter (where not _treated) as held`,
    sql`sum(_n) as messages`,
    ...stageColumns((s, i) => sql`count(*) filter (where ${s}) as ${name(`s${String(i)}`)}`),
    sql`${money(sql`sum(_cost)`)} as cost`,
    ...side('t', sql`_treated`),
    ...side('h', sql`not _treated`),
    sql`max(_until) >= ${bigint(parts.clock.start(addDays(q.asOf, 1)))} as open`,
  ];
  return parts.scope.finish(sql`select ${comma(columns)} from ${members} as a group by _c order by min(_first), _c`);
}

/** A row per number of messages that reached a member: `messages`, `members`, and those who answered and who unsubscribed. */
export function fatigueStatement(catalog: Catalog, model: CampaignModel, q: CampaignsQuestion): Compiled {
  const parts = partsOf(catalog, model, q);
  const rows = messageRows(parts);
  const flag = (stage: string | undefined): Sql => {
    const i = campaignStages.findIndex((s) => s === stage && model.stages[s] !== undefined);
    return i < 0 ? no : name(`_s${String(i)}`);
  };
  const reached = model.stages.delivered ? flag('delivered') : sql`not _held`;
  const members = sql`select count(*) as n, bool_or(${flag(model.response)}) as answered, bool_or(${flag('unsubscribed')}) as gone from ${rows} as r where ${reached} group by ${comma(parts.keys)}`;
  return parts.scope.finish(
    sql`select n as messages, count(*) as members, count(*) filter (where answered) as answered, count(*) filter (where gone) as gone from (${members}) as m group by n order by n`,
  );
}

/** Campaigns there have been up to a day: `campaign`. */
export function campaignNamesStatement(catalog: Catalog, model: CampaignModel, { asOf }: CampaignsQuestion): Compiled {
  const fact = factOf(catalog, model.messages);
  const rows = factRows(catalog, { fact, asOf, rows: { kind: 'placed', span: {} }, names: [model.campaign] });
  const column = name(model.campaign);
  return createScope(catalog).finish(
    sql`select distinct ${column} as campaign from (${rows}) as f where ${column} is not null order by 1 limit 10000`,
  );
}
