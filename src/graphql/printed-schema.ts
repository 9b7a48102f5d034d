import { isSpecifiedScalarType, printType } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

const roots = ['Query', 'Mutation'];

/** A schema as SDL: the roots first, then all types by name, each with its fields as the contract orders them. */
export function printedSchema(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter((t) => !t.name.startsWith('__') && !isSpecifiedScalarType(t));
  const place = ({ name }: GraphQLNamedType): string => (roots.includes(name) ? String(roots.indexOf(name)) : name);
  const sorted = types.map((type) => ({ type, place: place(type) })).sort((a, b) => (a.place < b.place ? -1 : 1));
  return `${sorted.map(({ type }) => printType(type)).join('\n\n')}\n`;
}
