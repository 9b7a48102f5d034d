import { enumCase, camelCase } from '../../catalog/names.js';
import type { Column, Metric as CatalogMetric } from '../../catalog/model.js';
import { attributeText } from '../../catalog/derived/text.js';
import { attributesOf, columnsOf } from '../../catalog/where/resolve.js';
import { valueSuggestions } from '../../answers/suggestions.js';
import { readArguments } from '../arguments.js';
import type {
  AttributeResolvers,
  CatalogResolvers,
  FactColumnResolvers,
  FactResolvers,
  MetricResolvers,
} from '../generated.js';
import { operatorsOf } from '../operators.js';

const found = (
  thing: { name: string; label: string; description: string },
  search: string | null | undefined,
): boolean =>
  [thing.name, thing.label, thing.description].some((text) =>
    text.toLowerCase().includes((search ?? '').toLowerCase()),
  );

export const Catalog: CatalogResolvers = {
  workspace: (c) => c.workspace.name,
  timeZone: (c) => c.workspace.timeZone,
  currency: (c) => c.workspace.currency,
  constants: (c) => c.workspace.constants,
  attributes: (c, { of, search }) =>
    attributesOf(c, of === 'USERS' ? 'user' : 'customer').filter((a) => found(a, search)),
  facts: (c) => Object.values(c.facts),
  metrics: (c, { search }) => Object.values(c.metrics).filter((m) => found(m, search)),
  dataQuality: (_, __, { quality }) => quality(),
};

export const Attribute: AttributeResolvers = {
  field: (a) => camelCase(a.name),
  enum: (a) => enumCase(a.name),
  unit: (a) => a.unit ?? null,
  operators: (a) => operatorsOf(a),
  sql: (a, _, { session }) => attributeText(session.catalog, a),
  values: (a, { search, first, asOf }, { session }) => {
    const read = readArguments(session.catalog);
    return valueSuggestions(session, {
      entity: a.entity,
      attribute: a.name,
      first: read.atMost(first, 1_000, 'first'),
      asOf: read.done(read.day(asOf)),
      ...(search && { search }),
    });
  },
};

export const Fact: FactResolvers = {
  field: (f) => camelCase(f.plural),
  description: (f) => f.relation.description,
  interval: (f) => f.time.kind === 'interval',
  hasUser: (f) => f.user !== undefined,
  columns: (f) => columnsOf(f),
};
export const FactColumn: FactColumnResolvers = {
  field: (c: Column) => camelCase(c.name),
  unit: (c: Column) => c.unit ?? null,
  operators: (c: Column) => operatorsOf(c),
};
export const Metric: MetricResolvers = {
  enum: (m) => enumCase(m.name),
  unit: (m) => m.unit ?? null,
  kind: (m) => m.source.kind,
  good: (m) => m.good ?? null,
  members: (m) => m.members,
  sql: metricSql,
};
function metricSql({ ratio }: CatalogMetric): string {
  return ratio.kind === 'value' ? ratio.value.sql : `${ratio.numerator.sql} / ${ratio.denominator.sql}`;
}
