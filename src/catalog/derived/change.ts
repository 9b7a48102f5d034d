import type { Duration } from '../../query/time.js';
import type { EntityName } from '../../query/where.js';
import type { Place } from '../bind.js';
import type { Described } from '../model.js';
import { suggest } from '../suggest.js';
import { attributeKey, type DerivedDraft } from './draft.js';

export interface ChangeOf {
  readonly attribute: string;
  readonly over: Duration;
  readonly as: 'absolute' | 'percent';
}

/** An attribute by how another number of the same entity moved. */
export const changeDraft = (
  entity: EntityName,
  described: Described,
  file: string,
  place: Place,
  change: ChangeOf,
): DerivedDraft => {
  const made = { ...place, path: [...place.path, 'change'] };
  return {
    entity,
    described,
    file,
    place,
    made,
    needs: () => Promise.resolve([attributeKey(entity, change.attribute)]),
    bind: (known) => {
      const of = known.find(entity, change.attribute);
      const numbers = known.of(entity).filter((a) => a.type === 'number');
      if (of?.type !== 'number') {
        const what = of ? `is a ${of.type}; only numbers change by an amount` : 'is no attribute here';
        const near = suggest(
          change.attribute,
          numbers.map((a) => a.name),
        );
        made.report(of ? 'WRONG_TYPE' : 'UNKNOWN_COLUMN', made.path, `${change.attribute} ${what}`, near);
        return Promise.resolve(null);
      }
      const unit = described.unit ?? (change.as === 'percent' ? 'percent' : of.unit);
      return Promise.resolve({
        ...described,
        ...(unit === undefined ? {} : { unit }),
        entity,
        type: 'number',
        sqlType: 'DOUBLE',
        source: { kind: 'change', ...change },
        file,
      });
    },
  };
};
