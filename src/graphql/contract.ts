import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DocumentNode, FieldDefinitionNode, InputValueDefinitionNode, TypeNode } from 'graphql';
import { concatAST, Kind, parse, visit } from 'graphql';
import type { Catalog } from '../catalog/model.js';
import { modelDocument } from './model-schema/index.js';

const folder = fileURLToPath(new URL('../../schema/', import.meta.url));

/** The hand-written part of the schema, `schema/*.graphql`. */
export const writtenSchema = (): DocumentNode =>
  concatAST(
    readdirSync(folder)
      .filter((f) => f.endsWith('.graphql'))
      .sort()
      .map((f) => parse(readFileSync(`${folder}${f}`, 'utf8'))),
  );

/** What only means something where the model has users. */
const userTypes: ReadonlySet<string> = new Set([
  'User',
  'UserWhere',
  'UserAttribute',
  'UserOrder',
  'UserConnection',
  'UserEdge',
]);

const named = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));

/** An argument about users that a field cannot be asked without. */
const isNeeded = ({ type, defaultValue }: InputValueDefinitionNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE && !defaultValue && userTypes.has(named(type));

function withoutUsers(document: DocumentNode): DocumentNode {
  const dropTyped = (node: { readonly type: TypeNode }) => (userTypes.has(named(node.type)) ? null : undefined);
  const dropField = (node: FieldDefinitionNode) =>
    userTypes.has(named(node.type)) || node.arguments?.some(isNeeded) ? null : undefined;
  return visit(document, {
    ObjectTypeDefinition: (node) => (userTypes.has(node.name.value) ? null : undefined),
    ObjectTypeExtension: (node) => (userTypes.has(node.name.value) ? null : undefined),
    FieldDefinition: dropField,
    InputValueDefinition: dropTyped,
  });
}

/** The whole contract of a workspace: what is written here and what its model decides. */
export function contractOf(catalog: Catalog): DocumentNode {
  const written = writtenSchema();
  const parts = [catalog.entities.user ? written : withoutUsers(written), modelDocument(catalog)];
  return concatAST([...parts, ...ownNullReasons(catalog)]);
}

/** Reasons that the model's metrics give for their own zero denominators. */
function ownNullReasons(catalog: Catalog): readonly DocumentNode[] {
  const written = ['ZERO_DENOMINATOR', 'NO_LOSSES', 'NO_DATA', 'NOT_ELAPSED'];
  const own = [...new Set(Object.values(catalog.metrics).map((m) => m.zero))].filter((zero) => !written.includes(zero));
  const value = (zero: string): string =>
    `"The denominator of the metric is 0, which its model calls ${zero}." ${zero}`;
  return own.length === 0 ? [] : [parse(`extend enum NullReason { ${own.map(value).join(' ')} }`)];
}
