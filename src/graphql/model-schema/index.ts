import { Kind, print, type DefinitionNode, type DocumentNode } from 'graphql';
import type { Catalog } from '../../catalog/model.js';
import { enumCase } from '../../catalog/names.js';
import { entityTypes } from './entities.js';
import { factRows, factTypes } from './facts.js';
import { enumType } from './sdl.js';
import { enumValue } from './types.js';
import { userCondition } from './users.js';

/** The part of the schema that a model decides: what may be asked of its entities, facts and metrics. */
export const modelDocument = (catalog: Catalog): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: definitions(catalog),
});

/** The same as SDL text. */
export const modelSchema = (catalog: Catalog): string => `${print(modelDocument(catalog))}\n`;

function definitions(catalog: Catalog): readonly DefinitionNode[] {
  const { workspace, entities } = catalog;
  const facts = Object.values(catalog.facts);
  return [
    ...entityTypes(catalog, entities.customer),
    ...(entities.user ? [...entityTypes(catalog, entities.user), userCondition] : []),
    ...facts.flatMap((fact) => factTypes(fact, workspace)),
    factRows(facts),
    enumType(
      { name: 'MetricName', description: 'A metric: one number for a population in a period.' },
      Object.values(catalog.metrics).map((metric) => enumValue(metric, workspace)),
    ),
    enumType(
      { name: 'FactName', description: 'A fact: things that happened to customers, at a time or over an interval.' },
      facts.map((fact) => ({
        name: enumCase(fact.plural),
        description: fact.relation.description.trim() || `The ${fact.plural.replaceAll('_', ' ')}.`,
      })),
    ),
  ];
}
