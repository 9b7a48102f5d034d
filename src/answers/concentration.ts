import type { Attribute } from '../catalog/model.js';
import { spreadStatement, valueCountsStatement } from '../compile/distinguish.js';
import type { Population } from '../query/question.js';
import type { Day } from '../query/time.js';
import { toRows } from '../warehouse/warehouse.js';
import { peopleWith } from './distinguishes.js';
import { sizeOf } from './measured.js';
import type { People } from './people.js';
import type { Segment } from './segment.js';
import type { Session } from './session.js';

export interface ConcentrationRequest {
  readonly attributes: readonly Attribute[];
  readonly value?: Attribute;
  readonly asOf: Day;
}
export interface Concentration {
  readonly values: readonly {
    readonly attribute: Attribute;
    readonly value: string | null;
    readonly people: People;
    readonly share: number | null;
  }[];
  readonly spread: Spread | null;
}
interface Spread {
  readonly attribute: Attribute;
  readonly total: number;
  readonly top1: number;
  readonly top5: number;
  readonly topTenth: number;
  readonly gini: number;
}

export async function concentrationOf(
  session: Session,
  segment: Segment,
  population: Population,
  { attributes, value, asOf }: ConcentrationRequest,
): Promise<Concentration> {
  const [size, values, spread] = await Promise.all([
    sizeOf(session, population, asOf),
    topValues(session, segment, population, attributes, asOf),
    value ? spreadOf(session, population, value, asOf) : null,
  ]);
  return { values: values.map((v) => ({ ...v, share: size === 0 ? null : v.people.count / size })), spread };
}

async function topValues(
  session: Session,
  segment: Segment,
  population: Population,
  attributes: readonly Attribute[],
  asOf: Day,
) {
  if (attributes.length === 0) return [];
  // Every value is needed: the most frequent among members need not be so among everyone.
  const names = attributes.map((a) => a.name);
  const rows = toRows(await session.run(valueCountsStatement(session.catalog, population, asOf, names, 1_000_000)));
  return attributes.flatMap((attribute, i) => {
    const own = rows.filter((r) => Number(r['a']) === i && Number(r['inside']) > 0);
    const [top] = own.sort((a, b) => Number(b['inside']) - Number(a['inside']));
    if (!top) return [];
    const value = typeof top['value'] === 'string' ? top['value'] : null;
    return [{ attribute, value, people: peopleWith(segment, attribute, value, Number(top['inside']), asOf) }];
  });
}

async function spreadOf(
  session: Session,
  population: Population,
  attribute: Attribute,
  asOf: Day,
): Promise<Spread | null> {
  const [row] = toRows(await session.run(spreadStatement(session.catalog, population, asOf, attribute.name)));
  const read = (column: string): number => Number(row?.[column] ?? 0);
  const [n, total] = [read('n'), read('total')];
  if (n === 0 || total <= 0 || read('least') < 0) return null;
  return {
    attribute,
    total,
    top1: read('top1') / total,
    top5: read('top5') / total,
    topTenth: read('top_tenth') / total,
    gini: (2 * read('weighted')) / (n * total) - (n + 1) / n,
  };
}
