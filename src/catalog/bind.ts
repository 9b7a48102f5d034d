import DataLoader from 'dataloader';
import { clockReads } from './clock.js';
import { complaintOf } from './complaint.js';
import { engineProblem, nothingMeant } from './engine-problem.js';
import { EngineError, type Expression, type ModelEngine, type ParsedSql, type Total } from './model.js';
import type { Path, Report } from './report.js';
import { fromClause, resolve, typesSaid, writtenNames, type Scope } from './scope.js';
import { suggest } from './suggest.js';

export interface Bound {
  readonly expression: Expression;
  readonly sqlType: string;
  /** The name whose different values are counted, where that is all it does. */
  readonly distinct?: string;
  /** What it counts or adds up, where that is all it does. */
  readonly total?: Total;
}

/** Where an expression stands, for what is told about it. */
export interface Place {
  readonly path: Path;
  readonly report: Report;
}

/** `row`: one value per row, no aggregate. `aggregate`: one value over many rows. */
export type Shape = 'row' | 'aggregate';

/** An expression that will be bound. */
export interface Expected {
  readonly sql: string;
  readonly shape: Shape;
  readonly scope: Scope;
}

/** Checks expressions against the names and types they may use. */
export interface Binder {
  /** The expression with its type, or null after telling what is wrong. Silent when it names something told before. */
  bind(sql: string, shape: Shape, scope: Scope, place: Place): Promise<Bound | null>;
  /** Asks the engine about many expressions at once, so that it need not be asked when they are bound. Tells nothing. */
  expect(expressions: readonly Expected[]): Promise<void>;
  /** Names an expression mentions, as written; none where it does not parse. */
  mentions(sql: string): Promise<readonly string[]>;
}

/** `broken` holds names whose own definition is wrong and told. */
export function binder(engine: ModelEngine, broken: ReadonlySet<string>): Binder {
  const parses = new DataLoader((texts: readonly string[]) => engine.parse(texts));
  const types = new DataLoader((selects: readonly string[]) => typesOf(engine, selects), { maxBatchSize: 50 });
  const parse = (sql: string): Promise<ParsedSql | EngineError> => complaintOf(parses.load(sql));
  const typeOf = (select: string): Promise<string | EngineError> => complaintOf(types.load(select));

  return {
    async mentions(sql) {
      const parsed = await parse(sql);
      return parsed instanceof EngineError ? [] : parsed.columns.map((c) => (c.at(-1) ?? '').toLowerCase());
    },

    async expect(expressions) {
      const ask = async ({ sql, shape, scope }: Expected): Promise<void> => {
        const parsed = await parse(sql);
        if (parsed instanceof EngineError || parsed.tables.length > 0) return;
        const { names, unknown } = namesIn(parsed, scope);
        // A name that is not the expression's own might be taken for one of the others'.
        if (unknown.length === 0) await typeOf(valueOf[shape](sql, fromClause(scope, names)));
      };
      await Promise.all(expressions.map(ask));
    },

    async bind(sql, shape, scope, place) {
      const parsed = await parse(sql);
      if (!tellRefused(parsed, place)) return null;
      const { names, unknown } = namesIn(parsed, scope);
      if (unknown.some((c) => broken.has((c.at(-1) ?? '').toLowerCase()))) return null;

      const from = fromClause(scope, names);
      const perRow = () => typeOf(valueOf.row(sql, from));
      const type = await typeOf(valueOf[shape](sql, from));
      if (type instanceof EngineError) {
        if (unknown.length > 0) tellUnknown(unknown, scope, place);
        else if (shape === 'aggregate' && !((await perRow()) instanceof EngineError)) tellAggregateNeeded(sql, place);
        else tellComplaint(type, sql, typesSaid(scope, names), place);
        return null;
      }
      // A name outside an aggregate would not have bound, so only an expression without names can be a constant.
      if (shape === 'aggregate' && names.size === 0 && !((await perRow()) instanceof EngineError)) {
        tellAggregateNeeded(sql, place);
        return null;
      }
      const [distinct] = parsed.countsDistinct ? names : [];
      const { total } = parsed;
      return {
        expression: { sql, names: [...names] },
        sqlType: type,
        ...(distinct !== undefined && { distinct }),
        ...(total !== undefined && { total }),
      };
    },
  };
}

