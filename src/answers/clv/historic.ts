import { spreadStatement } from '../../compile/clv.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import { purchasers, worth } from './people.js';
import type { ClvRequest } from './read.js';

type Row = Readonly<Record<string, unknown>>;

/** What the members have brought in so far. */
export interface HistoricClv {
  readonly request: ClvRequest;
  readonly members: number;
  readonly people: People;
  readonly purchases: number;
  readonly total: number;
  readonly mean: number | null;
  readonly meanOfMembers: number | null;
  readonly least: number | null;
  readonly most: number | null;
}
export interface Percentile {
  readonly percentile: number;
  readonly value: number | null;
}
export interface ClvBand {
  readonly from: number | null;
  readonly until: number | null;
  readonly total: number;
  readonly people: People;
}

const spread = async (
  session: Session,
  { question }: ClvRequest,
  asked: { edges?: readonly number[]; percentiles?: readonly number[] },
): Promise<Row> => {
  const statement = spreadStatement(session.catalog, { ...question, edges: [], percentiles: [], ...asked });
  return toRows(await session.run(statement))[0] ?? {};
};

const number = (row: Row, name: string): number => Number(row[name] ?? 0);
const orNull = (row: Row, name: string): number | null => (row[name] === null ? null : number(row, name));
const quotient = (sum: number, of: number): number | null => (of === 0 ? null : sum / of);

export async function historicClv(session: Session, request: ClvRequest): Promise<HistoricClv> {
  const row = await spread(session, request, {});
  const [members, buyers, total] = [number(row, 'members'), number(row, 'buyers'), number(row, 'total')];
  return {
    request,
    members,
    people: purchasers(request, buyers),
    purchases: number(row, 'purchases'),
    total,
    mean: quotient(total, buyers),
    meanOfMembers: quotient(total, members),
    least: orNull(row, 'least'),
    most: orNull(row, 'most'),
  };
}

export async function percentilesOf(
  session: Session,
  { request }: HistoricClv,
  percentiles: readonly number[],
): Promise<readonly Percentile[]> {
  const row = await spread(session, request, { percentiles });
  return percentiles.map((percentile, i) => ({ percentile, value: orNull(row, `p${String(i)}`) }));
}

/** Bands of value from low to high: between the edges given, or between round numbers. Every purchaser is in one. */
export async function bandsOf(
  session: Session,
  { request, least, most }: HistoricClv,
  asked: readonly number[] | undefined,
): Promise<readonly ClvBand[]> {
  if (least === null || most === null) return [];
  const edges = asked ? [...new Set(asked)].sort((a, b) => a - b) : roundEdges(least, most);
  const row = await spread(session, request, { edges });
  return [null, ...edges].map((from, i) => {
    const until = edges[i] ?? null;
    const people = purchasers(request, number(row, `n${String(i)}`), worth(request, from, until));
    return { from, until, total: number(row, `v${String(i)}`), people };
  });
}

/** 1, 2 and 5 times the powers of ten that lie between two amounts, and 0 where there are amounts below it. */
export function roundEdges(least: number, most: number): readonly number[] {
  const lowest = Math.max(least, most / 1_000, Number.MIN_VALUE);
  if (most <= 0) return least < 0 ? [0] : [];
  const powers = Array.from(
    { length: Math.ceil(Math.log10(most)) - Math.floor(Math.log10(lowest)) + 1 },
    (_, i) => Math.floor(Math.log10(lowest)) + i,
  );
  const round = powers.flatMap((power) => [1, 2, 5].map((n) => Number(`${String(n)}e${String(power)}`)));
  return [...(least < 0 ? [0] : []), ...round.filter((edge) => edge > lowest && edge <= most)];
}
