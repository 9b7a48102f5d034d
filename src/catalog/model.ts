import type { Duration, WeekStart } from '../query/time.js';
import type { EntityName, Scalar, Where } from '../query/where.js';
import type { CampaignModel } from './campaigns/model.js';
import type { Health } from './health/model.js';

/** What a value is, whatever the engine calls it. */
export type ValueType = 'string' | 'number' | 'boolean' | 'date' | 'timestamp' | 'list';
/** How the engine stores a time: a day, wall-clock time in the workspace's zone, or an instant. */
export type TimeType = 'date' | 'timestamp' | 'timestamptz';

export interface Workspace {
  readonly dir: string;
  readonly name: string;
  readonly timeZone: string;
  readonly weekStart: WeekStart;
  readonly currency: string;
  readonly asOf?: string;
  readonly constants: Readonly<Record<string, number>>;
  readonly snapshots: SnapshotGrid;
}

/** How far back a build keeps each day, the last day of each week, and of each month. */
export interface SnapshotGrid {
  readonly daily?: Duration | undefined;
  readonly weekly?: Duration | undefined;
  readonly monthly?: Duration | undefined;
}

/** Text a person reads about a thing of the model. */
export interface Described {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly unit?: string;
}

export interface Column extends Described {
  readonly type: ValueType;
  /** Set for date and timestamp columns. */
  readonly timeType?: TimeType;
  /** The engine's own type, such as `DECIMAL(12,2)`. */
  readonly sqlType: string;
  readonly hidden: boolean;
  readonly min?: number;
  readonly max?: number;
  /** A time column: this one's value is not known before it. */
  readonly knownFrom?: string;
}