/** A SELECT of the expression, which the engine refuses where it has not this shape. */
const valueOf: Readonly<Record<Shape, (sql: string, from: string) => string>> = {
  row: (sql, from) => `select (${sql}\n) as value ${from} where (${sql}\n) is null`,
  aggregate: (sql, from) => `select (${sql}\n) as value ${from} having (${sql}\n) is null`,
};

/** The type of the value of each SELECT. Planning many as one is far quicker; where that fails, each half is by itself. */
async function typesOf(engine: ModelEngine, selects: readonly string[]): Promise<readonly (string | EngineError)[]> {
  const [first = ''] = selects;
  const columns = await complaintOf(engine.describe(selects.length === 1 ? first : together(selects)));
  if (!(columns instanceof EngineError)) return selects.map((_, i) => columns[i]?.sqlType ?? '');
  if (selects.length === 1) return [columns];
  const half = Math.ceil(selects.length / 2);
  return [...(await typesOf(engine, selects.slice(0, half))), ...(await typesOf(engine, selects.slice(half)))];
}

const together = (selects: readonly string[]): string =>
  `select ${selects.map((_, i) => `t${i}.value as v${i}`).join(', ')} from ${selects.map((s, i) => `(${s}) as t${i}`).join(', ')}`;

/** The names of a scope that a text mentions, and what it mentions that is none of them. */
function namesIn({ columns }: ParsedSql, scope: Scope) {
  const resolved = columns.map((reference) => ({ reference, name: resolve(reference, scope) }));
  return {
    names: new Set(resolved.flatMap((r) => r.name ?? [])),
    unknown: resolved.filter((r) => r.name === null).map((r) => r.reference),
  };
}

/** Whether the text may be bound at all; tells why not. */
function tellRefused(parsed: ParsedSql | EngineError, { path, report }: Place): parsed is ParsedSql {
  if (parsed instanceof EngineError) {
    report('SQL_SYNTAX', path, parsed.message);
    return false;
  }
  const clocks = clockReads(parsed);
  for (const clock of clocks)
    report('READS_CLOCK', path, `${clock} gives another answer each time; \`as_of\` is the day asked about`, ['as_of']);
  if (parsed.tables.length > 0)
    report('SUBQUERY_REFUSED', path, `selects from ${parsed.tables.join(', ')}; write that as a relation in sql/`);
  return clocks.length === 0 && parsed.tables.length === 0;
}

const tellAggregateNeeded = (sql: string, { path, report }: Place): void => {
  report(
    'AGGREGATE_NEEDED',
    path,
    `${sql} is not one value for many rows; use an aggregate such as count(*), sum(…) or max(…)`,
  );
};

function tellComplaint(error: EngineError, sql: string, types: string, { path, report }: Place): void {
  if (/must appear in the GROUP BY/i.test(error.message))
    report('AGGREGATE_NEEDED', path, `in ${sql} a name stands outside the aggregates; put it inside, as in max(…)`);
  else if (/cannot contain aggregates/i.test(error.message))
    report('AGGREGATE_REFUSED', path, `${sql} is an aggregate, but there is one row only here`);
  else if (/cannot contain window/i.test(error.message))
    report('AGGREGATE_REFUSED', path, 'window functions are not possible here; write them in the relation');
  else {
    const message = types === '' ? error.message : `${error.message}; ${types}`;
    report('INVALID_EXPRESSION', path, message, engineProblem(error, nothingMeant).suggestions);
  }
}

function tellUnknown(unknown: readonly (readonly string[])[], scope: Scope, { path, report }: Place): void {
  const valid = writtenNames(scope);
  for (const name of new Set(unknown.map((c) => c.join('.')))) {
    const qualified = valid.filter((v) => v.toLowerCase().endsWith(`.${name.toLowerCase()}`));
    report('UNKNOWN_COLUMN', path, `there is no ${name} here`, qualified.length > 0 ? qualified : suggest(name, valid));
  }
}
