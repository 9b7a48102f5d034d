import { camelCase, enumCase } from '../../catalog/names.js';
import type { Scalar } from '../../query/where.js';
import { narrowed, type Json } from '../activity/population.js';
import { onRows } from '../activity/rows.js';
import type { People } from '../people.js';
import type { AffinityRequest } from './read.js';

const during = ({ question }: AffinityRequest): Json => {
  const { during: window } = question.rows;
  return window?.kind === 'range' ? { during: { from: window.from, until: window.until } } : {};
};

/** The rows asked about for which more holds. */
function rowsWhere({ rowsJson }: AffinityRequest, more: readonly Json[]): Json {
  const [[field, own] = ['', {}]] = Object.entries(rowsJson);
  const isAll = Object.keys(own as Json).length === 0;
  const all = [...(isAll ? [] : [own as Json]), ...more];
  return { [field]: all.length === 1 ? all[0] : { and: all } };
}

/** That a member has rows with an item, or with any. */
function has(request: AffinityRequest, item?: Scalar): Json {
  const { question } = request;
  const names = [question.item, ...(question.basket === undefined ? [] : [question.basket])];
  const tests = names.map((name): Json => ({
    [camelCase(name)]: name === question.item && item !== undefined ? { eq: item } : { isNull: false },
  }));
  return onRows(rowsWhere(request, tests), during(request));
}

/** That a member has both in one basket. */
function together(request: AffinityRequest, a: Scalar, c: Scalar): readonly Json[] {
  const { question, rowsJson } = request;
  if (question.basket === undefined) return [has(request, a), has(request, c)];
  const [item, basket] = [enumCase(question.item), enumCase(question.basket)];
  return [{ basket: { rows: rowsJson, basket, item, has: [a, c], ...during(request) } }];
}

/** Tells members by what they have, as wheres in JSON. */
export function peopleOf(request: AffinityRequest) {
  const { segment, question } = request;
  const { entity } = question.population;
  const people = (count: number, conditions: readonly Json[]): People => ({
    entity,
    count,
    asOf: question.asOf,
    whereJson: narrowed(segment, entity, conditions),
  });
  return {
    any: (count: number) => people(count, [has(request)]),
    with: (count: number, item: Scalar) => people(count, [has(request, item)]),
    together: (count: number, a: Scalar, c: Scalar) => people(count, together(request, a, c)),
    without: (count: number, a: Scalar, c: Scalar) => people(count, [has(request, a), { not: has(request, c) }]),
  };
}
