import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.js';
import { printedSchema } from '../../src/graphql/printed-schema.js';
import { schemaOf } from '../../src/graphql/schema.js';
import { ProblemError } from '../../src/query/problem.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';

const home = resolve(import.meta.dirname, '../..');
const snapshot = join(home, 'schema/snapshot/sample.graphql');

async function schemaIn(dir: string): Promise<GraphQLSchema> {
  const warehouse = await openDuckDb({ dir });
  try {
    const { catalog, problems } = await loadCatalog(dir, warehouse);
    if (!catalog) throw new ProblemError(problems);
    return schemaOf(catalog);
  } finally {
    await warehouse.close();
  }
}

interface Told {
  readonly place: string;
  readonly description: string | null | undefined;
}
const told = (place: string, { description }: { readonly description?: string | null | undefined }): Told => ({
  place,
  description,
});

/** Every element of a type, and the type itself. */
function elementsOf(type: GraphQLNamedType): readonly Told[] {
  const own = told(type.name, type);
  if (isEnumType(type)) return [own, ...type.getValues().map((value) => told(`${type.name}.${value.name}`, value))];
  if (isInputObjectType(type))
    return [own, ...Object.values(type.getFields()).map((field) => told(`${type.name}.${field.name}`, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    told(`${type.name}.${field.name}`, field),
    ...field.args.map((arg) => told(`${type.name}.${field.name}(${arg.name}:)`, arg)),
  ]);
  return [own, ...fields];
}

describe('the schema of the sample', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await schemaIn(home);
  });

  test('is the one in schema/snapshot; `npm run snapshot` writes it anew', async () => {
    expect(printedSchema(schema)).toBe(await readFile(snapshot, 'utf8'));
  });

  test('reads back as the same schema', () => {
    expect(printedSchema(buildSchema(printedSchema(schema)))).toBe(printedSchema(schema));
  });

  test('describes every type, field, argument and enum value', () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    );
    const elements = types.flatMap(elementsOf);
    expect(elements.length).toBeGreaterThan(1_000);
    expect(elements.filter(({ description }) => !description?.trim()).map(({ place }) => place)).toEqual([]);
  });

  test('answers null for a root field that fails, so that the others stand', () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
    expect(fields.filter((field) => String(field.type).endsWith('!')).map((field) => field.name)).toEqual([]);
  });
});
