import { rfmCellsStatement, rfmMembersStatement, holdoutPeriods } from '../compile/rfm.js';
import { inGroup, rfmGroupNames, type RfmGroup, type RfmPage, type RfmQuestion } from '../query/rfm.js';
import { toRows } from '../warehouse/warehouse.js';
import { readCursor } from './members.js';
import type { People } from './people.js';
import type { Session } from './session.js';

/** What the members of a population bought, before it is looked up. */
export interface Rfm {
  readonly question: RfmQuestion;
  /** The where of the population and the purchases, as they were written. */
  readonly whereJson: unknown;
  readonly basisJson: Readonly<Record<string, unknown>>;
  readonly cells: () => Promise<readonly RfmCell[]>;
}

export interface RfmCell {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number | null;
  readonly size: number;
  readonly purchases: number;
  readonly sinceLast: number;
  readonly total: number | null;
  readonly people: People;
}

export interface RfmGroupFound {
  readonly name: RfmGroup;
  readonly size: number;
  readonly share: number | null;
  readonly total: number | null;
  readonly meanPurchases: number | null;
  readonly meanSinceLast: number | null;
  readonly people: People;
}

const number = (value: unknown): number => Number(value);
const orNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** The cells are looked up once, however many fields are asked of them. */
export function rfmOf(session: Session, asked: Pick<Rfm, 'question' | 'whereJson' | 'basisJson'>): Rfm {
  let cells: Promise<readonly RfmCell[]> | undefined;
  return { ...asked, cells: () => (cells ??= cellsOf(session, asked)) };
}

type Asked = Pick<Rfm, 'question' | 'whereJson' | 'basisJson'>;

const peopleOf = ({ question, whereJson, basisJson }: Asked, count: number, scores: object): People => ({
  entity: question.population.entity,
  count,
  asOf: question.asOf,
  whereJson: isEveryone(whereJson)
    ? { rfm: { ...basisJson, ...scores } }
    : { and: [whereJson, { rfm: { ...basisJson, ...scores } }] },
});

const isEveryone = (where: unknown): boolean =>
  typeof where === 'object' && where !== null && Object.keys(where).length === 0;

async function cellsOf(session: Session, asked: Asked): Promise<readonly RfmCell[]> {
  const answer = await session.run(rfmCellsStatement(session.catalog, asked.question));
  return toRows(answer).map((row) => {
    const [recency, frequency, monetary] = [number(row['recency']), number(row['frequency']), orNull(row['monetary'])];
    const size = number(row['size']);
    const worth = monetary === null ? { isNull: true } : { eq: monetary };
    const scores = { recency: { eq: recency }, frequency: { eq: frequency } };
    const valued = asked.question.value === undefined ? scores : { ...scores, monetary: worth };
    return {
      recency,
      frequency,
      monetary,
      size,
      purchases: number(row['purchases']),
      sinceLast: number(row['since_last']),
      total: orNull(row['total']),
      people: peopleOf(asked, size, valued),
    };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Every group, those nobody is in included. */
export async function rfmGroupsOf(rfm: Rfm): Promise<readonly RfmGroupFound[]> {
  const cells = await rfm.cells();
  const everyone = sum(cells.map((c) => c.size));
  return rfmGroupNames.map((name) => {
    const own = cells.filter((c) => inGroup(name, c.recency, c.frequency));
    const size = sum(own.map((c) => c.size));
    const mean = (of: (cell: RfmCell) => number): number | null => (size === 0 ? null : sum(own.map(of)) / size);
    const totals = own.flatMap((c) => c.total ?? []);
    return {
      name,
      size,
      share: everyone === 0 ? null : size / everyone,
      total: rfm.question.value === undefined ? null : sum(totals),
      meanPurchases: mean((c) => c.purchases),
      meanSinceLast: mean((c) => c.sinceLast),
      people: peopleOf(rfm, size, { groups: [name] }),
    };
  });
}

export const rfmHoldoutPeriods = (session: Session, { question }: Rfm): number | null =>
  question.holdoutUntil === undefined
    ? null
    : holdoutPeriods(session.catalog, question, question.asOf, question.holdoutUntil);

/** What one member bought; times are in periods. */
export interface RfmMember {
  readonly id: string;
  readonly customerId: string;
  readonly asOf: string;
  readonly purchases: number;
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly monetary: number | null;
  readonly sinceLast: number;
  readonly mean: number | null;
  readonly total: number | null;
  readonly recencyScore: number;
  readonly frequencyScore: number;
  readonly monetaryScore: number | null;
  readonly group: RfmGroup;
  readonly holdoutFrequency: number | null;
  readonly holdoutMonetary: number | null;
}

export interface RfmMembers {
  readonly nodes: readonly RfmMember[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A page of members by key. Throws ProblemError BAD_CURSOR. */
export async function rfmMembersOf(
  session: Session,
  { question }: Rfm,
  page: Pick<RfmPage, 'first' | 'groups'> & { readonly after?: string },
): Promise<RfmMembers> {
  const users = question.population.entity === 'user';
  const after = page.after === undefined ? undefined : readCursor(page.after, users ? 2 : 1).map(String);
  const asked = { first: page.first, groups: page.groups, ...(after && { after }) };
  const answer = await session.run(rfmMembersStatement(session.catalog, question, asked));
  const rows = toRows(answer).slice(0, page.first);
  const last = rows.at(-1);
  const keys = last && [...(users ? [last['customer_id']] : []), last['id']].map(String);
  return {
    nodes: rows.map((row) => memberOf(question, row)),
    pageInfo: {
      hasNextPage: answer.rowCount > page.first,
      endCursor: keys ? Buffer.from(JSON.stringify(keys)).toString('base64url') : null,
    },
  };
}

function memberOf(question: RfmQuestion, row: Readonly<Record<string, unknown>>): RfmMember {
  const purchases = number(row['purchases']);
  const [first, last] = [number(row['first_period']), number(row['last_period'])];
  const total = orNull(row['total']);
  const [recencyScore, frequencyScore] = [number(row['recency']), number(row['frequency'])];
  const group = rfmGroupNames.find((name) => inGroup(name, recencyScore, frequencyScore));
  if (group === undefined) throw new Error(`No group of ${String(recencyScore)} and ${String(frequencyScore)}`);
  return {
    id: String(row['id']),
    customerId: String(row['customer_id'] ?? row['id']),
    asOf: question.asOf,
    purchases,
    frequency: purchases - 1,
    recency: last - first,
    age: 0 - first,
    monetary: question.value === undefined ? null : (orNull(row['repeat_mean']) ?? 0),
    sinceLast: 0 - last,
    mean: orNull(row['mean']),
    total,
    recencyScore,
    frequencyScore,
    monetaryScore: orNull(row['monetary']),
    group,
    holdoutFrequency: orNull(row['holdout_purchases']),
    holdoutMonetary: orNull(row['holdout_mean']),
  };
}
