import { EngineError, type ParsedSql } from '../../catalog/model.js';
import { lineOf, oneLine } from './errors.js';
import { mentions, type SyntaxNode } from './mentions.js';

interface Serialized {
  readonly text: string;
  readonly error: boolean;
  readonly error_message?: string;
  readonly position?: string;
  readonly statements?: readonly { readonly node: SyntaxNode }[];
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
  const [item, another] = expression['select_list'] as readonly SyntaxNode[];
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

function only(read: Serialized): SyntaxNode {
  const [statement, another] = read.statements ?? [];
  if (!statement || another) throw new EngineError('One SELECT or expression is expected');
  return statement.node;
}
