import type { Catalog } from '../../src/catalog/model.js';
import { measureNames, operators, testKindOf, type TestKind } from '../../src/catalog/where/index.js';
import { camel, type EntityName, type Json } from './world.js';

type Fields = Readonly<Record<string, Json>>;
type Note = (word: string) => void;

const tests = (kind: TestKind, test: Json, note: Note): void => {
  for (const op of Object.keys(test as Fields)) note(op === 'ignoreCase' ? op : `${kind} ${op}`);
};

/** The words of a where: operators by the kind of value, measures, windows, quantifiers. */
export function wordsOf(catalog: Catalog, entity: EntityName, where: Json): ReadonlySet<string> {
  const words = new Set<string>();
  read(catalog, entity, where, (word) => words.add(word));
  return words;
}

function read(catalog: Catalog, entity: EntityName, where: Json, note: Note): void {
  for (const [field, given] of Object.entries(where as Fields)) {
    const below = (of: EntityName) => (w: Json) => {
      read(catalog, of, w, note);
    };
    const attribute = Object.values(catalog.entities[entity]?.attributes ?? {}).find((a) => camel(a.name) === field);
    const fact = Object.values(catalog.facts).find((f) => camel(f.plural) === field);
    if (attribute) {
      const { change, ...own } = given as Fields;
      tests(testKindOf(attribute), own, note);
      for (const way of Object.keys(change ?? {})) note(`change ${way}`);
    } else if (fact) readFact(fact.relation.columns, given as Fields, note);
    else if (field === 'and' || field === 'or') {
      note(field);
      (given as Json[]).forEach(below(entity));
    } else if (field === 'not') {
      note(field);
      below(entity)(given);
    } else if (field === 'customer') {
      note(field);
      below('customer')(given);
    } else if (field === 'users') {
      const { count, ...quantified } = given as Fields;
      if (count !== undefined) note('users count');
      for (const [quantifier, w] of Object.entries(quantified)) {
        note(`users ${quantifier}`);
        below('user')(w);
      }
    } else if (field === 'asOf') {
      const { where: then, ...day } = given as Fields;
      for (const way of Object.keys(day)) note(`asOf ${way}`);
      below(entity)(then);
    } else if (field === 'ids') note(field);
    else for (const key of Object.keys(given as Fields)) note(`${field} ${key}`);
  }
}

type Columns = Catalog['facts'][string]['relation']['columns'];

function readFact(columns: Columns, { where, during, ...measures }: Fields, note: Note): void {
  if (where !== undefined) readRows(columns, where, note);
  for (const window of Object.keys(during ?? {})) note(`during ${window}`);
  for (const measure of Object.keys(measures)) note(`fact ${measure}`);
}

function readRows(columns: Columns, where: Json, note: Note): void {
  for (const [field, given] of Object.entries(where as Fields)) {
    const column = Object.values(columns).find((c) => camel(c.name) === field);
    if (column)
      tests(testKindOf(column), given, (word) => {
        note(word);
      });
    else for (const w of field === 'not' ? [given] : (given as Json[])) readRows(columns, w, note);
    if (!column) note(`row ${field}`);
  }
}

const under = (parent: string, ...names: readonly string[]): readonly string[] => names.map((n) => `${parent} ${n}`);

/** Every word there is: those of the language's own tables, so that a new operator must be asked too. */
export const everyWord: readonly string[] = [
  ...Object.entries(operators).flatMap(([kind, ops]) => under(kind, ...Object.keys(ops))),
  ...['ignoreCase', 'and', 'or', 'not', 'customer', 'ids'],
  ...under('change', 'over', 'percent', 'absolute'),
  ...under('fact', ...measureNames),
  ...under('during', 'last', 'ago', 'from', 'until', 'calendar', 'moments'),
  ...under('row', 'and', 'or', 'not'),
  ...under('users', 'some', 'every', 'none', 'where', 'count'),
  ...under('asOf', 'ago', 'day'),
  ...under('segment', 'in', 'notIn', 'entered', 'left', 'ever', 'memberForAtLeast'),
  ...under('valueMoved', 'value', 'kinds', 'during', 'netting'),
  ...under('rank', 'by', 'top', 'bottom', 'percentile'),
  ...under('bucket', 'of', 'in', 'salt'),
];
