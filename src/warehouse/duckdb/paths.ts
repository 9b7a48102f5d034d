import type { SyntaxNode } from './mentions.js';

/** A path in a SELECT: the bytes of its literal, and what it says. */
export interface PathLiteral {
  readonly at: number;
  readonly text: string;
}

/** Every path of a file, or of files by a pattern, that a syntax tree names. */
export function pathsIn(node: unknown): readonly PathLiteral[] {
  if (Array.isArray(node)) return node.flatMap(pathsIn);
  if (typeof node !== 'object' || node === null) return [];
  const syntax = node as SyntaxNode;
  return [...ownPaths(syntax), ...Object.values(syntax).flatMap(pathsIn)];
}

/** Table functions take paths as text or as a list of texts; a file may also stand where a table does. */
function ownPaths(node: SyntaxNode): readonly PathLiteral[] {
  if (node['type'] === 'BASE_TABLE') {
    const text = node['table_name'] as string;
    return /[./]/.test(text) ? [{ at: Number(node['query_location']), text }] : [];
  }
  if (node['type'] !== 'TABLE_FUNCTION') return [];
  const [first] = (node['function'] as SyntaxNode)['children'] as readonly SyntaxNode[];
  const given = first?.['function_name'] === 'list_value' ? (first['children'] as readonly SyntaxNode[]) : [first];
  return given.flatMap((literal) => {
    const value = literal?.['value'] as { readonly value?: unknown } | undefined;
    return literal?.['class'] === 'CONSTANT' && typeof value?.value === 'string'
      ? [{ at: Number(literal['query_location']), text: value.value }]
      : [];
  });
}
