import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** A piece of SQL with its bound values. */
export type Sql = RawBuilder<unknown>;

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** SQL text with `$1` … and the values in that order. */
export function toStatement(piece: Sql): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const compiled = piece.compile(compiler);
  return { sql: compiled.sql, parameters: compiled.parameters };
}

export const name = (text: string): Sql => sql.id(text);
export const ref = (alias: string, column: string): Sql => sql.id(alias, column);
/** SQL text of the workspace's model: never of a request. */
export const model = (text: string): Sql => sql.raw(text);
export const comma = (pieces: readonly Sql[]): Sql => sql.join(pieces, sql`, `);
export const lines = (pieces: readonly Sql[]): Sql => sql.join(pieces, sql`\n`);
export const unionAll = (pieces: readonly Sql[]): Sql => sql.join(pieces, sql`\nunion all\n`);

export const yes: Sql = sql`true`;
export const no: Sql = sql`false`;
/** How a condition reads where a missing value may stand for FALSE. */
const loosely = new WeakMap<Sql, () => Sql>();

const combine = (operator: Sql, empty: Sql, one: Sql) => {
  const combined = (pieces: readonly Sql[]): Sql => {
    const real = pieces.filter((p) => p !== empty);
    if (real.length === 0) return empty;
    if (real.includes(one)) return one;
    if (real.length === 1 && real[0]) return real[0];
    const piece = sql`(${sql.join(real, operator)})`;
    loosely.set(piece, () => combined(real.map(asFilter)));
    return piece;
  };
  return combined;
};

/** A test made two-valued: a missing value fails it. */
export function certain(test: Sql): Sql {
  const piece = sql`coalesce(${test}, false)`;
  loosely.set(piece, () => test);
  return piece;
}

/** The same condition for a WHERE, which lets only TRUE through: engines prune by a bare comparison, and not by one inside a function. */
export const asFilter = (condition: Sql): Sql => loosely.get(condition)?.() ?? condition;
export const all = combine(sql` and `, yes, no);
export const any = combine(sql` or `, no, yes);
export const not = (piece: Sql): Sql => (piece === yes ? no : piece === no ? yes : sql`(not ${piece})`);

export { sql };
