import type { EntityName, Scalar } from '../../query/where.js';
import type { Place } from '../bind.js';
import type { Check } from '../check.js';
import { describe } from '../columns.js';
import type { EntityDraft } from '../entities.js';
import type { Described } from '../model.js';
import type { DerivedAttributeYml } from '../yml-schema.js';
import { casesDraft, type CaseOf } from './cases.js';
import { changeDraft } from './change.js';
import type { DerivedDraft } from './draft.js';
import { formulaDraft } from './formula.js';

const kinds = ['formula', 'where', 'cases', 'change'] as const;
type Kind = (typeof kinds)[number];
/** Keys with a meaning for one kind only. */
const kindOfKey = { else: 'cases', over: 'change', as: 'change' } as const;

type Names = Readonly<Record<EntityName, readonly string[]>>;

/** The derived attributes of an entity; those that are none of the kinds are told and become broken names. */
export function derivedDrafts(draft: EntityDraft, names: Names, check: Check): readonly DerivedDraft[] {
  const report = check.found.in(draft.source.ymlFile);
  return Object.entries(draft.yml.attributes).flatMap(([name, yml]) => {
    const place = { path: ['attributes', name], report };
    const kind = soundKind(yml, place);
    const made = kind && draftOf[kind](yml, draft, describe(name, yml), place, names, check);
    if (!made) check.broken.add(name);
    return made ? [made] : [];
  });
}

function soundKind(yml: DerivedAttributeYml, { path, report }: Place): Kind | null {
  const [kind, another] = kinds.filter((k) => yml[k] !== undefined);
  if (kind === undefined) {
    report('MISSING_KEY', path, `an attribute needs one of ${kinds.join(', ')}`);
    return null;
  }
  if (another !== undefined) {
    report('CONFLICTING_KEYS', [...path, another], `an attribute is one of ${kinds.join(', ')}; this has ${kind} too`);
    return null;
  }
  for (const [key, of] of Object.entries(kindOfKey))
    if (yml[key as keyof typeof kindOfKey] !== undefined && of !== kind)
      report('CONFLICTING_KEYS', [...path, key], `\`${key}\` has a meaning beside \`${of}\` only, not \`${kind}\``);
  return kind;
}

type Make = (
  yml: DerivedAttributeYml,
  draft: EntityDraft,
  described: Described,
  place: Place,
  names: Names,
  check: Check,
) => DerivedDraft | null;

const byCases =
  (cases: (yml: DerivedAttributeYml, place: Place) => readonly CaseOf[], otherwise?: Scalar): Make =>
  (yml, { name, source }, described, place, names, check) =>
    casesDraft(name, described, source.ymlFile, place, cases(yml, place), otherwise ?? yml.else, names, check);

const draftOf: Readonly<Record<Kind, Make>> = {
  formula: ({ formula }, { name, source }, described, place, _, check) =>
    formula === undefined ? null : formulaDraft(name, described, source.ymlFile, place, formula, check),
  where: byCases(({ where }, { path }) => [{ where, value: true, path: [...path, 'where'] }], false),
  cases: byCases(({ cases = [] }, { path }) =>
    cases.map(({ where, is }, i) => ({ where, value: is, path: [...path, 'cases', i, 'where'] })),
  ),
  change: ({ change, over, as = 'absolute' }, { name, source }, described, place) => {
    if (over === undefined)
      place.report('MISSING_KEY', [...place.path, 'over'], 'this key must be there: `over: 30 days`');
    return change === undefined || over === undefined
      ? null
      : changeDraft(name, described, source.ymlFile, place, { attribute: change, over, as });
  },
};
