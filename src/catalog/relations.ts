import { clockReads, drawsSample } from './clock.js';
import { dataFiles, engineProblem } from './engine-problem.js';
import { EngineError, type ModelEngine } from './model.js';
import { dependencyOrder } from './order.js';
import type { Findings } from './report.js';
import type { Source } from './sources.js';

export interface SqlColumn {
  readonly name: string;
  readonly sqlType: string;
}

/** A relation the engine can select from. */
export interface DefinedRelation {
  readonly source: Source;
  readonly dependsOn: readonly string[];
  readonly columns: readonly SqlColumn[];
  /** Reads CSV or JSON, whose types are only known for sure once every row is read. */
  readonly readsText: boolean;
}

/** Defines all relations in the engine, each after those it selects from; those that cannot be are told and left out. */
export async function defineRelations(
  sources: readonly Source[],
  dir: string,
  engine: ModelEngine,
  found: Findings,
): Promise<ReadonlyMap<string, DefinedRelation>> {
  const relations = sources.map((s) => s.name);
  const byName = new Map(sources.map((s) => [s.name, s]));
  const meant = { relations, files: dataFiles(dir) };
  const tell = (source: Source, error: unknown): void => {
    if (!(error instanceof EngineError)) throw error;
    const { code, message, suggestions } = engineProblem(error, meant);
    found.in(source.sqlFile)(code, [], message, suggestions);
  };

  const parsed = new Map<string, { readonly dependsOn: readonly string[]; readonly readsText: boolean }>();
  for (const source of sources) {
    try {
      const sql = await engine.parse(source.sql);
      for (const clock of [...clockReads(sql), ...(drawsSample(source.sql) ? ['a sample'] : [])])
        found.in(source.sqlFile)(
          'READS_CLOCK',
          [],
          `${clock} gives another answer each time; the model may not use it`,
        );
      const tables = sql.tables.map((t) => t.toLowerCase());
      parsed.set(source.name, {
        dependsOn: relations.filter((name) => tables.includes(name)),
        readsText: sql.functions.some((f) => /^(read|sniff)_(csv|json|ndjson)/i.test(f)) || tables.some(isTextFile),
      });
    } catch (error) {
      tell(source, error);
    }
  }

  const { order, cycles } = dependencyOrder(new Map(sources.map((s) => [s.name, parsed.get(s.name)?.dependsOn ?? []])));
  for (const cycle of cycles) {
    const file = byName.get(cycle[0] ?? '')?.sqlFile ?? 'sql';
    found.in(file)('CYCLE', [], `these relations select from each other: ${cycle.join(' → ')}`);
  }

  const defined = new Map<string, DefinedRelation>();
  for (const name of order) {
    const source = byName.get(name);
    const known = parsed.get(name);
    if (!source || !known?.dependsOn.every((d) => defined.has(d))) continue;
    try {
      await engine.define(name, source.sql);
      defined.set(name, { source, ...known, columns: await engine.describe(`select * from "${name}"`) });
    } catch (error) {
      tell(source, error);
    }
  }
  return defined;
}

const isTextFile = (table: string): boolean => /\.(csv|tsv|json|ndjson|jsonl)(\.\w+)?$/.test(table);
