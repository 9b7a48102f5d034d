import { type Measured, OURS, quantile, type Times } from './measure.js';
import type { Target } from './question.js';

/** A question's line in the results. */
export interface Row {
  readonly key: string;
  readonly title: string;
  readonly ours: Timing;
  readonly rival: Timing;
  /** Ours of an answer that is kept. */
  readonly again: Timing;
  readonly ratio: number;
  /** The same ratio of the SQL by hand over HTTP, its values bound; null where it was not asked. */
  readonly servedRatio: number | null;
  readonly target: Target;
  readonly reached: boolean;
  /** By the name, ours among them. */
  readonly amongPeers: Readonly<Record<string, Timing>>;
}

/** Milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

const timing = (times: Times): Timing => ({ median: quantile(times, 0.5), p95: quantile(times, 0.95) });

export function rowOf({ question, ours, rival, served, amongPeers }: Measured, again: Times): Row {
  const [mine, other] = [timing(ours), timing(rival)];
  const { ratio, plusMs = 0 } = question.target;
  return {
    key: question.key,
    title: question.title,
    ours: mine,
    rival: other,
    again: timing(again),
    ratio: mine.median / other.median,
    servedRatio: served && timing(served.overHttp).median / timing(served.rival).median,
    target: question.target,
    reached: mine.median <= ratio * other.median + plusMs,
    amongPeers: Object.fromEntries(Object.entries(amongPeers).map(([name, times]) => [name, timing(times)])),
  };
}

/** A table in Markdown; numbers stand to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export const milliseconds = (ms: number): string =>
  ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0);

export const targetOf = ({ ratio, plusMs }: Target): string =>
  `≤ ${ratio}${plusMs === undefined ? '' : ` + ${plusMs} ms`}`;

/** The results as a table: milliseconds, ours and the rival's. */
export function resultTable(rows: readonly Row[]): string {
  return markdownTable(
    [
      'question',
      'ours, median',
      'p95',
      'SQL by hand, median',
      'p95',
      'ratio',
      'target',
      'reached',
      'by hand over HTTP',
      'asked again',
    ],
    rows.map(({ title, ours, rival, again, ratio, servedRatio, target, reached }) => [
      title,
      ...[ours, rival].flatMap(({ median, p95 }) => [milliseconds(median), milliseconds(p95)]),
      ratio.toFixed(2),
      targetOf(target),
      reached ? 'yes' : '**no**',
      servedRatio === null ? '' : servedRatio.toFixed(2),
      milliseconds(again.median),
    ]),
  );
}

/** Medians of Tessera beside those of its peers, all of the same turns; null where none was asked anything. */
export function peerTable(rows: readonly Row[]): string | null {
  const names = [...new Set([OURS, ...rows.flatMap(({ amongPeers }) => Object.keys(amongPeers))])];
  const asked = rows.filter(({ amongPeers }) => OURS in amongPeers);
  if (asked.length === 0) return null;
  return markdownTable(
    ['question', ...names],
    asked.map(({ title, amongPeers }) => [
      title,
      ...names.map((name) => (amongPeers[name] ? milliseconds(amongPeers[name].median) : '–')),
    ]),
  );
}
