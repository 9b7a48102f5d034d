import { combinationsStatement } from '../compile/combinations.js';
import type { CombinationQuestion } from '../query/comparison.js';
import type { Session } from './session.js';

/** How many members meet just these wheres (by position) and none of the others, most frequent first. */
export interface Combination {
  readonly holds: readonly number[];
  readonly count: number;
}

export async function combinationsOf(session: Session, question: CombinationQuestion): Promise<readonly Combination[]> {
  const answer = await session.run(combinationsStatement(session.catalog, question));
  const [masks = [], counts = []] = answer.columns;
  return Array.from({ length: answer.rowCount }, (_, row) => {
    const mask = BigInt(Number(masks[row]));
    const holds = question.wheres.map((_w, i) => i).filter((i) => ((mask >> BigInt(i)) & 1n) === 1n);
    return { holds, count: Number(counts[row]) };
  });
}

export const countWhere = (found: readonly Combination[], keep: (holds: readonly number[]) => boolean): number =>
  found.reduce((sum, { holds, count }) => sum + (keep(holds) ? count : 0), 0);
