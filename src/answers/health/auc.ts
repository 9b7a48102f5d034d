import { reachOf } from '../statistics/normal.js';

/** How many of either outcome have a score. */
export interface Tally {
  readonly score: number;
  readonly churned: number;
  readonly renewed: number;
}

/**
 * Chance that one who renewed scored above one who churned, equal scores counting half: U ÷ (n₁ n₂) of Mann and Whitney.
 * NaN where either is nobody.
 */
export function auc(tallies: readonly Tally[]): number {
  const byScore = new Map<number, { churned: number; renewed: number }>();
  for (const { score, churned, renewed } of tallies) {
    const same = byScore.get(score) ?? { churned: 0, renewed: 0 };
    byScore.set(score, { churned: same.churned + churned, renewed: same.renewed + renewed });
  }
  let [won, churned, renewed] = [0, 0, 0];
  for (const [, at] of [...byScore].sort(([a], [b]) => a - b)) {
    won += at.renewed * (churned + at.churned / 2);
    churned += at.churned;
    renewed += at.renewed;
  }
  return won / (churned * renewed);
}

/** 95 % interval of an AUC over so many of either outcome: Hanley and McNeil, Radiology 143 (1982). */
export function aucInterval(
  area: number,
  churned: number,
  renewed: number,
): { readonly low: number; readonly high: number } {
  const square = area * area;
  const q1 = area / (2 - area);
  const q2 = (2 * square) / (1 + area);
  const variance =
    (area * (1 - area) + (renewed - 1) * (q1 - square) + (churned - 1) * (q2 - square)) / (churned * renewed);
  const half = reachOf(0.95) * Math.sqrt(Math.max(0, variance));
  return { low: Math.max(0, area - half), high: Math.min(1, area + half) };
}
