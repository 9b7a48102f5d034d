import { addResolversToSchema } from '@graphql-tools/schema';
import { buildASTSchema, isInputObjectType, type GraphQLSchema } from 'graphql';
import toFastProperties from 'to-fast-properties';
import type { Catalog } from '../catalog/model.js';
import { contractOf } from './contract.js';
import { modelResolvers } from './model-resolvers.js';
import { resolvers } from './resolvers/index.js';

/** The executable schema of a workspace. Throws where the written and the generated part do not fit: a bug of ours. */
export function schemaOf(catalog: Catalog): GraphQLSchema {
  const schema = buildASTSchema(contractOf(catalog));
  const written: Readonly<Record<string, object>> = resolvers;
  const ofModel = Object.entries(modelResolvers(catalog)).map(([type, own]) => [type, { ...written[type], ...own }]);
  const all = { ...resolvers, ...Object.fromEntries(ofModel) } as typeof resolvers;
  const known = Object.entries(all).filter(([type]) => schema.getType(type));
  return quickToRead(
    addResolversToSchema({
      schema,
      resolvers: Object.fromEntries(known),
      // Without users, the fields about them are not in the schema and their resolvers are not used.
      resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
      updateResolversInPlace: true,
    }),
  );
}

/** All fields of an input are gone through for every value of a request, those of a where with all attributes for every where. */
function quickToRead(schema: GraphQLSchema): GraphQLSchema {
  Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .forEach((type) => toFastProperties(type.getFields()));
  return schema;
}
