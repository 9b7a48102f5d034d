import { bindWhere, type Placed } from './attributes.js';
import type { Binder, Expected, Shape } from './bind.js';
import type { Check } from './check.js';
import { describe } from './columns.js';
import { mustBeColumn } from './entities.js';
import { tellTime } from './fact-attributes.js';
import { constantTypes, orderFormulas } from './formulas.js';
import { soundKind, type Kind, type MetricBase } from './metric-kind.js';
import type { Aggregate, Expression, Metric, MetricSource, Ratio } from './model.js';
import type { Path, Report } from './report.js';
import { rowScope, type Scope } from './scope.js';
import type { Source } from './sources.js';
import { valueType } from './value-type.js';
import type { MetricYml, RatioYml } from './yml-schema.js';

interface OpenMetric extends Placed<MetricYml> {
  readonly name: string;
  readonly kind: Kind;
  readonly source: Source;
  readonly report: Report;
}

/** All metrics of the model, formulas after what they are made of. */
export async function bindMetrics(bases: readonly MetricBase[], check: Check): Promise<readonly Placed<Metric>[]> {
  const { binder, broken, found } = check;
  const out: Placed<Metric>[] = [];
  const formulas = new Map<string, OpenMetric>();
  await binder.expect(bases.flatMap(metricExpressions));
  for (const base of bases) {
    const { source } = base.draft;
    const report = found.in(source.ymlFile);
    for (const [name, thing] of Object.entries(base.draft.yml.metrics)) {
      const path = ['metrics', name];
      const kind = soundKind(thing, base, path, report);
      const earlier = formulas.get(name);
      if (kind === 'formula' && earlier)
        report('DUPLICATE_NAME', path, `${name} is a metric already, in ${earlier.source.ymlFile}`);
      else if (kind === 'formula') formulas.set(name, { name, kind, thing, path, source, report });
      if (kind === 'formula') continue;
      const open = kind && { name, kind, thing, path, source, report };
      const metric = open && (await bindMetric(open, base, binder));
      if (metric) out.push({ thing: metric, path });
      else broken.add(name);
    }
  }
  return [...out, ...(await bindFormulas(formulas, out, check))];
}

/** What `bindMetric` binds. */
const metricExpressions = (base: MetricBase): readonly Expected[] =>
  Object.values(base.draft.yml.metrics).flatMap((yml) =>
    (['state', 'flow', 'change'] as const).flatMap((kind) => {
      const scope = scopeOf(base, kind);
      const { value, numerator, denominator } = yml[kind] ?? {};
      const sqls = [value, numerator, denominator].filter((sql) => sql !== undefined);
      return [
        ...sqls.map((sql) => ({ sql, shape: 'aggregate' as const, scope })),
        ...(sqls.length === 0 || yml.where === undefined ? [] : [{ sql: yml.where, shape: 'row' as const, scope }]),
      ];
    }),
  );

const scopeOf = (base: MetricBase, kind: Kind): Scope =>
  base.kind === 'fact' ? base.draft.scope : kind === 'change' ? beforeAndAfter(base.scope) : base.scope;

async function bindMetric(open: OpenMetric, base: MetricBase, binder: Binder): Promise<Metric | null> {
  const { thing: yml, kind, path, report } = open;
  const scope = scopeOf(base, kind);
  if (base.kind === 'fact') {
    mustBeColumn('latest_per', yml.latest_per, base.draft.defined, report, [...path, 'latest_per']);
    tellTime(yml.time, base.draft, report, [...path, 'time']);
  }
  const where = await bindWhere(yml.where, scope, binder, { path: [...path, 'where'], report });
  const ratio = await bindRatio(yml[kind], 'aggregate', scope, binder, [...path, kind], report);
  if (ratio === null || where === 'refused') return null;
  return metricOf(open, ratio, sourceOf(yml, kind, base, where));
}

const beforeAndAfter = ({ tables }: Scope): Scope => ({
  tables: { before: tables[''] ?? {}, after: tables[''] ?? {} },
});

