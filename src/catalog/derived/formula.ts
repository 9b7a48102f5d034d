import type { EntityName } from '../../query/where.js';
import { attributeOf } from '../attributes.js';
import type { Place } from '../bind.js';
import type { Check } from '../check.js';
import type { Described } from '../model.js';
import { attributeKey, type DerivedDraft } from './draft.js';

/** An attribute by an SQL expression over others of the same entity. */
export const formulaDraft = (
  entity: EntityName,
  described: Described,
  file: string,
  place: Place,
  formula: string,
  { binder }: Check,
): DerivedDraft => {
  const made = { ...place, path: [...place.path, 'formula'] };
  return {
    entity,
    described,
    file,
    place,
    made,
    needs: async () => (await binder.mentions(formula)).map((name) => attributeKey(entity, name)),
    bind: async (known) => {
      const bound = await binder.bind(formula, 'row', known.scope(entity), made);
      const source = bound && ({ kind: 'formula', expression: bound.expression } as const);
      return source && attributeOf(described, entity, bound, source, undefined, file, place);
    },
  };
};