/** One `sql/<name>.sql`: a SELECT that others may select from. */
export interface Relation {
  readonly name: string;
  readonly description: string;
  readonly sql: string;
  readonly file: string;
  readonly dependsOn: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

export interface Entity {
  readonly name: EntityName;
  readonly relation: Relation;
  readonly key: string;
  /** User entity: the column with the customer's key. */
  readonly customer?: string;
  readonly since?: string;
  readonly nameColumn?: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Fact {
  /** Singular, as in `fact: event`. */
  readonly name: string;
  /** The relation's name, plural: the field in a where. */
  readonly plural: string;
  readonly relation: Relation;
  readonly key?: string;
  readonly customer: string;
  readonly user?: string;
  readonly time:
    | { readonly kind: 'time'; readonly column: string }
    | { readonly kind: 'interval'; readonly from: string; readonly until: string };
}

/** Rows an aggregate looks at, seen from a day. */
export type Rows =
  { readonly kind: 'last'; readonly duration: Duration } | { readonly kind: 'all' } | { readonly kind: 'current' };

/** SQL text of the workspace's model and the bare names it mentions. */
export interface Expression {
  readonly sql: string;
  readonly names: readonly string[];
}

export type AttributeSource =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'formula'; readonly expression: Expression }
  /** The value of the first case whose where holds; `otherwise`, or nothing, where none does. */
  | {
      readonly kind: 'cases';
      readonly cases: readonly { readonly where: Where; readonly value: Scalar }[];
      readonly otherwise?: Scalar;
    }
  /** How another attribute moved over a duration: the plain difference, or percent of the earlier value. */
  | {
      readonly kind: 'change';
      readonly attribute: string;
      readonly over: Duration;
      readonly as: 'absolute' | 'percent';
    }
  | {
      readonly kind: 'fact';
      /** By its plural, the relation's name. */
      readonly fact: string;
      readonly value: Expression;
      readonly rows: Rows;
      readonly where?: Expression;
      readonly latestPer?: string;
      readonly time?: string;
    }
  /** An aggregate over the users of a customer. */
  | { readonly kind: 'users'; readonly value: Expression; readonly where?: Expression };

export interface Attribute extends Described {
  readonly entity: EntityName;
  readonly type: ValueType;
  readonly timeType?: TimeType;
  readonly sqlType: string;
  readonly source: AttributeSource;
  readonly missing?: Scalar;
  readonly file: string;
}

/** One aggregate, or the two of a rate. */
/** One number of many rows. */
export interface Aggregate extends Expression {
  /** The name whose different values it counts, where it does nothing more. */
  readonly distinct?: string;
  /** What it counts or adds up, where it does nothing more. */
  readonly total?: Total;
}

/** Of rows: of a whole it is the sum of what it is of its parts. Of different values: each is counted once. */
export type Total = 'OF_ROWS' | 'OF_VALUES';

export type Ratio =
  | { readonly kind: 'value'; readonly value: Aggregate }
  | { readonly kind: 'ratio'; readonly numerator: Aggregate; readonly denominator: Aggregate };

export type MetricSource =
  | {
      readonly kind: 'state';
      /** Where the rows come from: an entity, or an interval fact by its plural. */
      readonly over: { readonly entity: EntityName } | { readonly fact: string };
      readonly at: 'start' | 'end';
      readonly where?: Expression;
    }
  | {
      readonly kind: 'flow';
      /** By its plural. */
      readonly fact: string;
      readonly last?: Duration;
      readonly where?: Expression;
      readonly latestPer?: string;
      readonly time?: string;
    }
  | { readonly kind: 'change'; readonly entity: EntityName; readonly over?: Duration; readonly pool?: number }
  | { readonly kind: 'formula' };

export interface Metric extends Described {
  readonly source: MetricSource;
  readonly ratio: Ratio;
  readonly members: 'start' | 'end';
  readonly good?: 'up' | 'down';
  readonly zero: string;
  readonly file: string;
}

/** Everything that may be asked of a workspace, checked against its data. */
export interface Catalog {
  readonly workspace: Workspace;
  /** In dependency order: each selects only from those before it. */
  readonly relations: readonly Relation[];
  readonly entities: { readonly customer: Entity; readonly user?: Entity };
  /** By plural, the relation's name. */
  readonly facts: Readonly<Record<string, Fact>>;
  readonly metrics: Readonly<Record<string, Metric>>;
  /** How customers are scored, where `sql/health.yml` says it. */
  readonly health?: Health;
  /** What a message of a campaign is, where `sql/campaigns.yml` says it. */
  readonly campaigns?: CampaignModel;
  /** The last whole day the data covers: the default day of every question. */
  readonly dataAsOf: string;
  /** Days whose customers are kept in a table, where there is one. */
  readonly snapshots?: Snapshots;
  /** Facts, by plural, of which every row is known to be of a customer who existed on its day. */
  readonly ofCustomers?: ReadonlySet<string>;
  readonly knownUsers?: KnownUsers;
}

/** What is known of the users that rows of facts, by plural, name. */
export interface KnownUsers {
  /** A relation with a `user` for each one who is at several customers, as SQL names it. */
  readonly atSeveral: string;
  /** Facts whose every user was known at the row's customer by its day. */
  readonly ofUsers: ReadonlySet<string>;
  /** Those of them in which none has two rows at a customer on a day. */
  readonly onceADay: ReadonlySet<string>;
}

/**
 * A table of customers by day, as `customers_at` has them: `_day`, `_id` and a column for each attribute. Every customer
 * that existed on a day has a row of that day.
 */
export interface Snapshots {
  /** As SQL names it. */
  readonly relation: string;
  readonly days: ReadonlySet<string>;
  /** The rows of the last of the days once more: most questions are of that day, and read them faster. */
  readonly latest?: { readonly day: string; readonly relation: string };
  readonly attributes: ReadonlySet<string>;
  /**
   * Those of them that are days and are known to last: of any two of the days, an attribute tells on the earlier what it tells
   * on the later where that day had come, and nothing where it had not; and who had a row on the earlier has one on the later.
   */
  readonly lasting: ReadonlySet<string>;
}

/** What the catalogue asks an engine while it checks a model. Implemented by the warehouse, handed in by the caller. */
export interface ModelEngine {
  /** Makes a relation selectable by name. Throws EngineError. */
  define(name: string, sql: string): Promise<void>;
  /** Columns a SELECT would return, without running it. Throws EngineError. */
  describe(sql: string): Promise<readonly { readonly name: string; readonly sqlType: string }[]>;
  /** Parses texts, each one expression or SELECT; the complaint about one that does not parse stands in its place. */
  parse(texts: readonly string[]): Promise<readonly (ParsedSql | EngineError)[]>;
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface ParsedSql {
  /** Column references as written: `['before', 'mrr']` or `['mrr']`. */
  readonly columns: readonly (readonly string[])[];
  readonly functions: readonly string[];
  readonly tables: readonly string[];
  /** Paths and patterns of files, as written. */
  readonly files: readonly string[];
  /** Whether it is `count(distinct column)` and nothing more. */
  readonly countsDistinct?: boolean;
  /** What it counts or adds up, where it does nothing more. */
  readonly total?: Total | undefined;
}

/** The engine's own complaint, with names it suggests where it gives any. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    message: string,
    readonly suggestions: readonly string[] = [],
  ) {
    super(message);
  }
}
