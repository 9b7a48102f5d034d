import { rfmScores } from '../../../query/rfm.js';
import type { Where } from '../../../query/where.js';
import type { Catalog } from '../../model.js';
import { rowsText } from './facts.js';
import { listed } from './phrase.js';
import { predicate } from './tests.js';
import { writer } from './values.js';

type Rfm = Extract<Where, { kind: 'rfm' }>;

/** `bought (orders) with a recency score that is at least 4, in group champions`. */
export function rfmText({ of, tests, groups }: Rfm, catalog: Catalog): string {
  const scores = rfmScores.flatMap((score) =>
    (tests[score] ?? []).length === 0
      ? []
      : [`a ${score} score that ${predicate(tests[score] ?? [], writer(undefined, ''))}`],
  );
  const names = groups?.map((group) => group.toLowerCase().replaceAll('_', ' '));
  const within = names ? [`in the RFM group ${listed(names)}`] : [];
  const by = scores.length > 0 ? ` with ${scores.join(' and ')}` : '';
  return `has bought (${rowsText(of.purchases, catalog)})${by}${within.length > 0 ? ` and is ${within.join('')}` : ''}`;
}
