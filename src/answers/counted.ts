import type { Catalog, Metric } from '../catalog/model.js';
import { camelCase } from '../catalog/names.js';
import type { Period } from '../query/time.js';
import { addDays, minus } from '../query/time.js';
import type { EntityName } from '../query/where.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The where that holds, as of any day from the period's end on, for those of a kind that a metric counts in a period, as JSON. Null
 * where the metric counts something else, or by conditions that are not plain enough to be said so.
 */
export function countedWhere(catalog: Catalog, entity: EntityName, metric: Metric, period: Period): Json | null {
  const { source, ratio } = metric;
  if (ratio.kind !== 'value') return null;
  const end = addDays(period.until, -1);
  if (source.kind === 'state') {
    if (!('entity' in source.over) || source.over.entity !== entity || source.where) return null;
    const condition = /^count\(\*\)(?:\s*filter\s*\(\s*where\s+(.*)\))?$/is.exec(ratio.value.sql.trim());
    const where = condition && ofAttributes(catalog, entity, condition[1] ?? '');
    return where && { asOf: { day: source.at === 'start' ? addDays(period.from, -1) : end, where } };
  }
  if (source.kind !== 'flow' || source.latestPer || source.time || entity !== 'customer') return null;
  const fact = catalog.facts[source.fact];
  const counted = /^count\(\s*distinct\s+(\w+)\s*\)$/i.exec(ratio.value.sql.trim());
  if (!fact || counted?.[1]?.toLowerCase() !== fact.customer.toLowerCase()) return null;
  const where = ofColumns(fact.relation.columns, source.where?.sql ?? '');
  const during = source.last ? { from: minus(period.until, source.last), until: period.until } : period;
  // A row of an interval is placed by its start, but a window of a where takes all the rows that share a day with it.
  return where && fact.time.kind === 'time' ? { [camelCase(fact.plural)]: { where, during } } : null;
}

const conjuncts = (condition: string): readonly string[] =>
  condition.trim() === '' ? [] : condition.split(/\s+and\s+/i).map((part) => part.trim());

/** `a`, `not a` or several of them with `and` between, of boolean attributes. */
function ofAttributes(catalog: Catalog, entity: EntityName, condition: string): Json | null {
  const attributes = catalog.entities[entity]?.attributes ?? {};
  return together(conjuncts(condition), (part) => {
    const [, not, name = ''] = /^(not\s+)?(\w+)$/i.exec(part) ?? [];
    return attributes[name]?.type === 'boolean' ? { [camelCase(name)]: { eq: not === undefined } } : null;
  });
}

/** `a = 'x'`, a boolean column, or several of them with `and` between. */
function ofColumns(columns: Catalog['facts'][string]['relation']['columns'], condition: string): Json | null {
  return together(conjuncts(condition), (part) => {
    const [, name = part, , text] = /^(\w+)(\s*=\s*'((?:[^']|'')*)')?$/.exec(part) ?? [];
    const column = columns[name];
    if (!column || column.hidden || column.knownFrom) return null;
    if (text !== undefined)
      return column.type === 'string' ? { [camelCase(name)]: { eq: text.replaceAll("''", "'") } } : null;
    return column.type === 'boolean' ? { [camelCase(name)]: { eq: true } } : null;
  });
}

function together(parts: readonly string[], read: (part: string) => Json | null): Json | null {
  const wheres = parts.map(read);
  if (!wheres.every((where) => where !== null)) return null;
  const [only] = wheres;
  return wheres.length === 0 ? {} : wheres.length === 1 && only ? only : { and: wheres };
}
