import type { EntityName, Scalar, Where } from '../../query/where.js';
import type { Place } from '../bind.js';
import type { Check } from '../check.js';
import type { Described, ValueType } from '../model.js';
import type { Path } from '../report.js';
import { readModelWhere } from './model-where.js';
import type { DerivedDraft, Known } from './draft.js';
import { whereNeeds } from './where-needs.js';

/** A where as it is written, and what an attribute is where it holds. */
export interface CaseOf {
  readonly where: unknown;
  readonly value: Scalar;
  /** Where the where is written. */
  readonly path: Path;
}

const types = { string: 'VARCHAR', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;
const typeOf = (value: Scalar): keyof typeof types & ValueType => typeof value as keyof typeof types;

/** An attribute by the first of some wheres that holds. */
export const casesDraft = (
  entity: EntityName,
  described: Described,
  file: string,
  place: Place,
  cases: readonly CaseOf[],
  otherwise: Scalar | undefined,
  names: Readonly<Record<EntityName, readonly string[]>>,
  { found }: Check,
): DerivedDraft => ({
  entity,
  described,
  file,
  place,
  made: place,
  needs: () => Promise.resolve(cases.flatMap((c) => whereNeeds(c.where, entity, names))),
  bind: (known: Known) => {
    const read = cases.map((c) => readModelWhere(c.where, entity, known, c.path, file, found));
    const kinds = new Set([...cases.map((c) => c.value), ...(otherwise === undefined ? [] : [otherwise])].map(typeOf));
    const [type = 'boolean'] = kinds;
    if (kinds.size > 1)
      place.report('WRONG_TYPE', place.path, `its values are of different types: ${[...kinds].join(' and ')}`);
    const sound = read.filter((where): where is Where => where !== null);
    if (sound.length < cases.length || kinds.size > 1) return Promise.resolve(null);
    return Promise.resolve({
      ...described,
      entity,
      type,
      sqlType: types[type],
      source: {
        kind: 'cases',
        cases: cases.flatMap(({ value }, i) => (sound[i] ? [{ where: sound[i], value }] : [])),
        ...(otherwise === undefined ? {} : { otherwise }),
      },
      file,
    });
  },
});