function sourceOf(yml: MetricYml, kind: Kind, base: MetricBase, where: Expression | undefined): MetricSource {
  const rows = { ...(where ? { where } : {}) };
  if (base.kind === 'entity' && kind === 'change') {
    const { over, pool } = yml;
    return { kind, entity: base.draft.name, ...(over ? { over } : {}), ...(pool === undefined ? {} : { pool }) };
  }
  if (kind === 'state' || base.kind === 'entity') {
    const over = base.kind === 'entity' ? { entity: base.draft.name } : { fact: base.draft.fact.plural };
    return { kind: 'state', over, at: yml.at ?? 'end', ...rows };
  }
  return {
    kind: 'flow',
    fact: base.draft.fact.plural,
    ...rows,
    ...(yml.last ? { last: yml.last } : {}),
    ...(yml.latest_per === undefined ? {} : { latestPer: yml.latest_per }),
    ...(yml.time === undefined ? {} : { time: yml.time }),
  };
}

const metricOf = ({ name, thing: yml, kind, source }: OpenMetric, ratio: Ratio, from: MetricSource): Metric => ({
  ...describe(name, yml),
  source: from,
  ratio,
  members: yml.members ?? (kind === 'change' ? 'start' : 'end'),
  ...(yml.good ? { good: yml.good } : {}),
  zero: yml.zero,
  file: source.ymlFile,
});

/** One aggregate or the two of a rate, each a number. */
async function bindRatio(
  yml: RatioYml | undefined,
  shape: Shape,
  scope: Scope,
  binder: Binder,
  path: Path,
  report: Report,
): Promise<Ratio | null> {
  const { value, numerator, denominator } = yml ?? {};
  const number = async (sql: string, at: Path): Promise<Aggregate | null> => {
    const bound = await binder.bind(sql, shape, scope, { path: at, report });
    if (bound === null) return null;
    const { expression, sqlType, ...counted } = bound;
    if (valueType(sqlType)?.type === 'number') return { ...expression, ...counted };
    report('WRONG_TYPE', at, `is ${bound.sqlType}; a metric is a number`);
    return null;
  };
  if (value !== undefined && (numerator !== undefined || denominator !== undefined)) {
    report('CONFLICTING_KEYS', [...path, 'value'], 'give a value, or a numerator and a denominator');
    return null;
  }
  if (value !== undefined) {
    const bound = await number(value, path);
    return bound && { kind: 'value', value: bound };
  }
  for (const [key, sql] of Object.entries({ numerator, denominator }))
    if (sql === undefined)
      report('MISSING_KEY', [...path, key], 'this key must be there: a rate is a numerator and a denominator');
  const above = numerator === undefined ? null : await number(numerator, [...path, 'numerator']);
  const below = denominator === undefined ? null : await number(denominator, [...path, 'denominator']);
  return above && below && { kind: 'ratio', numerator: above, denominator: below };
}

async function bindFormulas(
  formulas: ReadonlyMap<string, OpenMetric>,
  others: readonly Placed<Metric>[],
  { binder, broken, constants }: Check,
): Promise<readonly Placed<Metric>[]> {
  const order = await orderFormulas(
    new Map(
      [...formulas].map(([name, { thing }]) => [
        name,
        Object.values(thing.formula ?? {}).filter((sql) => sql !== undefined),
      ]),
    ),
    binder,
    (name) => ({
      path: [...(formulas.get(name)?.path ?? []), 'formula'],
      report: formulas.get(name)?.report ?? (() => undefined),
    }),
  );
  for (const name of formulas.keys()) if (!order.includes(name)) broken.add(name);
  const known = new Set(others.map((m) => m.thing.name));
  const scopeOfMetrics = (names: Iterable<string>): Scope =>
    rowScope({ ...constantTypes(constants), ...Object.fromEntries([...names].map((metric) => [metric, 'DOUBLE'])) });
  const scope = scopeOfMetrics([...known, ...order]);
  const sqls = order.flatMap((name) => Object.values(formulas.get(name)?.thing.formula ?? {}));
  await binder.expect(sqls.filter((sql) => sql !== undefined).map((sql) => ({ sql, shape: 'row', scope })));
  const out: Placed<Metric>[] = [];
  for (const name of order) {
    const open = formulas.get(name);
    if (!open) continue;
    const { thing, path, report } = open;
    const ratio = await bindRatio(thing.formula, 'row', scopeOfMetrics(known), binder, [...path, 'formula'], report);
    if (ratio === null) {
      broken.add(name);
      continue;
    }
    known.add(name);
    out.push({ thing: metricOf(open, ratio, { kind: 'formula' }), path });
  }
  return out;
}
