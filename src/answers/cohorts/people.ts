import type { Catalog } from '../../catalog/model.js';
import { camelCase } from '../../catalog/names.js';
import { metricOf } from '../../compile/metric-formulas.js';
import type { CohortsQuestion } from '../../query/cohorts.js';
import type { Period } from '../../query/time.js';
import { addDays } from '../../query/time.js';
import { countedWhere } from '../counted.js';
import type { People } from '../people.js';
import type { Segment } from '../segment.js';

type Json = Readonly<Record<string, unknown>>;

/** Tells members of a segment as of the day of its cohorts, as wheres in JSON. */
export interface CohortPeople {
  cohort(period: Period, count: number): People;
  withoutStart(count: number): People;
  /** Null where the metric does not count the members, or counts them by conditions that no where says. */
  cell(cohort: Period, age: Period | null, count: number | null): People | null;
}

export function peopleOf(catalog: Catalog, segment: Segment, q: CohortsQuestion): CohortPeople {
  const people = (count: number, ...wheres: readonly Json[]): People => ({
    entity: segment.entity,
    count,
    asOf: q.asOf,
    whereJson: { and: [segment.whereJson, ...wheres] },
  });
  const started = ({ from, until }: Period): Json => startIs(q, { between: { from, until } });
  return {
    cohort: (period, count) => people(count, started(period)),
    withoutStart: (count) => people(count, notStarted(q)),
    cell: (cohort, age, count) => {
      const metric = metricOf(catalog, q.metric);
      const counted = age && !q.cumulative ? countedWhere(catalog, segment.entity, metric, age) : null;
      return counted === null || count === null ? null : people(count, started(cohort), counted);
    },
  };
}

const startIs = (q: CohortsQuestion, test: Json): Json =>
  q.start.kind === 'attribute' ? { [camelCase(q.start.name)]: test } : { ...firstRows(q, { first: test }) };

const notStarted = (q: CohortsQuestion): Json =>
  q.start.kind === 'attribute' ? { [camelCase(q.start.name)]: { isNull: true } } : firstRows(q, { count: { eq: 0 } });

/** A condition on the rows that a start is the first of: those up to the day, of intervals those that have begun. */
function firstRows({ asOf, firstJson }: CohortsQuestion, measure: Json): Json {
  const [[field, where] = []] = Object.entries(firstJson ?? {});
  return field === undefined ? {} : { [field]: { where, during: { until: addDays(asOf, 1) }, ...measure } };
}
