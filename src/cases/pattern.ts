import { NotUnderstood } from './not-understood.js';

/** What a regular expression asks of a text, where it has nothing but anchors, `.*` at its ends and escaped characters. */
export function literalOf(pattern: string): { readonly text: string; readonly operator: string } {
  const [, from = '', body = '', until = ''] = /^(\^|\.\*)?(.*?)(\$|\.\*)?$/s.exec(pattern) ?? [];
  const text = body.replaceAll(/\\(.)/gs, '$1');
  if (/(^|[^\\])[.*+?()[\]{}|^$]/.test(body))
    throw new NotUnderstood([pattern], 'only patterns of literal text and anchors have a where');
  if (from === '^' && until === '$') return { text, operator: 'eq' };
  if (from === '^') return { text, operator: 'startsWith' };
  return { text, operator: until === '$' ? 'endsWith' : 'contains' };
}
