import { concentrationOf } from '../../answers/concentration.js';
import { distinguishesOf } from '../../answers/distinguishes.js';
import { populationOf } from '../../answers/segment.js';
import { sensitivityOf } from '../../answers/sensitivity.js';
import { stabilityOf } from '../../answers/stability.js';
import { usualTrendPeriod } from '../../answers/trend.js';
import { validationOf } from '../../answers/validation.js';
import type { Attribute, Catalog } from '../../catalog/model.js';
import { attributesOf } from '../../catalog/where/resolve.js';
import type { EntityName } from '../../query/where.js';
import { readArguments } from '../arguments.js';
import type { SegmentResolvers } from '../generated.js';
import { groupsOf } from '../groups.js';

type Field<K extends keyof SegmentResolvers> = NonNullable<SegmentResolvers[K]>;

const named = (catalog: Catalog, entity: EntityName, names: readonly string[]): readonly Attribute[] =>
  attributesOf(catalog, entity).filter((a) => names.includes(a.name));

export const distinguishes: Field<'distinguishes'> = (segment, { request }, { session }) => {
  const { catalog } = session;
  const read = readArguments(catalog);
  const names = groupsOf(read, segment, request.attributes ?? [], request.attributesUser ?? []);
  const least = read.atMost(request.least ?? 5, 1_000_000, 'least');
  const first = read.atMost(request.first ?? 50, 1_000, 'first');
  const asOf = read.done(read.day(request.asOf, segment.asOf));
  const key = catalog.entities[segment.entity]?.key;
  const all = attributesOf(catalog, segment.entity).filter((a) => a.name !== key);
  const attributes = names.length > 0 ? named(catalog, segment.entity, names) : all;
  return distinguishesOf(session, segment, populationOf(segment), { attributes, least, first, asOf });
};

export const validation: Field<'validation'> = (segment, { asOf }, { session }) => {
  const read = readArguments(session.catalog);
  const day = read.done(read.day(asOf, segment.asOf));
  const objective = segment.saved?.objective ?? null;
  return objective && validationOf(session, populationOf(segment), objective, day);
};

export const concentration: Field<'concentration'> = (segment, { request }, { session }) => {
  const read = readArguments(session.catalog);
  const names = groupsOf(read, segment, request.attributes ?? [], []);
  const value = request.value ? read.numbers('customer', [request.value], ['request', 'value']) : [];
  const asOf = read.done(read.day(request.asOf, segment.asOf));
  const [spread] = named(session.catalog, 'customer', value);
  const attributes = named(session.catalog, segment.entity, names);
  return concentrationOf(session, segment, populationOf(segment), {
    attributes,
    asOf,
    ...(spread && { value: spread }),
  });
};

export const stability: Field<'stability'> = (segment, { request }, { session }) => {
  const { catalog } = session;
  const read = readArguments(catalog);
  const grain = request.grain ?? 'WEEK';
  const usual = usualTrendPeriod(catalog, grain, catalog.dataAsOf);
  const switches = read.atMost(request.switches ?? 3, 100, 'switches');
  const period = read.done(read.period(request.period, usual, ['request', 'period']));
  return stabilityOf(session, segment, { grain, period, switches });
};

export const sensitivity: Field<'sensitivity'> = (segment, { steps, asOf }, { session }) => {
  const read = readArguments(session.catalog);
  read.atMost(steps.length, 20, 'steps');
  return sensitivityOf(session, segment, steps, read.done(read.day(asOf, segment.asOf)));
};
