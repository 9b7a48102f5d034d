import { sentenceCase } from 'change-case';
import type { EntityName } from '../../query/where.js';
import { attributeOf } from '../attributes.js';
import type { Check } from '../check.js';
import { describe } from '../columns.js';
import { casesDraft } from '../derived/cases.js';
import { changeDraft } from '../derived/change.js';
import { attributeKey, type DerivedDraft, type Known } from '../derived/draft.js';
import type { Described, Workspace } from '../model.js';
import { quoteText } from '../sql-text.js';
import { byProfile, componentDraft, coverageSql, needsOf, scoreSql, type Part } from './components.js';
import { componentAttribute, healthFile, unknownBand, type HealthBand, type HealthProfile } from './model.js';
import { ownAttributes } from './read.js';
import { double } from './scale.js';

/** What `health.yml` says, before the attributes it names are known. */
export interface HealthDraft {
  readonly description: string;
  readonly profiles: readonly HealthProfile[];
  readonly bands: readonly HealthBand[];
  readonly parts: readonly Part[];
}

/** The attributes it makes. */
export const healthNames = ({ parts }: HealthDraft): readonly string[] => [
  ...ownAttributes,
  ...parts.map(({ component }) => componentAttribute(component.name)),
];

type Names = Readonly<Record<EntityName, readonly string[]>>;

/** The health score, its parts and its change as attributes of customers. */
export function healthDrafts(
  health: HealthDraft,
  workspace: Workspace,
  names: Names,
  check: Check,
): readonly DerivedDraft[] {
  const { profiles, bands, parts } = health;
  const place = { path: [], report: check.found.in(healthFile) };
  const of = (name: string, label: string, description: string, unit?: string): Described => ({
    name,
    label,
    description,
    ...(unit === undefined ? {} : { unit }),
  });
  const formula = (
    described: Described,
    needs: readonly string[],
    sql: (known: Known) => string | null,
  ): DerivedDraft => ({
    entity: 'customer',
    described,
    file: healthFile,
    place,
    made: place,
    needs: () => Promise.resolve(needs),
    bind: async (known) => {
      const text = sql(known);
      const bound = text === null ? null : await check.binder.bind(text, 'row', known.scope('customer'), place);
      const source = bound && ({ kind: 'formula', expression: bound.expression } as const);
      return source && attributeOf(described, 'customer', bound, source, undefined, healthFile, place);
    },
  });
  const customer = (name: string): string => attributeKey('customer', name);
  const components = [...new Set(parts.map(({ component }) => component.name))];
  return [
    casesDraft(
      'customer',
      of('health_profile', 'Health profile', 'By which profile the health score is made; none where no profile fits'),
      healthFile,
      place,
      profiles.map(({ name, where }) => ({ where: where ?? {}, value: name, path: ['profiles', name, 'where'] })),
      undefined,
      names,
      check,
    ),
    ...components.map((name) =>
      componentDraft(
        name,
        parts.filter(({ component }) => component.name === name),
        workspace,
        check,
      ),
    ),
    formula(
      of(
        'health_coverage',
        'Health coverage',
        'Share of the weights of the profile whose components have a value that is young enough',
        'ratio',
      ),
      [customer('health_profile'), ...needsOf(parts)],
      (known) => {
        const cases = profiles.map((profile) => ({
          profile,
          sql: coverageSql(
            parts.filter((p) => p.profile === profile),
            known,
            workspace,
          ),
        }));
        const sound = cases.flatMap(({ profile, sql }) => (sql === null ? [] : [{ profile, sql }]));
        return sound.length < cases.length ? null : byProfile(sound);
      },
    ),
    formula(
      of(
        'health_score',
        'Health score',
        `${health.description.replace(/\.?$/, '')}. From 0 to 100; none where too little is known or no profile fits`,
        'score',
      ),
      ['health_profile', 'health_coverage', ...components.map(componentAttribute)].map(customer),
      () => byProfile(profiles.map((profile) => ({ profile, sql: scoreSql(profile) }))),
    ),
    formula(
      of('health_band', 'Health band', `${bandsText(bands)}; ${unknownBand} where too little is known`),
      ['health_profile', 'health_score'].map(customer),
      () => bandSql(bands),
    ),
    changeDraft(
      'customer',
      of(
        'health_score_change_30d',
        'Health score change (30 days)',
        'Health score less the one of 30 days before, both by the present profiles; none where either is not known',
        'score',
      ),
      healthFile,
      place,
      { attribute: 'health_score', over: { days: 30 }, as: 'absolute' },
    ),
  ];
}

const bandsText = (bands: readonly HealthBand[]): string =>
  bands.map(({ name, from }) => (from === 0 ? `${name} below` : `${name} from ${String(from)}`)).join(', ');

const bandSql = (bands: readonly HealthBand[]): string => {
  const cases = bands.map(({ name, from }) => `when health_score >= ${double(from)} then ${quoteText(name)}`);
  return `case when health_profile is null then null when health_score is null then ${quoteText(unknownBand)} ${cases.join(' ')} end`;
};

/** Name, label and description of a profile or a component, made from the name where it has none. */
export const described = (
  name: string,
  given: { readonly label?: string | undefined; readonly description?: string | undefined },
): Described => describe(name, { ...given, label: given.label ?? sentenceCase(name) });
