import type { Day, Duration } from './days.js';

export type Value = string | number | boolean | null | readonly (string | number | null)[];
export type Row = Readonly<Record<string, Value>>;
export type EntityName = 'customer' | 'user';
export type Json = unknown;

/** Rows of an aggregate, and the day asked about. */
export type Aggregate = (rows: readonly Row[], asOf: Day) => Value;
export type Condition = (row: Row) => boolean;
export type Get = (attribute: string) => Value;

export type Attribute =
  | { readonly column: string }
  | { readonly formula: (get: Get, asOf: Day) => Value }
  | { readonly users: Aggregate; readonly where?: Condition; readonly missing?: Value }
  | {
      readonly of: string;
      readonly value: Aggregate;
      readonly last?: Duration | 'all';
      readonly current?: true;
      readonly where?: Condition;
      readonly latestPer?: string;
      readonly time?: string;
      readonly missing?: Value;
    };

export interface Entity {
  readonly table: string;
  readonly key: string;
  readonly customer?: string;
  readonly since?: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Fact {
  readonly customer: string;
  readonly user?: string;
  readonly key?: string;
  readonly time?: string;
  readonly interval?: readonly [string, string];
  /** By column: the time before which its value is not known. */
  readonly knownFrom?: Readonly<Record<string, string>>;
}

/** A value, or a numerator and a denominator, of the rows of a metric. */
export type Parts<R> =
  | { readonly value: (rows: readonly R[]) => number | null }
  | {
      readonly numerator: (rows: readonly R[]) => number | null;
      readonly denominator: (rows: readonly R[]) => number | null;
    };
export interface Moved {
  readonly before: Get;
  readonly after: Get;
}
type Numbers = (metric: (name: string) => number | null) => number | null;

interface Common {
  readonly members?: 'start' | 'end';
  readonly zero?: string;
}
export type Metric = Common &
  (
    | {
        readonly kind: 'state';
        readonly over: EntityName;
        readonly at?: 'start';
        readonly where?: (get: Get) => boolean;
        readonly of: Parts<Get>;
      }
    | {
        readonly kind: 'open';
        readonly fact: string;
        readonly at?: 'start';
        readonly where?: Condition;
        readonly of: Parts<Row>;
      }
    | {
        readonly kind: 'flow';
        readonly fact: string;
        readonly last?: Duration;
        readonly where?: Condition;
        readonly latestPer?: string;
        readonly time?: string;
        readonly of: Parts<Row>;
      }
    | {
        readonly kind: 'change';
        readonly entity: EntityName;
        readonly over?: Duration;
        readonly pool?: number;
        readonly of: Parts<Moved>;
      }
    | {
        readonly kind: 'formula';
        readonly of: { readonly value: Numbers } | { readonly numerator: Numbers; readonly denominator: Numbers };
      }
  );

/** What a model's yml says, as plain functions. */
export interface Model {
  readonly entities: Readonly<Record<EntityName, Entity>>;
  /** By plural, which is also the table. */
  readonly facts: Readonly<Record<string, Fact>>;
  readonly metrics: Readonly<Record<string, Metric>>;
}

/** A company's rows by table, and how to read them. */
export interface World {
  readonly model: Model;
  readonly zone: string;
  readonly weekStart: 'monday' | 'sunday';
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** Wheres of saved segments, as JSON. */
  readonly segments: Readonly<Record<string, Json>>;
}

/** Text compares by code point, numbers by size, false before true; days and times as they are written. */
export const compare = (a: Value, b: Value): number => {
  const [x, y] = [a, b].map((v) => (typeof v === 'boolean' ? Number(v) : v)) as [string | number, string | number];
  return x < y ? -1 : x > y ? 1 : 0;
};
export const text = (value: Value | undefined): string => String(value);
export const camel = (name: string): string => name.replace(/_(.)/g, (_, c: string) => c.toUpperCase());
