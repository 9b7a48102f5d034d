import type { Catalog, Entity } from '../catalog/model.js';
import type { EntityName } from '../query/where.js';

export const entityOf = (catalog: Catalog, entity: EntityName): Entity => {
  const found = entity === 'user' ? catalog.entities.user : catalog.entities.customer;
  if (!found) throw new Error(`The model has no ${entity} entity`);
  return found;
};
