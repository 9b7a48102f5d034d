import type { EntityName } from '../../query/where.js';
import type { Placed } from '../attributes.js';
import { modelSoFar } from '../catalog-of.js';
import type { EntityDrafts } from '../entities.js';
import type { FactDraft } from '../facts.js';
import { attributeTypes, constantTypes } from '../formulas.js';
import type { Attribute, Workspace } from '../model.js';
import { asOfColumn, rowScope } from '../scope.js';
import type { Known } from './draft.js';

/** Attributes as they become known: those of columns, facts and users first, then one derived one after the other. */
export function knownAttributes(
  workspace: Workspace,
  entities: EntityDrafts,
  facts: readonly FactDraft[],
  attributes: Readonly<Record<EntityName, Placed<Attribute>[]>>,
): Known {
  const of = (entity: EntityName): readonly Attribute[] => attributes[entity].map((a) => a.thing);
  return {
    of,
    find: (entity, name) => of(entity).find((a) => a.name === name),
    scope: (entity) =>
      rowScope({ ...constantTypes(workspace.constants), [asOfColumn]: 'DATE', ...attributeTypes(of(entity)) }),
    catalog: () =>
      entities.customer ? modelSoFar({ workspace, entities, facts, attributes, metrics: [] }, [], [], '') : null,
  };
}
