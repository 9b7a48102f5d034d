import { describeDuration } from '../../query/time.js';
import type { EntityName, MembershipTest, RankTest, Where, Window } from '../../query/where.js';
import type { Catalog } from '../model.js';
import { basketText } from './sentence/basket.js';
import { changed } from './sentence/change.js';
import { factPhrase } from './sentence/facts.js';
import { funnelText } from './sentence/funnel.js';
import { capitalised, join, listed, negated, plain, type Phrase } from './sentence/phrase.js';
import { retainedText } from './sentence/retained.js';
import { rfmText } from './sentence/rfm.js';
import { counted, predicate } from './sentence/tests.js';
import { windowText, writer } from './sentence/values.js';

/** A where as one English sentence, with the labels and units of the model. Segments are told by name, not by what they hold. */
export const describeWhere = (where: Where, catalog: Catalog, entity: EntityName = 'customer'): string =>
  capitalised(phrase(where, { catalog, entity }).text);

interface Scope {
  readonly catalog: Catalog;
  readonly entity: EntityName;
}

type Kinds = { readonly [K in Where['kind']]: (where: Extract<Where, { kind: K }>, scope: Scope) => Phrase };

const phrase = (where: Where, scope: Scope): Phrase =>
  (kinds[where.kind] as (where: Where, scope: Scope) => Phrase)(where, scope);

const attribute = ({ catalog, entity }: Scope, name: string) => {
  const found = catalog.entities[entity]?.attributes[name];
  return { label: found?.label ?? name, unit: found?.unit };
};

/** Conditions of the same kind that stand in one another say the same as beside one another. */
const flat = (kind: 'and' | 'or', items: readonly Where[]): readonly Where[] =>
  items.flatMap((item) => (item.kind === kind && item.items.length > 0 ? flat(kind, item.items) : [item]));

const isEveryone = (where: Where): boolean => where.kind === 'and' && where.items.length === 0;

/** `where …` on the other entity; nothing where everyone is meant. */
function clause(where: Where, scope: Scope, entity: EntityName): string {
  if (isEveryone(where)) return '';
  const inner = phrase(where, { ...scope, entity });
  return ` where ${inner.joined ? `(${inner.text})` : inner.text}`;
}

const quantified = { some: 'has a user', every: 'has only users', none: 'has no user' } as const;

const rankText = (test: RankTest, label: string): string =>
  test.kind === 'percentile'
    ? `the percentile of ${label} ${predicate(test.tests, writer(undefined, ''))}`
    : `is among the ${test.kind} ${String(test.n)} by ${label}`;

const became: Readonly<Record<MembershipTest, (segment: string, during: Window) => string>> = {
  entered: (segment, during) => `came into ${segment} ${windowText(during)}`,
  left: (segment, during) => `left ${segment} ${windowText(during)}`,
  ever: (segment, during) => `was in ${segment} at some time ${windowText(during)}`,
  throughout: (segment, during) =>
    `has been in ${segment} ${during.kind === 'last' ? `for at least ${describeDuration(during.duration)}` : `all the time ${windowText(during)}`}`,
};

const kinds: Kinds = {
  and: ({ items }, scope) =>
    join(
      'and',
      flat('and', items).map((item) => phrase(item, scope)),
      'everyone',
    ),
  or: ({ items }, scope) =>
    join(
      'or',
      flat('or', items).map((item) => phrase(item, scope)),
      'no one',
    ),
  not: ({ item }, scope) =>
    item.kind === 'segment' ? plain(`is not in segment ${JSON.stringify(item.name)}`) : negated(phrase(item, scope)),
  attribute: ({ name, tests }, scope) => {
    const { label, unit } = attribute(scope, name);
    const text = `${label} ${predicate(tests, writer(unit, scope.catalog.workspace.currency))}`;
    return tests.length > 1 ? { text, joined: 'and' } : plain(text);
  },
  change: ({ name, change }, scope) => {
    const { label, unit } = attribute(scope, name);
    const write = writer(change.as === 'percent' ? 'percent' : unit, scope.catalog.workspace.currency);
    return plain(`${label} ${changed(change, write)}`);
  },
  fact: (where, { catalog }) => factPhrase(where, catalog),
  retained: (where, { catalog }) => plain(retainedText(where, catalog)),
  funnel: (where, scope) => plain(funnelText(where, scope.catalog, (inner, entity) => clause(inner, scope, entity))),
  users: ({ quantifier, where }, scope) =>
    plain(
      quantifier === 'every' && isEveryone(where)
        ? 'has users'
        : `${quantified[quantifier]}${clause(where, scope, 'user')}`,
    ),
  userCount: ({ where, tests }, scope) =>
    plain(`has ${counted(tests, 'user', 'users', writer(undefined, ''))}${clause(where, scope, 'user')}`),
  customer: ({ where }, scope) => plain(`works at a customer${clause(where, scope, 'customer')}`),
  asOf: ({ day, ago, where }, scope) => {
    const when = ago === undefined ? (day ?? 'another day') : `${describeDuration(ago)} before`;
    return plain(`as of ${when} (${phrase(where, scope).text})`);
  },
  segment: ({ name }) => plain(`is in segment ${JSON.stringify(name)}`),
  membership: ({ how, during, where }, scope) => {
    const named = where.kind === 'segment' ? JSON.stringify(where.name) : `where ${phrase(where, scope).text}`;
    return plain(became[how](`segment ${named}`, during));
  },
  valueMoved: ({ attribute: name, kinds: ways, netting, during }, scope) => {
    const how = listed(ways.map((way) => way.toLowerCase()));
    const net = netting === 'PERIOD' ? ', netted over the period' : '';
    return plain(`${attribute(scope, name).label} moved by ${how} ${windowText(during)}${net}`);
  },
  rank: ({ by, test }, scope) => plain(rankText(test, attribute(scope, by).label)),
  rfm: (where, { catalog }) => plain(rfmText(where, catalog)),
  basket: (where, { catalog }) => plain(basketText(where, catalog)),
  bucket: ({ of, in: numbers, salt }) =>
    plain(
      `is in bucket ${listed(numbers.map(String))} of ${String(of)}${salt ? ` drawn by ${JSON.stringify(salt)}` : ''}`,
    ),
  ids: ({ ids }) => plain(`has the key ${listed(ids.map((id) => JSON.stringify(id)))}`),
};
