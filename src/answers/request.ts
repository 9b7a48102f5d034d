import type { Attribute, Metric } from '../catalog/model.js';
import { enumCase } from '../catalog/names.js';
import { maxConditions } from '../catalog/where/codes.js';
import { readPeriod } from '../catalog/where/period.js';
import { findAttribute, findMetric } from '../catalog/where/resolve.js';
import type { Scope } from '../catalog/where/scope.js';
import { at, record, type Path, type Spot } from '../catalog/where/spot.js';
import { day, flag, oneOf, whole, type Reader } from '../catalog/where/values.js';
import type { Problem } from '../query/problem.js';
import { problem, ProblemError } from '../query/problem.js';
import type { Day, Period } from '../query/time.js';
import type { EntityName } from '../query/where.js';
import { fitsPopulation, metricsFor } from './measured.js';
import type { questionCodes } from './problem-codes.js';
import type { Source } from './session.js';

type QuestionCode = keyof typeof questionCodes;

/** Notes a problem of a question and returns undefined, whatever its caller reads. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a bare undefined counts as void where it is returned
export function refuse<T = never>(
  spot: Spot,
  code: QuestionCode,
  message: string,
  suggestions: readonly string[] = [],
): T | undefined {
  spot.problems.push(problem(code, spot.path, message, suggestions));
  return undefined;
}

/** The fields of an analysis's request, read one by one; every mistake is gathered and `done` throws them together. */
export interface Request<K extends string> {
  readonly given: Readonly<Partial<Record<K, unknown>>>;
  readonly spot: (field: K) => Spot;
  /** What a reader makes of a field; the default where it is left out or wrong. */
  read<T>(field: K, reader: Reader<T>, usual: T): T;
  optional<T>(field: K, reader: Reader<T>): T | undefined;
  oneOf<T extends string>(field: K, what: string, values: readonly T[], usual: T): T;
  flag(field: K): boolean;
  whole(field: K, min: number, max: number, usual: number): number;
  day(field: K, usual: Day): Day;
  period(field: K, asOf: Day, usual: Period): Period;
  metric(field: K): Metric | undefined;
  attribute(field: K, entity: EntityName): Attribute | undefined;
  /** The value that is made where there was no mistake. */
  done<T>(make: () => T): T;
}

/** Fields left out and fields that are null are the same: a client's variables may be null. */
const withoutNulls = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && !Array.isArray(input)
    ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))
    : input;

export function readRequest<K extends string>(
  { catalog }: Source,
  entity: EntityName,
  input: unknown,
  what: string,
  fields: readonly K[],
  path: Path = ['request'],
): Request<K> {
  const problems: Problem[] = [];
  const top: Spot = { path, problems };
  const given: Readonly<Partial<Record<K, unknown>>> =
    record(withoutNulls(input), top, what, fields) ?? ({} as Partial<Record<K, unknown>>);
  const spot = (field: K): Spot => at(top, field);
  const optional = <T>(field: K, reader: Reader<T>): T | undefined =>
    given[field] === undefined ? undefined : reader(given[field], spot(field));
  const read = <T>(field: K, reader: Reader<T>, usual: T): T => optional(field, reader) ?? usual;
  return {
    given,
    spot,
    optional,
    read,
    oneOf: (field, of, values, usual) => read(field, oneOf(of, values), usual),
    flag: (field) => read(field, flag, false),
    whole: (field, min, max, usual) => read(field, whole(min, max), usual),
    day: (field, usual) => read(field, day, usual),
    period: (field, asOf, usual) => {
      if (given[field] === undefined) return usual;
      const { weekStart } = catalog.workspace;
      const reading = readPeriod(given[field], { asOf, weekStart, path: [...path, field] });
      problems.push(...reading.problems);
      return reading.value ?? usual;
    },
    metric: (field) => {
      const found = given[field] === undefined ? undefined : findMetric(catalog, given[field], spot(field));
      if (!found || fitsPopulation(catalog, entity, found)) return found;
      const possible = metricsFor(catalog, entity).slice(0, 5);
      return refuse(
        spot(field),
        'METRIC_NOT_FOR_POPULATION',
        `${enumCase(found.name)} is not defined for ${entity}s`,
        possible.map((m) => enumCase(m.name)),
      );
    },
    attribute: (field, of) =>
      given[field] === undefined ? undefined : findAttribute(catalog, of, given[field], spot(field)),
    done: (make) => {
      if (problems.length > 0) throw new ProblemError(problems);
      return make();
    },
  };
}

/** The scope that conditions of a request are read in. */
export const scopeOf = (source: Source, entity: EntityName): Scope => ({
  catalog: source.catalog,
  segment: source.segment,
  entity,
  depth: 0,
  hops: 0,
  chain: [],
  budget: { left: maxConditions },
});
