import { EngineError, type ParsedSql } from '../../catalog/model.js';
import { lineOf, oneLine } from './errors.js';

interface Serialized {
  readonly text: string;
  readonly error: boolean;
  readonly error_message?: string;
  readonly position?: string;
  readonly statements?: readonly { readonly node: Node }[];
}

type Json = string | number | boolean | null | readonly Json[] | Node;
interface Node {
  readonly [key: string]: Json;
}

/** Texts to hand to the engine's parser (`json_serialize_sql`) to understand one text: as a SELECT and as an expression. */
export const readings = (sql: string): readonly string[] => [sql, `select ${sql}`, `select (${sql}\n)`];

/**
 * What a text mentions, from what the parser made of its readings. An expression must parse both with and without
 * parentheses around it: that leaves no room for a clause, a second statement or parentheses that do not match.
 */
export function parsed(sql: string, answers: readonly string[]): ParsedSql {
  const [select, bare, enclosed] = readings(sql).map((text, i) => read(text, answers[i]));
  if (!select || !bare || !enclosed) throw new Error('A reading is missing');
  if (!select.error) return mentions(only(select));
  if (bare.error || enclosed.error)
    throw complain(STARTS_LIKE_A_SELECT.test(sql) ? select : bare.error ? bare : enclosed);
  const expression = only(bare);
  const [item, another] = expression['select_list'] as readonly Node[];
  if (another || item?.['type'] === 'STAR') throw new EngineError('One expression is expected');
  return mentions(expression);
}

const read = (text: string, answer = ''): Serialized => ({ ...(JSON.parse(answer) as Serialized), text });

const STARTS_LIKE_A_SELECT = /^\s*(select|with|from|values)\b/i;

function complain({ text, error_message: said = '', position = '0' }: Serialized): EngineError {
  if (said.startsWith('Only SELECT')) return new EngineError('A SELECT or an expression is expected');
  const line = lineOf(text, Number(position));
  return new EngineError(line > 1 ? `${oneLine(said)} (line ${String(line)})` : oneLine(said));
}

function only(read: Serialized): Node {
  const [statement, another] = read.statements ?? [];
  if (!statement || another) throw new EngineError('One SELECT or expression is expected');
  return statement.node;
}

/** DuckDB serialises these as columns. */
const CLOCKS = new Set(['current_date', 'current_time', 'current_timestamp', 'localtime', 'localtimestamp']);

/** `count(*)` goes by a name of its own. */
const written = (name: string): string => (name === 'count_star' ? 'count' : name);

interface Scope {
  readonly ctes: ReadonlySet<string>;
  readonly lambda: ReadonlySet<string>;
}

function mentions(root: Node): ParsedSql {
  const columns = new Map<string, readonly string[]>();
  const functions = new Set<string>();
  const tables = new Set<string>();

  const column = (names: readonly string[], scope: Scope): void => {
    const [first = ''] = names;
    if (scope.lambda.has(first)) return;
    if (names.length === 1 && CLOCKS.has(first.toLowerCase())) functions.add(first.toLowerCase());
    else columns.set(JSON.stringify(names), names);
  };
  const table = (node: Node, scope: Scope): void => {
    const schema = text(node['schema_name']);
    const name = text(node['table_name']);
    if (schema !== '' && schema !== 'main') tables.add(`${schema}.${name}`);
    else if (schema !== '' || !scope.ctes.has(name.toLowerCase())) tables.add(name);
  };
  const visit = (json: Json | undefined, scope: Scope): void => {
    if (Array.isArray(json)) return json.forEach((item: Json) => visit(item, scope));
    if (json === null || typeof json !== 'object') return;
    const node = json as Node;
    if (node['class'] === 'COLUMN_REF') return column(node['column_names'] as readonly string[], scope);
    if (node['class'] === 'LAMBDA') return visit(node['expr'], withLambda(scope, node['lhs']));
    if (typeof node['function_name'] === 'string' && node['is_operator'] !== true)
      functions.add(written(node['function_name'].toLowerCase()));
    if (node['type'] === 'BASE_TABLE') table(node, scope);
    const inner = visitCtes(node, scope);
    for (const [key, child] of Object.entries(node)) if (key !== 'cte_map') visit(child, inner);
  };
  /** A CTE sees those before it; under its own name it sees whatever that name meant outside, unless it is recursive. */
  const visitCtes = (node: Node, scope: Scope): Scope => {
    let inner = scope;
    for (const { key, value } of ctes(node)) {
      const query = ((value['query'] as Node)['node'] ?? {}) as Node;
      const named = withCte(inner, key);
      visit(query, query['type'] === 'RECURSIVE_CTE_NODE' ? named : inner);
      inner = named;
    }
    return inner;
  };

  visit(root, { ctes: new Set(), lambda: new Set() });
  return Object.freeze({ columns: [...columns.values()], functions: [...functions], tables: [...tables] });
}

const text = (json: Json | undefined): string => (typeof json === 'string' ? json : '');

const ctes = (node: Node): readonly { key: string; value: Node }[] =>
  ((node['cte_map'] as Node | undefined)?.['map'] ?? []) as unknown as readonly { key: string; value: Node }[];

const withCte = (scope: Scope, name: string): Scope => ({
  ...scope,
  ctes: new Set([...scope.ctes, name.toLowerCase()]),
});

/** `lhs` is one parameter, or a row of them. */
function withLambda(scope: Scope, lhs: Json | undefined): Scope {
  const parameters = JSON.stringify(lhs).matchAll(/"column_names":\["([^"]+)"\]/g);
  return { ...scope, lambda: new Set([...scope.lambda, ...[...parameters].map((match) => match[1] as string)]) };
}
