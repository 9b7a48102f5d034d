import type { Catalog } from '../catalog/model.js';
import { attributesOf, resolveAttribute, resolveMetric } from '../catalog/where/resolve.js';
import { readPeriod } from '../catalog/where/period.js';
import type { Problem } from '../query/problem.js';
import { problem, ProblemError } from '../query/problem.js';
import type { Order } from '../query/question.js';
import type { Day, Period } from '../query/time.js';
import { isDay } from '../query/time.js';
import type { EntityName, Scalar } from '../query/where.js';

/** Reads arguments against the model, gathering every mistake; `done` throws them together. */
export interface Arguments {
  metrics(names: readonly string[], path: readonly string[]): readonly string[];
  attributes(entity: EntityName, names: readonly string[], path: readonly string[]): readonly string[];
  /** Attributes that are numbers. */
  numbers(entity: EntityName, names: readonly string[], path: readonly string[]): readonly string[];
  order(entity: EntityName, orders: readonly { by: string; direction: string }[] | null | undefined): readonly Order[];
  period(input: unknown, usual: Period, path?: readonly string[]): Period;
  /** Left out, the last day of the data, or another that is usual. */
  day(input: string | null | undefined, usual?: Day): Day;
  atMost(value: number, limit: number, ...path: readonly string[]): number;
  /** Mistakes found by others. */
  tell(found: readonly Problem[]): void;
  /** Both ends included. */
  within(value: number, low: number, high: number, path: string): number;
  /** Texts, numbers or booleans of a JSON list. */
  scalars(values: readonly unknown[], path: string): readonly Scalar[];
  done<T>(value: T): T;
}

export function readArguments(catalog: Catalog): Arguments {
  const problems: Problem[] = [];
  const take = <T>(reading: { value: T | undefined; problems: readonly Problem[] }): T[] => {
    problems.push(...reading.problems);
    return reading.value === undefined ? [] : [reading.value];
  };
  return {
    metrics: (names, path) => names.flatMap((n, i) => take(resolveMetric(catalog, n, [...path, i]))).map((m) => m.name),
    attributes: (entity, names, path) =>
      names.flatMap((n, i) => take(resolveAttribute(catalog, entity, n, [...path, i]))).map((a) => a.name),
    numbers: (entity, names, path) =>
      names
        .flatMap((n) => take(resolveAttribute(catalog, entity, n, path)))
        .flatMap((a) => {
          if (a.type !== 'number') problems.push(problem('NOT_A_NUMBER', path, `${a.label} is no number`));
          return a.name;
        }),
    order: (entity, orders) =>
      (orders ?? []).flatMap((o, i) =>
        take(resolveAttribute(catalog, entity, o.by, ['orderBy', i, 'by'])).flatMap((a) => {
          if (a.type === 'list') problems.push(problem('NOT_SORTABLE', ['orderBy', i, 'by'], `${o.by} is a list`));
          return { by: a.name, direction: o.direction === 'DESC' ? 'DESC' : ('ASC' as const) };
        }),
      ),
    period: (input, usual, path = ['period']) => {
      if (input === null || input === undefined) return usual;
      const context = { asOf: catalog.dataAsOf, weekStart: catalog.workspace.weekStart, path };
      return take(readPeriod(input, context))[0] ?? usual;
    },
    day: (input, usual = catalog.dataAsOf) => {
      if (input === null || input === undefined) return usual;
      const known: boolean = isDay(input);
      if (!known) problems.push(problem('BAD_DATE', ['asOf'], `${input} is not a day, such as 2026-06-30`));
      return input;
    },
    atMost: (value, limit, ...path) => {
      const message = `${path.at(-1) ?? ''} must be from 1 to ${String(limit)}, not ${String(value)}`;
      if (value < 1 || value > limit) problems.push(problem('OUT_OF_RANGE', path, message));
      return value;
    },
    tell: (found) => void problems.push(...found),
    within: (value, low, high, path) => {
      if (!(value >= low && value <= high)) {
        const message = `${path} must be from ${String(low)} to ${String(high)}, not ${String(value)}`;
        problems.push(problem('OUT_OF_RANGE', [path], message));
      }
      return value;
    },
    scalars: (values, path) =>
      values.filter((value, i): value is Scalar => {
        const plain = ['string', 'number', 'boolean'].includes(typeof value);
        if (!plain) problems.push(problem('WRONG_TYPE', [path, i], 'a text, a number or true or false is needed'));
        return plain;
      }),
    done: (value) => {
      if (problems.length > 0) throw new ProblemError(problems);
      return value;
    },
  };
}

export const attributeNamed = (catalog: Catalog, entity: EntityName, name: string) =>
  attributesOf(catalog, entity).find((a) => a.name === name);
