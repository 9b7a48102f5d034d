import type { Catalog, Entity, Fact } from '../catalog/model.js';
import type { Day } from '../query/time.js';
import type { RowWhere } from '../query/where.js';
import { keysOf } from './attribute-scan.js';
import { factRows, placedBy, timeTypeOf } from './fact-rows.js';
import { keyOf } from './identity.js';
import { jointSpan, sameSpan } from './joint-span.js';
import type { Side } from './sides.js';
import { comma, name, type Sql, sql } from './sql.js';
import { knownSpan, type Span, within } from './window.js';

/** An aggregate over the rows of a fact that each member has. */
export interface Folded {
  readonly fact: Fact;
  readonly where: RowWhere;
  /** Left out, all rows up to the day, or of intervals those that are open on it. */
  readonly span: Span | undefined;
  readonly value: Sql;
  /** Columns that the value names. */
  readonly names: readonly string[];
}

/** Grouped scans of facts for one base, each of rows that are alike in spans that meet. */
export interface SharedScans {
  readonly find: (folded: Folded) => { readonly side: Side; readonly column: string };
}

interface Scan {
  readonly fact: Fact;
  readonly where: RowWhere;
  span: Span | undefined;
  readonly columns: Map<string, Folded & { readonly column: string }>;
  readonly side: Side;
}

/** From so many aggregates on another scan takes less. */
const MOST_COLUMNS = 50;

export function createScans(catalog: Catalog, entity: Entity, asOf: Day): SharedScans {
  const scans = new Map<string, Scan[]>();

  const begin = ({ fact, where, span }: Folded, key: string): Scan => {
    const columns: Scan['columns'] = new Map();
    const scan: Scan = { fact, where, span, columns, side: { key, on: 'entity', sql: () => statementOf(scan) } };
    return scan;
  };

  const statementOf = ({ fact, where, span, columns }: Scan): Sql => {
    const wanted = [...columns.values()];
    const rows = factRows(catalog, {
      fact,
      asOf,
      rows: span ? { kind: 'overlapping', span } : { kind: 'open' },
      asked: where,
      names: wanted.flatMap(({ names }) => names),
    });
    const values = wanted.map((one) => sql`${one.value}${inSpan(one, span)} as ${name(one.column)}`);
    const keys = comma(keysOf(entity));
    return sql`select ${keys}, ${comma(values)} from (${rows}) as _s group by ${keys}`;
  };

  const inSpan = ({ fact, span }: Folded, whole: Span | undefined): Sql => {
    if (!span || !whole || sameSpan(span, whole)) return sql``;
    const time = within(name('_time'), timeTypeOf(fact, placedBy(fact)), span, catalog.workspace.timeZone);
    return sql` filter (where ${time})`;
  };

  return {
    find: (asked) => {
      const folded = { ...asked, span: knownOf(asked, asOf) };
      const alike = JSON.stringify([folded.fact.plural, folded.where]);
      const key = JSON.stringify([keyOf(folded.value), folded.span]);
      const begun = scans.get(alike) ?? [];
      const scan =
        begun.find(({ columns }) => columns.has(key)) ??
        begun.find((other) => other.columns.size < MOST_COLUMNS && meets(other, folded)) ??
        begin(folded, `rows ${alike} ${String(begun.length)}`);
      if (!begun.includes(scan)) scans.set(alike, [...begun, scan]);
      scan.span = joint(scan, folded) ?? scan.span;
      const known = scan.columns.get(key) ?? { ...folded, column: columnOf(scan.columns.size) };
      scan.columns.set(key, known);
      return { side: scan.side, column: known.column };
    },
  };
}

const columnOf = (before: number): string => (before === 0 ? 'value' : `value_${String(before + 1)}`);

/** What is known on the day; intervals are found by a span as it is. */
const knownOf = ({ fact, span }: Folded, asOf: Day): Span | undefined =>
  fact.time.kind === 'time' ? knownSpan(span ?? {}, asOf) : span;

const joint = (scan: Scan, { fact, span }: Folded): Span | null => {
  if (!scan.span || !span) return null;
  return fact.time.kind === 'time' || sameSpan(scan.span, span) ? jointSpan(scan.span, span) : null;
};

const meets = (scan: Scan, folded: Folded): boolean => (!scan.span && !folded.span) || joint(scan, folded) !== null;
