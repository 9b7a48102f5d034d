import { EngineError, type ParsedSql } from '../../catalog/model.js';
import { countsDistinct } from './counts-distinct.js';
import { lineOf, oneLine } from './errors.js';
import { mentions, type SyntaxNode } from './mentions.js';
import { totalOf } from './totals.js';

interface Serialized {
  readonly error: boolean;
  readonly error_message?: string;
  readonly position?: string;
  readonly statements?: readonly { readonly node: SyntaxNode }[];
}

interface Read extends Serialized {
  readonly text: string;
}

/** Texts to hand to the engine's parser (`json_serialize_sql`) to understand one text: as a SELECT and as an expression. */
export const readings = (sql: string): readonly string[] => [sql, `select ${sql}`, `select (${sql}\n)`];

/** A reading and what the parser made of it. */
interface Answered {
  readonly text: string;
  readonly answer: string;
}

/** What a text mentions, from its readings; the complaint where it does not parse. */
export function parsed(answered: readonly Answered[]): ParsedSql | EngineError {
  try {
    return mentioned(answered.map(({ text, answer }) => ({ ...(JSON.parse(answer) as Serialized), text })));
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}

/**
 * An expression must parse both with and without parentheses around it: that leaves no room for a clause, a second statement
 * or parentheses that do not match.
 */
function mentioned([select, bare, enclosed]: readonly Read[]): ParsedSql {
  if (!select || !bare || !enclosed) throw new Error('A reading is missing');
  if (!select.error) return mentions(only(select));
  if (bare.error || enclosed.error)
    throw complain(STARTS_LIKE_A_SELECT.test(select.text) ? select : bare.error ? bare : enclosed);
  const expression = only(bare);
  const [item, another] = expression['select_list'] as readonly SyntaxNode[];
  if (!item || another || item['type'] === 'STAR') throw new EngineError('One expression is expected');
  return Object.freeze({ ...mentions(expression), countsDistinct: countsDistinct(item), total: totalOf(item) });
}

const STARTS_LIKE_A_SELECT = /^\s*(select|with|from|values)\b/i;

function complain({ text, error_message: said = '', position = '0' }: Read): EngineError {
  if (said.startsWith('Only SELECT')) return new EngineError('A SELECT or an expression is expected');
  const line = lineOf(text, Number(position));
  return new EngineError(line > 1 ? `${oneLine(said)} (line ${String(line)})` : oneLine(said));
}

function only(read: Read): SyntaxNode {
  const [statement, another] = read.statements ?? [];
  if (!statement || another) throw new EngineError('One SELECT or expression is expected');
  return statement.node;
}
