import type { Catalog, Metric } from '../catalog/model.js';
import { partsOf } from '../compile/leaf.js';

/** Where the parenthesis that opens at a place closes; -1 where it does not. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth += 1;
    if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

/** The inside of `name(…)` and what stands behind it. */
function call(text: string, names: RegExp): { readonly inside: string; readonly rest: string } | undefined {
  const head = names.exec(text);
  if (!head) return undefined;
  const open = head[0].length - 1;
  const end = closing(text, open);
  return end < 0 ? undefined : { inside: text.slice(open + 1, end).trim(), rest: text.slice(end + 1).trim() };
}

/** Whether an aggregate counts or adds up, and nothing else: `count(*) filter (where …)`, `coalesce(sum(x), 0)`. */
export function isTotal(expression: string): boolean {
  const text = expression.trim();
  const either = call(text, /^coalesce\s*\(/i);
  if (either?.rest === '') return isTotal(either.inside.replace(/,\s*0(\.0+)?\s*$/, ''));
  const total = call(text, /^(count|sum)\s*\(/i);
  if (!total) return false;
  return total.rest === '' || call(total.rest, /^filter\s*\(/i)?.rest === '';
}

/** Whether values of a metric may be added up: it is a count, a sum, or a formula of such. */
export const addsUp = (catalog: Catalog, metric: Metric): boolean =>
  metric.ratio.kind === 'value' &&
  (metric.source.kind === 'formula'
    ? partsOf(catalog, metric).every((part) => addsUp(catalog, part))
    : isTotal(metric.ratio.value.sql));
