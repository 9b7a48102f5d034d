import type { ParsedSql } from '../../catalog/model.js';
import { pathsIn } from './paths.js';

type Json = string | number | boolean | null | readonly Json[] | SyntaxNode;

/** A node of DuckDB's syntax tree as `json_serialize_sql` writes it. */
export interface SyntaxNode {
  readonly [key: string]: Json;
}

/** Names that mean something else than a column or a table of the model where they stand. */
interface Scope {
  readonly ctes: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

/** DuckDB serialises these as columns. */
const CLOCKS = new Set(['current_date', 'current_time', 'current_timestamp', 'localtime', 'localtimestamp']);

/** `count(*)` goes by a name of its own. */
const written = (name: string): string => (name === 'count_star' ? 'count' : name);

/** The columns, functions and tables a syntax tree mentions: neither CTEs nor parameters of lambdas are among them. */
export function mentions(root: SyntaxNode): ParsedSql {
  const columns = new Map<string, readonly string[]>();
  const functions = new Set<string>();
  const tables = new Set<string>();

  const visit = (json: Json | undefined, scope: Scope): void => {
    if (isList(json)) for (const item of json) visit(item, scope);
    else if (isNode(json)) (SPECIAL[text(json['class'])] ?? other)(json, scope);
  };

  const other = (node: SyntaxNode, scope: Scope): void => {
    if (node['type'] === 'BASE_TABLE') table(node, scope);
    const name = text(node['function_name']);
    if (name !== '' && node['is_operator'] !== true) functions.add(written(name.toLowerCase()));
    const inner = withCtes(node, scope);
    for (const [key, child] of Object.entries(node)) if (key !== 'cte_map') visit(child, inner);
  };

  const column = (node: SyntaxNode, scope: Scope): void => {
    const path = names(node);
    const [first = ''] = path;
    if (scope.parameters.has(first)) return;
    if (path.length === 1 && CLOCKS.has(first.toLowerCase())) functions.add(first.toLowerCase());
    else columns.set(JSON.stringify(path), path);
  };

  const table = (node: SyntaxNode, scope: Scope): void => {
    const schema = text(node['schema_name']);
    const name = text(node['table_name']);
    if (schema === '' && scope.ctes.has(name.toLowerCase())) return;
    tables.add(schema === '' || schema === 'main' ? name : `${schema}.${name}`);
  };

  /** A lambda and the arrow into JSON (`payload -> '$.plan'`) look alike, but only a lambda uses what is on its left. */
  const arrow = (node: SyntaxNode, scope: Scope): void => {
    const parameters = parametersOf(node['lhs']);
    if (!uses(node['expr'], parameters)) visit(node['lhs'], scope);
    visit(node['expr'], { ...scope, parameters: new Set([...scope.parameters, ...parameters]) });
  };

  /** A CTE sees those before it; under its own name it sees whatever that name meant outside, unless it is recursive. */
  const withCtes = (node: SyntaxNode, scope: Scope): Scope => {
    let inner = scope;
    for (const { key, value } of ctesOf(node)) {
      const named = { ...inner, ctes: new Set([...inner.ctes, key.toLowerCase()]) };
      const query = isNode(value['query']) ? value['query']['node'] : undefined;
      visit(query, isNode(query) && query['type'] === 'RECURSIVE_CTE_NODE' ? named : inner);
      inner = named;
    }
    return inner;
  };

  const SPECIAL: Readonly<Record<string, typeof other>> = { COLUMN_REF: column, LAMBDA: arrow };
  visit(root, { ctes: new Set(), parameters: new Set() });
  const files = pathsIn(root).map((path) => path.text);
  return Object.freeze({ columns: [...columns.values()], functions: [...functions], tables: [...tables], files });
}

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);
const isNode = (json: Json | undefined): json is SyntaxNode =>
  typeof json === 'object' && json !== null && !isList(json);
const text = (json: Json | undefined): string => (typeof json === 'string' ? json : '');
const names = (columnRef: SyntaxNode): readonly string[] => columnRef['column_names'] as readonly string[];

const ctesOf = (node: SyntaxNode): readonly { readonly key: string; readonly value: SyntaxNode }[] =>
  isNode(node['cte_map']) ? (node['cte_map']['map'] as never) : [];

/** The left of a lambda is one parameter, or a row of them. */
function parametersOf(left: Json | undefined): readonly string[] {
  if (!isNode(left)) return [];
  const items = isList(left['children']) ? left['children'].filter(isNode) : [left];
  return items.flatMap((item) => (item['class'] === 'COLUMN_REF' && names(item).length === 1 ? names(item) : []));
}

function uses(json: Json | undefined, parameters: readonly string[]): boolean {
  if (isList(json)) return json.some((item) => uses(item, parameters));
  if (!isNode(json)) return false;
  if (json['class'] === 'COLUMN_REF') return parameters.includes(names(json)[0] ?? '');
  return Object.values(json).some((child) => uses(child, parameters));
}
