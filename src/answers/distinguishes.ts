import type { Attribute } from '../catalog/model.js';
import { camelCase } from '../catalog/names.js';
import { headsStatement, numberMomentsStatement, valueCountsStatement } from '../compile/distinguish.js';
import type { Population } from '../query/question.js';
import type { Day } from '../query/time.js';
import { toRows } from '../warehouse/warehouse.js';
import type { People } from './people.js';
import type { Segment } from './segment.js';
import { asWhere, namesIn } from './segment-where.js';
import type { Session } from './session.js';
import { corrected } from './statistics/corrected.js';
import { cohensD, welch, type Moments } from './statistics/means.js';
import { fisherExact } from './statistics/proportions.js';

export interface DistinguishesRequest {
  readonly attributes: readonly Attribute[];
  readonly least: number;
  readonly first: number;
  readonly asOf: Day;
}
interface Compared {
  readonly attribute: Attribute;
  readonly others: number;
  readonly inWhere: boolean;
}
interface DistinguishingValue extends Compared {
  readonly value: string | null;
  readonly members: People;
  readonly share: number;
  readonly shareOfOthers: number;
  readonly lift: number | null;
  readonly pValue: number;
  readonly corrected: number;
}
interface DistinguishingNumber extends Compared {
  readonly members: number;
  readonly mean: number;
  readonly meanOfOthers: number;
  readonly median: number;
  readonly medianOfOthers: number;
  readonly effect: number | null;
  readonly pValue: number | null;
  readonly corrected: number | null;
}
export interface Distinguishes {
  readonly asOf: Day;
  readonly members: number;
  readonly others: number;
  readonly comparisons: number;
  readonly values: readonly DistinguishingValue[];
  readonly numbers: readonly DistinguishingNumber[];
}

/** Texts with more values than this tell people apart, not segments. */
const mostValues = 200;

export async function distinguishesOf(
  session: Session,
  segment: Segment,
  population: Population,
  request: DistinguishesRequest,
): Promise<Distinguishes> {
  const { asOf } = request;
  const [heads] = toRows(await session.run(headsStatement(session.catalog, population, asOf)));
  const [members, others] = [Number(heads?.['inside'] ?? 0), Number(heads?.['outside'] ?? 0)];
  const mentioned = namesIn(population.where);
  const inWhere = (a: Attribute): boolean => mentioned.has(a.name);
  const [values, numbers] = await Promise.all([
    valuesOf(session, segment, population, request, { members, others }),
    numbersOf(session, population, request),
  ]);
  const adjusted = corrected([...values.map((v) => v.pValue), ...numbers.flatMap((n) => n.pValue ?? [])]);
  let next = values.length;
  return {
    asOf,
    members,
    others,
    comparisons: adjusted.length,
    values: values
      .map((v, i) => ({ ...v, corrected: adjusted[i] ?? 1, inWhere: inWhere(v.attribute) }))
      .sort((a, b) => a.pValue - b.pValue)
      .slice(0, request.first),
    numbers: numbers
      .map((n) => ({
        ...n,
        corrected: n.pValue === null ? null : (adjusted[next++] ?? 1),
        inWhere: inWhere(n.attribute),
      }))
      .sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0))
      .slice(0, request.first),
  };
}

async function valuesOf(
  session: Session,
  segment: Segment,
  population: Population,
  { attributes, least, asOf }: DistinguishesRequest,
  heads: { readonly members: number; readonly others: number },
) {
  const texts = attributes.filter((a) => a.type === 'string' || a.type === 'boolean');
  if (texts.length === 0 || heads.members === 0 || heads.others === 0) return [];
  const names = texts.map((a) => a.name);
  const statement = valueCountsStatement(session.catalog, population, asOf, names, mostValues + 1);
  const rows = toRows(await session.run(statement));
  const perAttribute = new Map<number, number>();
  for (const row of rows) perAttribute.set(Number(row['a']), (perAttribute.get(Number(row['a'])) ?? 0) + 1);
  return rows.flatMap((row) => {
    const attribute = texts[Number(row['a'])];
    const [inside, outside] = [Number(row['inside']), Number(row['outside'])];
    const many = (perAttribute.get(Number(row['a'])) ?? 0) > mostValues;
    if (!attribute || many || Math.max(inside, outside) < least) return [];
    const value = typeof row['value'] === 'string' ? row['value'] : null;
    const pValue = fisherExact({ count: inside, of: heads.members }, { count: outside, of: heads.others }) ?? 1;
    const [share, shareOfOthers] = [inside / heads.members, outside / heads.others];
    return [
      {
        attribute,
        value,
        others: outside,
        share,
        shareOfOthers,
        lift: shareOfOthers === 0 ? null : share / shareOfOthers,
        pValue,
        members: peopleWith(segment, attribute, value, inside, asOf),
      },
    ];
  });
}

export function peopleWith(
  segment: Segment,
  attribute: Attribute,
  value: string | null,
  count: number,
  asOf: Day,
): People {
  const test = value === null ? { isNull: true } : { eq: attribute.type === 'boolean' ? value === 'true' : value };
  const whereJson = { and: [asWhere(segment), { [camelCase(attribute.name)]: test }] };
  return { entity: segment.entity, asOf, count, whereJson };
}

async function numbersOf(session: Session, population: Population, { attributes, least, asOf }: DistinguishesRequest) {
  const found = attributes.filter((a) => a.type === 'number');
  if (found.length === 0) return [];
  const statement = numberMomentsStatement(
    session.catalog,
    population,
    asOf,
    found.map((a) => a.name),
  );
  const rows = toRows(await session.run(statement));
  const momentsOf = (position: number, inside: boolean): (Moments & { readonly median: number }) | undefined => {
    const row = rows.find((r) => Number(r['a']) === position && r['inside'] === inside);
    return (
      row && {
        n: Number(row['n']),
        mean: Number(row['mean']),
        variance: Number(row['variance'] ?? 0),
        median: Number(row['median']),
      }
    );
  };
  return found.flatMap((attribute, i) => {
    const [own, rest] = [momentsOf(i, true), momentsOf(i, false)];
    if (!own || !rest || own.n < Math.max(2, least) || rest.n < Math.max(2, least)) return [];
    return [
      {
        attribute,
        members: own.n,
        others: rest.n,
        mean: own.mean,
        meanOfOthers: rest.mean,
        median: own.median,
        medianOfOthers: rest.median,
        effect: cohensD(own, rest),
        pValue: welch(own, rest),
      },
    ];
  });
}
