import type { Rows } from './by-hand.js';
import { fields, metricRows, type Pick, points, table } from './pick.js';

/** A GraphQL query and the part of its answer that is compared. */
export interface Asked {
  readonly query: string;
  readonly pick: Pick;
}
/** A question and the same question as SQL against the files. */
export interface Question extends Asked {
  readonly asks: string;
  readonly sql: string;
  /** The answer that is known beforehand, to the decimals written. */
  readonly known?: Rows;
}

interface Range {
  readonly from: string;
  readonly until: string;
}
const periodOf = ({ from, until }: Range): string => `{from: "${from}", until: "${until}"}`;

/** Size of a segment on some days: one row per day. */
export function sizes(where: string, days: readonly string[]): Asked {
  const asked = days.map((day, i) => `on${String(i)}: size(asOf: "${day}")`);
  return {
    query: `{ preview(where: ${where}) { ${asked.join(' ')} } }`,
    pick: fields(...days.map((_, i) => `on${String(i)}`)),
  };
}

type Part = 'value' | 'numerator' | 'denominator';

/** Metrics in one period: one row per metric. */
export function metrics(
  names: readonly string[],
  period: Range,
  parts: readonly Part[] = ['value'],
  where = '{}',
): Asked {
  return {
    query: `{ preview(where: ${where}) { metrics(names: [${names.join(', ')}], period: ${periodOf(period)}) {
      metric { name } value numerator denominator n nullReason
    } } }`,
    pick: metricRows(names, parts),
  };
}

/** A metric by month, week or day: one row per point, with its first day. */
export function trend(
  metric: string,
  range: Range,
  {
    grain = 'MONTH',
    where = '{}',
    parts = ['value'],
  }: { grain?: string; where?: string; parts?: readonly Part[] } = {},
): Asked {
  return {
    query: `{ preview(where: ${where}) { trend(metric: ${metric}, grain: ${grain}, period: ${periodOf(range)}) {
      points { from until value numerator denominator complete }
    } } }`,
    pick: points(...parts),
  };
}

/** Metrics by attributes: one row per combination of values. */
export function breakdown(by: readonly string[], names: readonly string[], period: Range, where = '{}'): Asked {
  return {
    query: `{ preview(where: ${where}) {
      breakdown(by: [${by.join(', ')}], metrics: [${names.join(', ')}], period: ${periodOf(period)}) {
        columns { name type values } rowCount
      }
    } }`,
    pick: table(...by, ...names),
  };
}
