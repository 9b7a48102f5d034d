import type { EntityName, Where } from '../../query/where.js';
import type { Findings, Path } from '../report.js';
import { readWhere } from '../where/read.js';
import type { Known } from './draft.js';

/** A where in a file of the model as it is compiled; null after telling what is wrong, or where there are no customers. */
export function readModelWhere(
  written: unknown,
  entity: EntityName,
  known: Known,
  path: Path,
  file: string,
  found: Findings,
): Where | null {
  const catalog = known.catalog();
  if (catalog === null) return null;
  const { where, problems } = readWhere(written, entity, { catalog, segment: () => undefined, path });
  found.pass(
    file,
    problems.map((p) => (p.code === 'UNKNOWN_SEGMENT' ? { ...p, message: noSegments, suggestions: [] } : p)),
  );
  return problems.length > 0 ? null : where;
}

const noSegments = 'segments are saved beside the model and may change; write out what this one holds';
