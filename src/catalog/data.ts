import { complaintOf } from './complaint.js';
import type { EntityDraft } from './entities.js';
import type { FactDraft } from './facts.js';
import { EngineError, type ModelEngine, type Workspace } from './model.js';
import type { DefinedRelation } from './relations.js';
import type { Findings } from './report.js';
import { dayOf, quoteName } from './sql-text.js';
import { valueType } from './value-type.js';
import { workspaceFile } from './workspace.js';

/** Reads what must be read before the first question; names of relations that cannot be are returned. */
export async function readTextFiles(
  defined: ReadonlyMap<string, DefinedRelation>,
  engine: ModelEngine,
  found: Findings,
): Promise<ReadonlySet<string>> {
  const unreadable = new Set<string>();
  for (const [name, { source, columns, dependsOn, readsText, unreadable: told }] of defined) {
    if (told || dependsOn.some((d) => unreadable.has(d))) unreadable.add(name);
    else if (readsText) {
      const every = columns.map((c) => `count(${quoteName(c.name)})`).join(', ');
      const read = await complaintOf(engine.rows(`select ${every} from ${quoteName(name)}`));
      if (!(read instanceof EngineError)) continue;
      unreadable.add(name);
      found.in(source.sqlFile)('DATA_UNREADABLE', [], read.message);
    }
  }
  return unreadable;
}

/** The last whole day the data covers; null after telling that there is none. */
export async function lastDay(
  workspace: Workspace,
  customer: EntityDraft | undefined,
  facts: readonly FactDraft[],
  unreadable: ReadonlySet<string>,
  engine: ModelEngine,
  found: Findings,
): Promise<string | null> {
  const readable = facts.filter((f) => !unreadable.has(f.source.name));
  const known =
    workspace.asOf ??
    (await lastOf(readable, 'time', workspace, engine, found)) ??
    (await lastOf(readable, 'interval', workspace, engine, found));
  if (customer && !unreadable.has(customer.source.name)) {
    const row = await complaintOf(engine.rows(`select 1 as one from ${quoteName(customer.source.name)} limit 1`));
    const report = found.in(customer.source.sqlFile);
    if (row instanceof EngineError) report('DATA_UNREADABLE', [], row.message);
    else if (row.length === 0) report('NO_DATA', [], 'there is no customer: the relation has no rows');
  }
  if (known === null && found.problems.length === 0)
    found.in(workspaceFile)(
      'NO_DATA',
      ['as_of'],
      'no fact has a row, so the data has no last day; add rows, or write `as_of: YYYY-MM-DD`',
    );
  return known;
}

async function lastOf(
  facts: readonly FactDraft[],
  kind: 'time' | 'interval',
  workspace: Workspace,
  engine: ModelEngine,
  found: Findings,
): Promise<string | null> {
  const days: string[] = [];
  for (const { fact, source, defined } of facts.filter((f) => f.fact.time.kind === kind)) {
    const column = fact.time.kind === 'time' ? fact.time.column : fact.time.from;
    const type = valueType(defined.columns.find((c) => c.name === column)?.sqlType ?? '')?.timeType;
    if (type === undefined) continue;
    const last = dayOf(`max(${quoteName(column)})`, type, workspace.timeZone);
    const rows = await complaintOf(
      engine.rows(`select cast(${last} as varchar) as day from ${quoteName(source.name)}`),
    );
    if (rows instanceof EngineError) found.in(source.sqlFile)('DATA_UNREADABLE', [], rows.message);
    else if (typeof rows[0]?.['day'] === 'string') days.push(rows[0]['day']);
  }
  return days.sort().at(-1) ?? null;
}
