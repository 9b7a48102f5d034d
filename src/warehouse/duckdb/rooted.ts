import { isAbsolute, join } from 'node:path';
import type { SyntaxNode } from './mentions.js';
import { pathsIn } from './paths.js';

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
