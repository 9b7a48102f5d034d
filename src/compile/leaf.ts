import type { Aggregate, Catalog, Metric } from '../catalog/model.js';
import type { MetricsQuestion } from '../query/question.js';
import type { Day } from '../query/time.js';
import { addDays } from '../query/time.js';

/** Whose facts count: the members at the period's start or at its end. */
export type Members = 'start' | 'end';
/** A metric that is not a formula, for one choice of members. */
export interface Leaf {
  readonly metric: Metric;
  readonly members: Members;
}

export const leafColumn = (leaf: { metric: { name: string }; members: Members }, part: '' | '$n' | '$d' = ''): string =>
  `${leaf.metric.name}@${leaf.members}${part}`;

export const leafColumns = (leaf: Leaf): readonly string[] =>
  leaf.metric.ratio.kind === 'value' ? [leafColumn(leaf)] : [leafColumn(leaf, '$n'), leafColumn(leaf, '$d')];

/** What a metric is told by: its value, or its numerator and its denominator. */
export const expressionsOf = ({ ratio }: Metric): readonly Aggregate[] =>
  ratio.kind === 'value' ? [ratio.value] : [ratio.numerator, ratio.denominator];
export const namesOf = (metric: Metric): readonly string[] => expressionsOf(metric).flatMap((e) => e.names);

/** The metrics that a formula is made of. */
export const partsOf = (catalog: Catalog, formula: Metric): readonly Metric[] =>
  namesOf(formula).flatMap((n) => catalog.metrics[n] ?? []);

/** Whether every metric under a formula, or the metric itself, is of a kind. */
export const madeOf = (catalog: Catalog, metric: Metric, is: (leaf: Metric) => boolean): boolean =>
  metric.source.kind === 'formula' ? partsOf(catalog, metric).every((part) => madeOf(catalog, part, is)) : is(metric);

/** Leaves with equal keys read the same rows and share one SELECT. */
export function groupKey(leaf: Leaf): string {
  const { source } = leaf.metric;
  if (source.kind === 'flow') {
    return JSON.stringify([leaf.members, source.fact, source.last, source.where?.sql, source.latestPer, source.time]);
  }
  if (source.kind === 'state') return JSON.stringify([leaf.members, source.over, source.at, source.where?.sql]);
  return source.kind === 'change' ? JSON.stringify([leaf.members, source.over, source.pool, source.entity]) : '';
}

export const firstDay = (q: MetricsQuestion): Day => addDays(q.period.from, -1);
export const lastDay = (q: MetricsQuestion): Day => addDays(q.period.until, -1);
export const memberDay = (q: MetricsQuestion, members: Members): Day =>
  q.population.memberDay ?? (members === 'start' ? firstDay(q) : lastDay(q));

/** The last days of the periods of a question about many. */
export const lastDays = ({ periods }: MetricsQuestion): readonly Day[] | undefined =>
  periods?.map(({ until }) => addDays(until, -1));
/** The days that members are looked up on, where each period has its own. */
export const memberDays = (q: MetricsQuestion): readonly Day[] | undefined =>
  q.population.memberDay === undefined ? lastDays(q) : undefined;

/** The day that a question's members are told by, at the end of the last of its periods. */
export const lastMemberDay = (q: MetricsQuestion): Day => memberDay(q, 'end');
export const stateDay = (q: MetricsQuestion, source: Extract<Metric['source'], { kind: 'state' }>): Day =>
  source.at === 'start' ? firstDay(q) : lastDay(q);

export const isOfEveryone = ({ population: { where } }: MetricsQuestion): boolean =>
  where.kind === 'and' && where.items.length === 0;

/** The same members are looked at in many periods. */
export const isOfFixedMembers = (q: MetricsQuestion): boolean => q.periods !== undefined && memberDays(q) === undefined;

/** Whether a metric looks at each member itself, on the day that they are members as of: then its rows are the members. */
export function looksAtMembers(q: MetricsQuestion, { source }: Metric): boolean {
  return (
    source.kind === 'state' &&
    'entity' in source.over &&
    source.over.entity === q.population.entity &&
    source.where === undefined &&
    stateDay(q, source) === memberDay(q, 'end')
  );
}

/** Whether a group of leaves has a row for each member, so that its rows tell how many they are. */
export const countsMembers = (q: MetricsQuestion, { metric, members }: Leaf): boolean =>
  looksAtMembers(q, metric) && memberDay(q, members) === memberDay(q, 'end') && !isOfFixedMembers(q);
