import type { Catalog } from '../../catalog/model.js';
import { hasValue } from '../activity/groups.js';
import { narrowed, type Json } from '../activity/population.js';
import { windowOf } from '../activity/rows.js';
import type { People } from '../people.js';
import { rateOf, type FunnelRate } from './rate.js';
import type { FunnelAsked } from './request.js';

export interface FunnelTime {
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
}
export interface FunnelStep {
  readonly number: number;
  readonly label: string | null;
  readonly reached: People;
  readonly pending: People;
  readonly lost: People;
  readonly rate: FunnelRate;
  readonly stepRate: FunnelRate;
  readonly sinceEntry: FunnelTime | null;
  readonly sincePrevious: FunnelTime | null;
}

/** The numbers of everyone, or of one group. */
export interface FunnelNumbers {
  readonly entered: People;
  readonly converted: People;
  readonly pending: People;
  readonly lost: People;
  readonly excluded: People;
  readonly rate: FunnelRate;
  readonly settledRate: FunnelRate;
  readonly steps: readonly FunnelStep[];
}
export interface FunnelSeries extends FunnelNumbers {
  readonly value: unknown;
}

type Row = Readonly<Record<string, unknown>>;
/** Makes the people of a number from how far they got. */
type PeopleWho = (count: number, far: Json) => People;

/** The people of a funnel by how far they got, or of one group of it. */
export function funnelPeople(
  catalog: Catalog,
  asked: FunnelAsked,
  entry: Json,
  group?: { by: string; value: unknown },
): PeopleWho {
  const { segment, question, definition } = asked;
  const { entity } = question.population;
  const own = group ? [hasValue(catalog, entity, group.by, group.value)] : [];
  return (count, far) => ({
    entity,
    count,
    asOf: question.asOf,
    whereJson: narrowed(segment, entity, [...own, { funnel: { ...definition, during: entry, ...far } }]),
  });
}

const count = (value: unknown): number => Number(value ?? 0);
const orNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

function numbersOf({ question: { funnel } }: FunnelAsked, row: Row, people: PeopleWho): FunnelNumbers {
  const last = funnel.steps.length;
  const reached = (step: number): number => (step > last ? 0 : count(row[`r${String(step)}`]));
  const pending = (step: number): number => count(row[`p${String(step)}`]);
  const lost = (step: number): number => (step === last ? 0 : reached(step) - reached(step + 1) - pending(step));
  const all = (of: (step: number) => number): number => funnel.steps.reduce((sum, _, i) => sum + of(i + 1), 0);
  const time = (column: string): FunnelTime => ({
    mean: orNull(row[`${column}_mean`]),
    median: orNull(row[`${column}_median`]),
    p90: orNull(row[`${column}_p90`]),
  });
  const steps = funnel.steps.map(({ label }, i): FunnelStep => {
    const number = i + 1;
    const ended = { reached: { eq: number } };
    return {
      number,
      label: label ?? null,
      reached: people(reached(number), { reached: { gte: number } }),
      pending: people(pending(number), { ...ended, outcomes: ['PENDING'] }),
      lost: people(lost(number), { ...ended, outcomes: ['LOST'] }),
      rate: rateOf(reached(number), reached(1)),
      stepRate: rateOf(reached(number), number === 1 ? reached(1) : reached(i)),
      sinceEntry: number === 1 ? null : time(`e${String(number)}`),
      sincePrevious: number === 1 ? null : time(`s${String(number)}`),
    };
  });
  return {
    entered: people(reached(1), { reached: { gte: 1 } }),
    converted: people(reached(last), { outcomes: ['CONVERTED'] }),
    pending: people(all(pending), { outcomes: ['PENDING'] }),
    lost: people(all(lost), { outcomes: ['LOST'] }),
    excluded: people(count(row['excluded']), { outcomes: ['EXCLUDED'] }),
    rate: rateOf(reached(last), reached(1)),
    settledRate: rateOf(reached(last), reached(last) + all(lost)),
    steps,
  };
}

/** The numbers of everyone and those of the groups, as the rows of an answer have them. */
export function summaryOf(catalog: Catalog, asked: FunnelAsked, rows: readonly Row[]) {
  const { by, limit, entry } = asked.question;
  const [attribute = ''] = by;
  const during = windowOf(entry);
  const everyone = rows.find((row) => row['everyone'] === true) ?? {};
  const groups = rows.filter((row) => row['everyone'] !== true);
  return {
    ...numbersOf(asked, everyone, funnelPeople(catalog, asked, during)),
    series: groups.slice(0, limit).map((row): FunnelSeries => {
      const value = row['d0'] ?? null;
      return { ...numbersOf(asked, row, funnelPeople(catalog, asked, during, { by: attribute, value })), value };
    }),
    truncated: groups.length > limit,
  };
}
export type FunnelSummary = ReturnType<typeof summaryOf>;
