import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { Catalog } from '../catalog/model.js';
import { contractOf } from './contract.js';
import { modelResolvers } from './model-resolvers.js';
import { resolvers } from './resolvers/index.js';

/** The executable schema of a workspace. Throws where the written and the generated part do not fit: a bug of ours. */
export function schemaOf(catalog: Catalog): GraphQLSchema {
  const typeDefs = contractOf(catalog);
  return makeExecutableSchema({
    typeDefs,
    resolvers: [resolvers, modelResolvers(catalog)],
    // Without users, the types about them are not in the schema and their resolvers are not used.
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
  });
}
