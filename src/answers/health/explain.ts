import { Temporal } from 'temporal-polyfill';
import type { Attribute, Catalog } from '../../catalog/model.js';
import {
  componentAttribute,
  type Health,
  type HealthComponent,
  type HealthProfile,
} from '../../catalog/health/model.js';
import { minus, type Day } from '../../query/time.js';
import type { Member } from '../members.js';
import type { Session } from '../session.js';

export type ComponentStatus = 'PRESENT' | 'MISSING' | 'TOO_OLD';

export interface ComponentScore {
  readonly component: HealthComponent;
  readonly value: unknown;
  readonly date: Day | null;
  readonly status: ComponentStatus;
  readonly score: number | null;
  readonly share: number;
  readonly contribution: number | null;
}

/** A profile that was tried for a customer. */
export interface TriedProfile {
  readonly profile: HealthProfile;
  readonly holds: boolean;
  readonly member: Member;
}

export interface HealthExplanation {
  readonly member: Member;
  readonly asOf: Day;
  readonly score: number | null;
  readonly band: string | null;
  readonly coverage: number | null;
  readonly change30d: number | null;
  readonly profile: HealthProfile | null;
  /** Up to the one that fits. */
  readonly tried: readonly TriedProfile[];
  readonly components: readonly ComponentScore[];
}

/** Why a customer's health score is what it is; null where the workspace does not score customers. */
export async function explainHealth(session: Session, member: Member): Promise<HealthExplanation | null> {
  const { health } = session.catalog;
  if (!health) return null;
  const ask = (attribute: string): Promise<unknown> =>
    session.values.load({ entity: 'customer', asOf: member.asOf, id: member.id, attribute });
  const own = ['health_profile', 'health_score', 'health_band', 'health_coverage', 'health_score_change_30d'];
  const [name, score, band, coverage, change] = await Promise.all(own.map(ask));
  const profile = health.profiles.find((p) => p.name === name) ?? null;
  const seen = await Promise.all((profile?.components ?? []).map((c) => observe(session.catalog, c, member.asOf, ask)));
  return {
    member,
    asOf: member.asOf,
    score: number(score),
    band: typeof band === 'string' ? band : null,
    coverage: number(coverage),
    change30d: number(change),
    profile,
    tried: triedProfiles(health, profile).map((p) => ({ profile: p, holds: p === profile, member })),
    components: profile ? withShares(profile, seen, number(score)) : [],
  };
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const triedProfiles = ({ profiles }: Health, chosen: HealthProfile | null): readonly HealthProfile[] =>
  chosen ? profiles.slice(0, profiles.indexOf(chosen) + 1) : profiles;

type Seen = Omit<ComponentScore, 'share' | 'contribution'>;

async function observe(
  catalog: Catalog,
  component: HealthComponent,
  asOf: Day,
  ask: (attribute: string) => Promise<unknown>,
): Promise<Seen> {
  const { attribute, age, scale } = component;
  const [value, score, date] = await Promise.all([
    ask(attribute),
    ask(componentAttribute(component.name)),
    age ? ask(age.date) : null,
  ]);
  const dated = age ? catalog.entities.customer.attributes[age.date] : undefined;
  const day = dated ? localDay(dated, date, catalog.workspace.timeZone) : null;
  const young = age === undefined || (day !== null && day >= minus(asOf, age.most));
  const scored = value !== null && (scale.kind !== 'values' || Object.hasOwn(scale.scores, keyOf(value)));
  const status = !scored ? 'MISSING' : young ? 'PRESENT' : 'TOO_OLD';
  return { component, value, date: day, status, score: number(score) };
}

const keyOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The day of a value of a date or time attribute, which travels as text. */
function localDay({ timeType }: Attribute, value: unknown, zone: string): Day | null {
  if (typeof value !== 'string') return null;
  if (timeType !== 'timestamptz') return value.slice(0, 'YYYY-MM-DD'.length);
  return Temporal.Instant.from(value).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function withShares({ model }: HealthProfile, seen: readonly Seen[], score: number | null): readonly ComponentScore[] {
  const weight = seen.reduce((sum, s) => sum + (s.score === null ? 0 : s.component.weight), 0);
  const worst = seen.findIndex((s) => s.score !== null && s.score === Math.min(...seen.map((t) => t.score ?? 101)));
  return seen.map((s, i) => {
    const counts = s.score !== null && weight > 0;
    const share = !counts ? 0 : model === 'weighted' ? s.component.weight / weight : i === worst ? 1 : 0;
    const contribution =
      score === null || s.score === null
        ? null
        : model === 'weighted'
          ? (s.score * s.component.weight) / weight
          : share * s.score;
    return { ...s, share, contribution };
  });
}
