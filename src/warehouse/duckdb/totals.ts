import type { Total } from '../../catalog/model.js';
import type { SyntaxNode } from './mentions.js';

const TOTALS = new Set(['count', 'count_star', 'count_if', 'countif', 'sum']);

/** What a selected item counts or adds up, where that is all it does: `count(*) filter (where …)`, `coalesce(sum(x), 0)`. */
export function totalOf(item: SyntaxNode): Total | undefined {
  if (item['type'] === 'OPERATOR_COALESCE') {
    const [total, nothing, another] = item['children'] as readonly SyntaxNode[];
    return total && nothing && !another && isZero(nothing) ? totalOf(total) : undefined;
  }
  const isTotal =
    item['class'] === 'FUNCTION' &&
    typeof item['function_name'] === 'string' &&
    TOTALS.has(item['function_name'].toLowerCase()) &&
    item['schema'] === '';
  return isTotal ? (item['distinct'] === true ? 'OF_VALUES' : 'OF_ROWS') : undefined;
}

const isZero = ({ class: kind, value }: SyntaxNode): boolean =>
  kind === 'CONSTANT' && (value as SyntaxNode)['value'] === 0;
