/** Words, and how the parts in them hang together: a mix of both kinds needs parentheses. */
export interface Phrase {
  readonly text: string;
  readonly joined?: 'and' | 'or';
}

export const plain = (text: string): Phrase => ({ text });

/** `a`, `a and b`, `a, b and c`. */
export const enumerate = (items: readonly string[], last: 'and' | 'or'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;

const shown = 10;

/** Up to ten values, and how many more there are. */
export function listed(values: readonly string[]): string {
  const more = values.length - shown;
  if (values.length === 0) return 'nothing';
  return enumerate(more > 0 ? [...values.slice(0, shown), `${String(more)} more`] : values, 'or');
}

/** A phrase as a part of another one. */
export const within = (phrase: Phrase): string => (phrase.joined ? `(${phrase.text})` : phrase.text);

/** Joins conditions; `none` stands for those that are no condition at all. */
export function join(kind: 'and' | 'or', items: readonly Phrase[], none: string): Phrase {
  const [first] = items;
  if (first === undefined) return plain(none);
  if (items.length === 1) return first;
  const texts = items.map(within);
  return { text: kind === 'and' ? enumerate(texts, 'and') : `either ${enumerate(texts, 'or')}`, joined: kind };
}

export const negated = (item: Phrase): Phrase => plain(`not (${item.text})`);

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const words = (name: string): string => name.replaceAll('_', ' ');
