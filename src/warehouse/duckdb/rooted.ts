import { isAbsolute, join } from 'node:path';
import type { SyntaxNode } from './mentions.js';

/** A path in a SELECT: the bytes of its literal, and what it says. */
interface PathLiteral {
  readonly at: number;
  readonly text: string;
}

/**
 * The SELECT with every relative path of its files made absolute, from `dir`. DuckDB would look from the process's own
 * folder first, and there may be a file of that name. `serialized` is what `json_serialize_sql` made of the SELECT; one that
 * does not parse is returned as it is.
 */
export function rooted(sql: string, serialized: string, dir: string): string {
  const { statements } = JSON.parse(serialized) as { readonly statements?: readonly { readonly node: SyntaxNode }[] };
  const paths = (statements ?? []).flatMap(({ node }) => pathsIn(node)).filter(({ text }) => isRelative(text));
  const bytes = Buffer.from(sql);
  const parts = paths
    .sort((a, b) => a.at - b.at)
    .reduce<{ readonly done: number; readonly out: readonly Buffer[] }>(
      ({ done, out }, { at, text }) => {
        const literal = /^'(?:[^']|'')*'/.exec(bytes.subarray(at).toString())?.[0];
        if (literal === undefined) return { done, out };
        const absolute = `'${join(dir, text).replaceAll("'", "''")}'`;
        return {
          done: at + Buffer.byteLength(literal),
          out: [...out, bytes.subarray(done, at), Buffer.from(absolute)],
        };
      },
      { done: 0, out: [] },
    );
  return Buffer.concat([...parts.out, bytes.subarray(parts.done)]).toString();
}

const isRelative = (path: string): boolean => !isAbsolute(path) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(path);

function pathsIn(node: unknown): readonly PathLiteral[] {
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
