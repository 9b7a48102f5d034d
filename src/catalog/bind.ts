import { clockReads } from './clock.js';
import { engineProblem, nothingMeant } from './engine-problem.js';
import { EngineError, type Expression, type ModelEngine, type ParsedSql } from './model.js';
import type { Path, Report } from './report.js';
import { fromClause, resolve, writtenNames, type Scope } from './scope.js';
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
  const attempt = async (select: string): Promise<string | EngineError> => {
    try {
      return (await engine.describe(select)).at(-1)?.sqlType ?? '';
    } catch (error) {
      if (error instanceof EngineError) return error;
      throw error;
    }
  };
  const parse = async (sql: string): Promise<ParsedSql | EngineError> => {
    try {
      return await engine.parse(sql);
    } catch (error) {
      if (error instanceof EngineError) return error;
      throw error;
    }
  };
  const perRow = (sql: string, scope: Scope) =>
    attempt(`select (${sql}\n) as value ${fromClause(scope)} where (${sql}\n) is null`);
  const aggregated = (sql: string, scope: Scope) =>
    attempt(`select (${sql}\n) as value ${fromClause(scope)} having (${sql}\n) is null`);

  return {
    async mentions(sql) {
      const parsed = await parse(sql);
      return parsed instanceof EngineError ? [] : parsed.columns.map((c) => (c.at(-1) ?? '').toLowerCase());
    },

    async bind(sql, shape, scope, { path, report }) {
      const parsed = await parse(sql);
      if (parsed instanceof EngineError) {
        report('SQL_SYNTAX', path, parsed.message);
        return null;
      }
      const clocks = clockReads(parsed);
      for (const clock of clocks)
        report('READS_CLOCK', path, `${clock} gives another answer each time; \`as_of\` is the day asked about`, [
          'as_of',
        ]);
      if (parsed.tables.length > 0)
        report('SUBQUERY_REFUSED', path, `selects from ${parsed.tables.join(', ')}; write that as a relation in sql/`);
      if (clocks.length > 0 || parsed.tables.length > 0) return null;

      const unknown = parsed.columns.filter((c) => resolve(c, scope) === null);
      if (unknown.some((c) => broken.has((c.at(-1) ?? '').toLowerCase()))) return null;

      const type = await (shape === 'row' ? perRow : aggregated)(sql, scope);
      if (type instanceof EngineError) {
        if (unknown.length > 0) tellUnknown(unknown, scope, path, report);
        else await tellRefusal(type, sql, shape, scope, { path, report });
        return null;
      }
      if (shape === 'aggregate' && !((await perRow(sql, scope)) instanceof EngineError)) {
        report('AGGREGATE_NEEDED', path, `${sql} is no aggregate; write one such as count(*), sum(…) or max(…)`);
        return null;
      }
      const names = parsed.columns.map((c) => resolve(c, scope)).filter((n) => n !== null);
      return { expression: { sql, names: [...new Set(names)] }, sqlType: type };
    },
  };

  async function tellRefusal(error: EngineError, sql: string, shape: Shape, scope: Scope, { path, report }: Place) {
    const text = error.message;
    if (shape === 'row' && /cannot contain (aggregates|window)/i.test(text))
      report('AGGREGATE_REFUSED', path, `${sql} is over many rows, and there is one row only here`);
    else if (/cannot contain window/i.test(text))
      report('AGGREGATE_REFUSED', path, 'window functions are not possible here; write them in the relation');
    else if (
      shape === 'aggregate' &&
      (/must appear in the GROUP BY/i.test(text) || !((await perRow(sql, scope)) instanceof EngineError))
    )
      report(
        'AGGREGATE_NEEDED',
        path,
        `${sql} is not one value for many rows; put its columns inside sum(…), max(…) or the like`,
      );
    else {
      const { code, message, suggestions } = engineProblem(error, nothingMeant);
      report(code === 'DATA_UNREADABLE' ? 'INVALID_EXPRESSION' : code, path, message, suggestions);
    }
  }
}

function tellUnknown(unknown: readonly (readonly string[])[], scope: Scope, path: Path, report: Report): void {
  const valid = writtenNames(scope);
  for (const name of new Set(unknown.map((c) => c.join('.')))) {
    const near = suggest(name, valid);
    const qualified = valid.filter((v) => v.toLowerCase().endsWith(`.${name.toLowerCase()}`));
    report('UNKNOWN_COLUMN', path, `there is no ${name} here`, near.length > 0 ? near : qualified);
  }
}
