import type { SyntaxNode } from './mentions.js';

/** Whether a selected item is `count(distinct column)` and nothing more. */
export function countsDistinct(item: SyntaxNode): boolean {
  const [column, another] = (item['children'] ?? []) as readonly SyntaxNode[];
  const sorted = (item['order_bys'] as SyntaxNode | null)?.['orders'] as readonly unknown[] | undefined;
  return (
    item['class'] === 'FUNCTION' &&
    typeof item['function_name'] === 'string' &&
    item['function_name'].toLowerCase() === 'count' &&
    item['schema'] === '' &&
    item['distinct'] === true &&
    item['filter'] === null &&
    sorted?.length === 0 &&
    another === undefined &&
    column?.['class'] === 'COLUMN_REF' &&
    (column['column_names'] as readonly string[]).length === 1
  );
}
