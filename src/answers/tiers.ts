import { describeWhere } from '../catalog/where/sentence.js';
import { problem, raise } from '../query/problem.js';
import type { Day } from '../query/time.js';
import { usualPeriod } from '../catalog/where/period.js';
import type { Combination } from './combinations.js';
import { combinationsOf, countWhere } from './combinations.js';
import type { MetricValue } from './measured.js';
import { metricsOf } from './measured.js';
import { whereOf, type People } from './people.js';
import { askedWhere, askedWithin } from './comparable.js';
import { preview } from './segment.js';
import type { Segment } from './segment.js';
import type { Session } from './session.js';

/** Tiers before they are counted. */
export interface TierModel {
  readonly tiers: readonly { readonly name: string; readonly segment: Segment }[];
  readonly default: string;
  readonly within: Segment;
  readonly asOf: Day;
}
export interface Tier {
  readonly name: string;
  readonly people: People;
  readonly share: number | null;
  /** Names of the metrics asked for. */
  readonly metrics: readonly string[];
}
export interface Tiers {
  readonly model: TierModel;
  readonly asOf: Day;
  readonly population: number;
  readonly exclusive: boolean;
  readonly exhaustive: boolean;
  readonly conflicts: readonly { readonly tiers: readonly string[]; readonly people: People }[];
  readonly tiers: readonly Tier[];
}

/** Reads and checks the tiers; throws ProblemError with every mistake. */
export function tierModel(
  session: Session,
  input: {
    readonly tiers: readonly { readonly name: string; readonly where?: unknown; readonly userWhere?: unknown }[];
    readonly default: string;
    readonly within?: unknown;
    readonly withinUsers?: unknown;
  },
  asOf: Day,
): TierModel {
  const names = [...input.tiers.map((t) => t.name), input.default];
  const path = ['request', 'tiers'];
  const ofUsers = input.tiers[0]?.userWhere != null;
  raise([
    ...(input.tiers.length < 1 || input.tiers.length > 50
      ? [problem('OUT_OF_RANGE', path, `there can be from 1 to 50 tiers, not ${String(input.tiers.length)}`)]
      : []),
    ...input.tiers.flatMap(({ where, userWhere }, i) =>
      (where == null) === (userWhere == null)
        ? [problem('WHERE_NEEDED', [...path, i], 'give exactly one of where and userWhere', ['where'])]
        : (userWhere != null) === ofUsers
          ? []
          : [problem('WRONG_POPULATION', [...path, i], 'tiers are all of customers or all of users')],
    ),
    ...names.flatMap((name, i) =>
      names.indexOf(name) === i ? [] : [problem('NAME_REPEATED', [...path, i, 'name'], `two tiers are called ${name}`)],
    ),
  ]);
  return {
    tiers: input.tiers.map((tier, i) => ({
      name: tier.name,
      segment: askedWhere(session, tier, [...path, String(i)]),
    })),
    default: input.default,
    within: askedWithin(session, input, ofUsers ? 'user' : 'customer', ['request']),
    asOf,
  };
}

/** Who is in the tier at a position: its where without those before it; the default is everyone without a tier. */
export function whereOfTier(model: TierModel, position: number): unknown {
  const earlier = model.tiers.slice(0, position).map((t) => t.segment.whereJson);
  const own = model.tiers[position];
  return {
    and: [
      model.within.whereJson ?? {},
      ...(own ? [own.segment.whereJson] : []),
      ...(earlier.length > 0 ? [{ not: { or: earlier } }] : []),
    ],
  };
}

export async function tiersOf(session: Session, model: TierModel, metrics: readonly string[]): Promise<Tiers> {
  const { asOf } = model;
  const { entity } = model.within;
  const found = await combinationsOf(session, {
    entity,
    within: model.within.where,
    wheres: model.tiers.map((t) => t.segment.where),
    asOf,
  });
  const population = countWhere(found, () => true);
  const nameAt = (i: number): string => model.tiers[i]?.name ?? model.default;
  const first = (holds: readonly number[]): number => holds[0] ?? model.tiers.length;
  const tiers = [...model.tiers, null].map((_, position) => {
    const count = countWhere(found, (holds) => first(holds) === position);
    const people = { entity, asOf, count, whereJson: whereOfTier(model, position) };
    return { name: nameAt(position), people, share: population === 0 ? null : count / population, metrics };
  });
  const conflicts = found.filter(({ holds }) => holds.length > 1);
  return {
    model,
    asOf,
    population,
    exclusive: conflicts.length === 0,
    exhaustive: countWhere(found, (holds) => holds.length === 0) === 0,
    conflicts: conflicts.map((c) => ({ tiers: c.holds.map(nameAt), people: conflictPeople(model, c) })),
    tiers,
  };
}

function conflictPeople(model: TierModel, { holds, count }: Combination): People {
  const wheres = model.tiers.map((t) => t.segment.whereJson);
  const others = wheres.filter((_, i) => !holds.includes(i));
  const not = others.length > 0 ? [{ not: { or: others } }] : [];
  const and = [model.within.whereJson ?? {}, ...holds.map((i) => wheres[i]), ...not];
  return { entity: model.within.entity, asOf: model.asOf, count, whereJson: { and } };
}

/** The metrics of one tier in the 30 days that end with its day. */
export const tierMetrics = (session: Session, { people, metrics }: Tier): Promise<readonly MetricValue[]> =>
  metricsOf(
    session,
    { entity: people.entity, where: preview(session, people.entity, whereOf(people)).where },
    metrics,
    usualPeriod(people.asOf),
  );

/**
 * The tier of one customer, or of one user, with every tier whose where it meets; null where it is not among those divided. Throws ProblemError for a
 * user at several customers of whom none is named.
 */
export async function tierOf(session: Session, { model }: Tiers, id: string, customer?: string) {
  const { entity } = model.within;
  if (entity === 'customer' && customer !== undefined)
    raise([problem('WRONG_POPULATION', ['customer'], 'tiers are of customers; their key is id')]);
  const only = { kind: 'ids', ids: [id] } as const;
  const at = customer === undefined ? [] : [{ kind: 'customer', where: { kind: 'ids', ids: [customer] } } as const];
  const all = await combinationsOf(session, {
    entity,
    within: { kind: 'and', items: [model.within.where, only, ...at] },
    wheres: model.tiers.map((t) => t.segment.where),
    asOf: model.asOf,
  });
  if (countWhere(all, () => true) > 1)
    raise([problem('MISSING_VALUE', ['customer'], `${id} works at several customers; name one`)]);
  const [found] = all;
  if (!found) return null;
  const matches = found.holds.flatMap((i) => model.tiers[i] ?? []);
  const [decisive] = matches;
  return {
    tier: decisive?.name ?? model.default,
    matches: matches.map((t) => t.name),
    text: decisive
      ? `${decisive.name}: ${describeWhere(decisive.segment.where, session.catalog, entity)}`
      : `${model.default}: meets none of ${model.tiers.map((t) => t.name).join(', ')}`,
  };
}
