import { sentenceCase } from 'change-case';
import type { Duration } from '../../query/time.js';
import { attributeOf } from '../attributes.js';
import type { Place } from '../bind.js';
import type { Check } from '../check.js';
import { attributeKey, type DerivedDraft, type Known } from '../derived/draft.js';
import type { Attribute, Workspace } from '../model.js';
import { dayOf, quoteName, quoteText } from '../sql-text.js';
import { suggest } from '../suggest.js';
import { componentAttribute, healthFile, type HealthComponent, type HealthProfile } from './model.js';
import { double, scaleFits, scaleSql, scoredSql } from './scale.js';

/** A component in one profile, and where it is written. */
export interface Part {
  readonly profile: HealthProfile;
  readonly component: HealthComponent;
  readonly place: Place;
}

const customer = (name: string): string => attributeKey('customer', name);

/** What a part is scored by. */
interface Scored {
  readonly part: Part;
  readonly attribute: Attribute;
  readonly date?: Attribute;
}

export const needsOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ component: { attribute, age } }) => [attribute, ...(age ? [age.date] : [])]).map(customer);

/** The attributes a part names; null after telling that one is not there or of no use. */
function scoredBy(part: Part, known: Known, tell: boolean): Scored | null {
  const { component, place } = part;
  const report = tell ? place.report : () => undefined;
  const find = (key: string, name: string): Attribute | undefined => {
    const found = known.find('customer', name);
    const names = known.of('customer').map((a) => a.name);
    if (!found)
      report('UNKNOWN_COLUMN', [...place.path, key], `there is no customer attribute ${name}`, suggest(name, names));
    return found;
  };
  const attribute = find('attribute', component.attribute);
  const date = component.age && find('date', component.age.date);
  const dated = date?.timeType !== undefined;
  if (date && !dated)
    report('WRONG_TYPE', [...place.path, 'date'], `${date.name} is a ${date.type}; an age needs a date`);
  const fits = attribute && scaleFits(component.scale, attribute, { ...place, report });
  if (!attribute || !fits || (component.age && !dated)) return null;
  return { part, attribute, ...(date ? { date } : {}) };
}

const interval = ({ years = 0, quarters = 0, months = 0, weeks = 0, days = 0 }: Duration): string =>
  `interval '${String(12 * years + 3 * quarters + months)} months ${String(7 * weeks + days)} days'`;

/** SQL for whether a part has a value that is young enough. */
function observed({ part: { component }, attribute, date }: Scored, { timeZone }: Workspace): string {
  const parts = [`${quoteName(attribute.name)} is not null`, ...scoredSql(component.scale, attribute)];
  if (date?.timeType && component.age)
    parts.push(
      `${dayOf(quoteName(date.name), date.timeType, timeZone)} >= cast(as_of - ${interval(component.age.most)} as date)`,
    );
  return parts.join(' and ');
}

/** SQL that is another one for each profile; null without one. */
export const byProfile = (cases: readonly { readonly profile: HealthProfile; readonly sql: string }[]): string =>
  `case health_profile ${cases.map(({ profile, sql }) => `when ${quoteText(profile.name)} then ${sql}`).join(' ')} end`;

function partSql(scored: Scored, workspace: Workspace): string {
  const { profile, component } = scored.part;
  const otherwise = profile.missing === 'exclude' ? '' : ` else ${double(profile.missing)}`;
  return `case when ${observed(scored, workspace)} then ${scaleSql(component.scale, scored.attribute)}${otherwise} end`;
}

/** The score of a component, in whichever profiles have it. */
export function componentDraft(
  name: string,
  parts: readonly Part[],
  workspace: Workspace,
  { binder, found }: Check,
): DerivedDraft {
  const component = parts[0]?.component;
  const place = parts[0]?.place ?? { path: [], report: found.in(healthFile) };
  const described = {
    name: componentAttribute(name),
    label: `Health: ${component?.label ?? sentenceCase(name)}`,
    description: `What ${component?.attribute ?? name} adds to the health score, from 0 to 100: ${component?.description ?? ''}`,
    unit: 'score',
  };
  return {
    entity: 'customer',
    described,
    file: healthFile,
    place,
    made: place,
    needs: () => Promise.resolve([customer('health_profile'), ...needsOf(parts)]),
    bind: async (known) => {
      const scored = parts.map((part) => scoredBy(part, known, true));
      const sound = scored.filter((s) => s !== null);
      if (sound.length < parts.length) return null;
      const sql = byProfile(sound.map((s) => ({ profile: s.part.profile, sql: partSql(s, workspace) })));
      const bound = await binder.bind(sql, 'row', known.scope('customer'), place);
      const source = bound && ({ kind: 'formula', expression: bound.expression } as const);
      return source && attributeOf(described, 'customer', bound, source, undefined, healthFile, place);
    },
  };
}

const sum = (terms: readonly string[]): string => (terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' + ')})`);

/** SQL for the share of a profile's weight that has a value; null where its components are wrong, which is told with them. */
export function coverageSql(parts: readonly Part[], known: Known, workspace: Workspace): string | null {
  const scored = parts.map((part) => scoredBy(part, known, false)).filter((s) => s !== null);
  if (scored.length < parts.length) return null;
  const present = scored.map(
    (s) => `case when ${observed(s, workspace)} then ${double(s.part.component.weight)} else 0e0 end`,
  );
  return `${sum(present)} / ${sum(parts.map(({ component }) => double(component.weight)))}`;
}

/** SQL for the score of a profile over the scores of its components. */
export function scoreSql({ model, components, coverage }: HealthProfile): string {
  const scores = components.map((c) => ({ score: componentAttribute(c.name), weight: double(c.weight) }));
  const weighted = sum(scores.map(({ score, weight }) => `coalesce(${score}, 0e0) * ${weight}`));
  const weights = sum(scores.map(({ score, weight }) => `case when ${score} is null then 0e0 else ${weight} end`));
  const above = '101e0';
  const worst = `nullif(least(${scores.map(({ score }) => `coalesce(${score}, ${above})`).join(', ')}), ${above})`;
  const score = model === 'weighted' ? `${weighted} / nullif(${weights}, 0e0)` : worst;
  return `case when health_coverage >= ${double(coverage)} then ${score} end`;
}
