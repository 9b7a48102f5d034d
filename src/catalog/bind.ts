import { clockReads } from './clock.js';
import { complaintOf } from './complaint.js';
import { engineProblem, nothingMeant } from './engine-problem.js';
import { EngineError, type Expression, type ModelEngine, type ParsedSql } from './model.js';
import type { Path, Report } from './report.js';
import { fromClause, resolve, typesSaid, writtenNames, type Scope } from './scope.js';
import { suggest } from './suggest.js';

export interface Bound {
  readonly expression: Expression;
  readonly sqlType: string;
}

/** Where an expression stands, for what is told about it. */
export interface Place {
  readonly path: Path;
  readonly report: Report;
}

/** `row`: one value per row, no aggregate. `aggregate`: one value over many rows. */
export type Shape = 'row' | 'aggregate';

/** Checks expressions against the names and types they may use. */
export interface Binder {
  /** The expression with its type, or null after telling what is wrong. Silent when it names something told before. */
  bind(sql: string, shape: Shape, scope: Scope, place: Place): Promise<Bound | null>;
  /** Names an expression mentions, as written; none where it does not parse. */
  mentions(sql: string): Promise<readonly string[]>;
}

/** `broken` holds names whose own definition is wrong and told. */
export function binder(engine: ModelEngine, broken: ReadonlySet<string>): Binder {
  const parsedBefore = new Map<string, Promise<ParsedSql | EngineError>>();
  const parse = (sql: string): Promise<ParsedSql | EngineError> => {
    const parsed = parsedBefore.get(sql) ?? complaintOf(engine.parse(sql));
    parsedBefore.set(sql, parsed);
    return parsed;
  };
  const typeOf = async (select: string): Promise<string | EngineError> => {
    const columns = await complaintOf(engine.describe(select));
    return columns instanceof EngineError ? columns : (columns[0]?.sqlType ?? '');
  };

  return {
    async mentions(sql) {
      const parsed = await parse(sql);
      return parsed instanceof EngineError ? [] : parsed.columns.map((c) => (c.at(-1) ?? '').toLowerCase());
    },

    async bind(sql, shape, scope, place) {
      const parsed = await parse(sql);
      if (!tellRefused(parsed, place)) return null;
      const resolved = parsed.columns.map((reference) => ({ reference, name: resolve(reference, scope) }));
      const unknown = resolved.filter((r) => r.name === null).map((r) => r.reference);
      if (unknown.some((c) => broken.has((c.at(-1) ?? '').toLowerCase()))) return null;

      const names = new Set(resolved.flatMap((r) => r.name ?? []));
      const from = fromClause(scope, names);
      const perRow = () => typeOf(`select (${sql}\n) as value ${from} where (${sql}\n) is null`);
      const aggregated = () => typeOf(`select (${sql}\n) as value ${from} having (${sql}\n) is null`);
      const type = await (shape === 'row' ? perRow() : aggregated());
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
      return { expression: { sql, names: [...names] }, sqlType: type };
    },
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
