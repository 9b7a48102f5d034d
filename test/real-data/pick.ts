import type { Cell, Rows } from './by-hand.js';

interface MetricValue {
  readonly metric: { readonly name: string };
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly nullReason: string | null;
}
interface Point {
  readonly from: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly complete: boolean;
}
interface TableColumn {
  readonly name: string;
  readonly values: readonly Cell[];
}
/** What the questions here select of a segment; sizes are asked under aliases. */
interface SegmentAnswer {
  readonly metrics: readonly MetricValue[];
  readonly trend: { readonly points: readonly Point[] };
  readonly breakdown: { readonly columns: readonly TableColumn[]; readonly rowCount: number };
  readonly customers: { readonly totalCount: number; readonly nodes: readonly Readonly<Record<string, Cell>>[] };
}
/** Takes the answer to a question as rows, in the shape of its hand-written SQL. */
export type Pick = (data: unknown) => Rows;

const preview = (data: unknown): SegmentAnswer => (data as { readonly preview: SegmentAnswer }).preview;
const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.replace(/[^a-z0-9]/gi, '').toLowerCase();

function named<T>(things: readonly T[], nameOf: (thing: T) => string, name: string): T {
  const found = things.find((thing) => same(nameOf(thing), name));
  if (!found) throw new Error(`no ${name} among ${things.map(nameOf).join(', ')}`);
  return found;
}

/** One row per alias: its number. */
export const fields =
  (...aliases: readonly string[]): Pick =>
  (data) =>
    aliases.map((alias) => [(preview(data) as unknown as Readonly<Record<string, Cell>>)[alias] ?? null]);

type Part = 'value' | 'numerator' | 'denominator' | 'nullReason';
/** One row per metric, in the order given. */
export const metricRows =
  (names: readonly string[], parts: readonly Part[] = ['value']): Pick =>
  (data) =>
    names.map((name) => {
      const found = named(preview(data).metrics, (m) => m.metric.name, name);
      return parts.map((part) => found[part]);
    });

/** One row per point: its first day, then the parts asked for. */
export const points =
  (...parts: readonly (keyof Omit<Point, 'from'>)[]): Pick =>
  (data) =>
    preview(data).trend.points.map((point) => [point.from, ...parts.map((part) => point[part])]);

/** The columns asked for, rows in the order of the first ones: a breakdown promises none. */
export const table =
  (...names: readonly string[]): Pick =>
  (data) => {
    const { columns, rowCount } = preview(data).breakdown;
    const found = names.map((name) => named(columns, (c) => c.name, name));
    const out = Array.from({ length: rowCount }, (_, row) => found.map((column) => column.values[row] ?? null));
    return out.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  };

/** One row per customer, in the order answered. */
export const nodes =
  (...names: readonly string[]): Pick =>
  (data) =>
    preview(data).customers.nodes.map((node) => names.map((name) => node[name] ?? null));

export const totalCount: Pick = (data) => [[preview(data).customers.totalCount]];
