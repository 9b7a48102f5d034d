import { clockReads, drawsSample } from './clock.js';
import { dataFiles, engineProblem } from './engine-problem.js';
import { complaintOf } from './complaint.js';
import { EngineError, type ModelEngine } from './model.js';
import { dependencyOrder } from './order.js';
import type { Findings } from './report.js';
import type { Source } from './sources.js';
import { quoteName } from './sql-text.js';

export interface SqlColumn {
  readonly name: string;
  readonly sqlType: string;
}

/** A relation the engine can select from. */
export interface DefinedRelation extends Reads {
  readonly source: Source;
  readonly columns: readonly SqlColumn[];
  /** It, or one it selects from, has been told not to be readable. */
  readonly unreadable: boolean;
}

/** What else happens as relations are defined, each before anything selects from it. May throw EngineError. */
export interface Defining {
  /** Makes a relation selectable from elsewhere, where each of its rows can be read; false leaves it to its SQL. */
  readonly define?: (relation: RelationRead) => Promise<boolean>;
  /** Called with each relation that its SQL defines, once it can be selected from. */
  readonly whenDefined?: Defined;
}

export type Defined = (relation: RelationRead) => Promise<void>;
export type RelationRead = { readonly source: Source } & Reads;

/** What the SQL of a relation reads. */
export interface Reads {
  readonly dependsOn: readonly string[];
  /** Reads CSV or JSON, whose types are only known for sure once every row is read. */
  readonly readsText: boolean;
  /** Paths and patterns of its files as written; null where it reads files that it does not name. */
  readonly files: readonly string[] | null;
}

/** Tells the engine's complaint about a relation; anything else it throws is a bug. */
type Tell = (source: Source, error: unknown) => void;

/** Defines all relations in the engine, each after those it selects from; those that cannot be are told and left out. */
export async function defineRelations(
  sources: readonly Source[],
  dir: string,
  engine: ModelEngine,
  found: Findings,
  { define = () => Promise.resolve(false), whenDefined = () => Promise.resolve() }: Defining,
): Promise<ReadonlyMap<string, DefinedRelation>> {
  const meant = { relations: sources.map((s) => s.name), files: dataFiles(dir) };
  const tell: Tell = (source, error) => {
    if (!(error instanceof EngineError)) throw error;
    const { code, message, suggestions } = engineProblem(error, meant);
    found.in(source.sqlFile)(code, [], message, suggestions);
  };
  const reads = await parseRelations(sources, engine, found, tell);
  const defined = new Map<string, DefinedRelation>();
  for (const source of inOrder(sources, reads, found)) {
    const known = reads.get(source.name);
    if (!known?.dependsOn.every((d) => defined.has(d))) continue;
    try {
      const relation = { source, ...known };
      const elsewhere = await define(relation);
      if (!elsewhere) await engine.define(source.name, source.sql);
      const told = known.dependsOn.some((d) => defined.get(d)?.unreadable);
      const complaint = told || elsewhere ? undefined : await complaintOf(whenDefined(relation));
      if (complaint) found.in(source.sqlFile)('DATA_UNREADABLE', [], complaint.message);
      const columns = await engine.describe(`select * from ${quoteName(source.name)}`);
      const unreadable = told || complaint !== undefined;
      defined.set(source.name, { ...relation, readsText: known.readsText && !elsewhere, columns, unreadable });
    } catch (error) {
      tell(source, error);
    }
  }
  return defined;
}

async function parseRelations(
  sources: readonly Source[],
  engine: ModelEngine,
  found: Findings,
  tell: Tell,
): Promise<ReadonlyMap<string, Reads>> {
  const reads = new Map<string, Reads>();
  const parsed = await engine.parse(sources.map((s) => s.sql));
  for (const [i, source] of sources.entries()) {
    const sql = parsed[i];
    if (sql instanceof EngineError) tell(source, sql);
    if (!sql || sql instanceof EngineError) continue;
    for (const clock of [...clockReads(sql), ...(drawsSample(source.sql) ? ['a sample'] : [])])
      found.in(source.sqlFile)('READS_CLOCK', [], `${clock} gives another answer each time; the model may not use it`);
    const tables = sql.tables.map((t) => t.toLowerCase());
    reads.set(source.name, {
      dependsOn: sources.map((s) => s.name).filter((name) => tables.includes(name)),
      files: sql.files.length === 0 && sql.functions.some(isReader) ? null : sql.files,
      readsText: sql.functions.some((f) => /^(read|sniff)_(csv|json|ndjson)/i.test(f)) || tables.some(isTextFile),
    });
  }
  return reads;
}

const isReader = (name: string): boolean => /^(read_|sniff_|glob$|parquet_scan$)/i.test(name);
const isTextFile = (table: string): boolean => /\.(csv|tsv|json|ndjson|jsonl)(\.\w+)?$/.test(table);

/** Each relation after those it selects from; circles are told and left out. */
function inOrder(sources: readonly Source[], reads: ReadonlyMap<string, Reads>, found: Findings): readonly Source[] {
  const byName = new Map(sources.map((s) => [s.name, s]));
  const needs = new Map(sources.map((s) => [s.name, reads.get(s.name)?.dependsOn ?? []]));
  const { order, cycles } = dependencyOrder(needs);
  for (const cycle of cycles) {
    const file = byName.get(cycle[0] ?? '')?.sqlFile ?? 'sql';
    found.in(file)('CYCLE', [], `these relations select from each other: ${cycle.join(' → ')}`);
  }
  return order.flatMap((name) => byName.get(name) ?? []);
}
