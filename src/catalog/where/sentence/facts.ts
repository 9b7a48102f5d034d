import type { FactRows, Measure, RowWhere, Where } from '../../../query/where.js';
import { noTestMeans } from '../../../query/where.js';
import type { Catalog, Fact } from '../../model.js';
import { join, negated, plain, within, words, type Phrase } from './phrase.js';
import { periodsText } from './periods.js';
import { counted, predicate } from './tests.js';
import { windowText, writer, type Writer } from './values.js';

interface Told {
  readonly singular: string;
  readonly plural: string;
  readonly column: (name: string) => { readonly label: string; readonly write: Writer };
}

function told(catalog: Catalog, name: string): Told {
  const fact: Fact | undefined = catalog.facts[name];
  return {
    singular: words(fact?.name ?? name),
    plural: words(fact?.plural ?? name),
    column: (column) => {
      const found = fact?.relation.columns[column];
      return { label: found?.label ?? column, write: writer(found?.unit, catalog.workspace.currency) };
    },
  };
}

function rowPhrase(where: RowWhere, fact: Told): Phrase {
  switch (where.kind) {
    case 'and':
      return join(
        'and',
        where.items.map((item) => rowPhrase(item, fact)),
        'anything',
      );
    case 'or':
      return join(
        'or',
        where.items.map((item) => rowPhrase(item, fact)),
        'nothing',
      );
    case 'not':
      return negated(rowPhrase(where.item, fact));
    case 'column': {
      const { label, write } = fact.column(where.name);
      const text = `${label} ${predicate(where.tests, write)}`;
      return where.tests.length > 1 ? { text, joined: 'and' } : plain(text);
    }
  }
}

const isAll = (where: RowWhere): boolean => where.kind === 'and' && where.items.length === 0;

/** `in the last 14 days where (…)`. */
function which({ where, during }: FactRows, fact: Told): string {
  const phrase = rowPhrase(where, fact);
  return [
    ...(during ? [windowText(during)] : []),
    ...(isAll(where) ? [] : [`where ${phrase.joined ? `(${phrase.text})` : phrase.text}`]),
  ].join(' ');
}

const nouns: Readonly<Record<Measure['of'], (label: string) => string>> = {
  count: () => 'number',
  users: () => 'number of different users',
  sum: (label) => `total ${label}`,
  avg: (label) => `average ${label}`,
  min: (label) => `least ${label}`,
  max: (label) => `greatest ${label}`,
  first: () => 'first',
  last: () => 'last',
  periods: () => 'number of periods',
};

/** `events where (…)`, without a window. */
export const rowsText = (rows: FactRows, catalog: Catalog): string => {
  const fact = told(catalog, rows.fact);
  return [fact.plural, which(rows, fact)].filter(Boolean).join(' ');
};

/** Measures of the same rows; after the first they are called `those`. */
export function factPhrase({ rows, measures, latest }: Extract<Where, { kind: 'fact' }>, catalog: Catalog): Phrase {
  const fact = told(catalog, rows.fact);
  const rest = which(rows, fact);
  const numbers = writer(undefined, catalog.workspace.currency);
  const clauses = (measures.length > 0 ? measures : noTestMeans).map((measure, index) => {
    if (measure.of === 'count' && index === 0)
      return `has ${[counted(measure.tests, fact.singular, fact.plural, numbers), rest].filter(Boolean).join(' ')}`;
    if (measure.of === 'periods') {
      const of = index === 0 ? `${fact.plural}${rest ? ` (${rest})` : ''}` : 'those';
      return `has ${periodsText(measure, of)}`;
    }
    const { label, write } = 'column' in measure ? fact.column(measure.column) : { label: '', write: numbers };
    const of = index === 0 ? `its ${fact.plural}${rest ? ` (${rest})` : ''}` : 'those';
    return `the ${nouns[measure.of](label)} of ${of} ${predicate(measure.tests, write)}`;
  });
  const last = latest ? [`the latest of those is one where ${within(rowPhrase(latest, fact))}`] : [];
  return join('and', [...clauses, ...last].map(plain), '');
}
