import {
  Kind,
  parseType,
  parseValue,
  type ConstValueNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type NameNode,
  type ObjectTypeDefinitionNode,
  type StringValueNode,
} from 'graphql';

/** A field, argument or enum value that is to be. */
export interface Element {
  readonly name: string;
  readonly description: string;
}
export interface Field extends Element {
  /** As it is written, such as `[String!]!`. */
  readonly type: string;
  /** Arguments and input fields only, as it is written. */
  readonly byDefault?: string;
  readonly args?: readonly Field[];
}

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });
const description = (value: string): StringValueNode => ({ kind: Kind.STRING, value, block: true });
const called = (element: Element) => ({ name: name(element.name), description: description(element.description) });

const inputValue = (field: Field): InputValueDefinitionNode => ({
  kind: Kind.INPUT_VALUE_DEFINITION,
  ...called(field),
  type: parseType(field.type),
  ...(field.byDefault !== undefined && { defaultValue: parseValue(field.byDefault) as ConstValueNode }),
});

const fieldDefinition = (field: Field): FieldDefinitionNode => ({
  kind: Kind.FIELD_DEFINITION,
  ...called(field),
  type: parseType(field.type),
  arguments: (field.args ?? []).map(inputValue),
});

export const inputType = (of: Element, fields: readonly Field[]): InputObjectTypeDefinitionNode => ({
  kind: Kind.INPUT_OBJECT_TYPE_DEFINITION,
  ...called(of),
  fields: fields.map(inputValue),
});

export const objectType = (of: Element, fields: readonly Field[]): ObjectTypeDefinitionNode => ({
  kind: Kind.OBJECT_TYPE_DEFINITION,
  ...called(of),
  fields: fields.map(fieldDefinition),
});

/** An enum has at least one value; a model without such things gets one that names nothing. */
export const enumType = (of: Element, values: readonly Element[]): EnumTypeDefinitionNode => ({
  kind: Kind.ENUM_TYPE_DEFINITION,
  ...called(of),
  values: (values.length > 0 ? values : [{ name: 'NONE', description: 'The model has none yet.' }]).map((value) => ({
    kind: Kind.ENUM_VALUE_DEFINITION,
    ...called(value),
  })),
});
