import { reading } from '../../catalog/where/resolve.js';
import { readTests } from '../../catalog/where/tests.js';
import { journeysStatement } from '../../compile/funnel/statements.js';
import type { FunnelOutcome } from '../../query/funnel.js';
import { problem, raise } from '../../query/problem.js';
import { toRows } from '../../warehouse/warehouse.js';
import { readCursor, type Member } from '../members.js';
import type { Session } from '../session.js';
import type { FunnelAsked } from './request.js';

export interface FunnelJourneyStep {
  readonly number: number;
  readonly at: string;
  readonly secondsSinceEntry: number;
  readonly secondsSincePrevious: number | null;
}
export interface FunnelJourney {
  readonly customer: Member;
  readonly user: Member | null;
  readonly reached: number;
  readonly outcome: FunnelOutcome;
  readonly steps: readonly FunnelJourneyStep[];
}
export interface FunnelJourneys {
  readonly nodes: readonly FunnelJourney[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface JourneysAsked {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly reached?: unknown;
  readonly outcomes?: readonly FunnelOutcome[] | null | undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** A page of those who entered, by key. Throws ProblemError. */
export async function funnelJourneys(session: Session, asked: FunnelAsked, of: JourneysAsked): Promise<FunnelJourneys> {
  const { question } = asked;
  const users = question.population.entity === 'user';
  const { value: reached = [], problems } = reading(['reached'], (spot) =>
    of.reached == null ? [] : readTests(of.reached, spot, { name: 'reached', kind: 'number' }),
  );
  const size =
    of.first >= 1 && of.first <= 1_000
      ? []
      : [problem('OUT_OF_RANGE', ['first'], `first must be from 1 to 1000, not ${of.first}`)];
  raise([...size, ...problems]);
  const after = of.after == null ? undefined : readCursor(of.after, users ? 2 : 1).map(String);
  const page = { first: of.first, reached, ...(after && { after }), ...(of.outcomes && { outcomes: of.outcomes }) };
  const answer = await session.run(journeysStatement(session.catalog, question, page));
  const rows = toRows(answer).slice(0, of.first);
  const last = rows.at(-1);
  const keys = last && [last['customer_id'], ...(users ? [last['user_id']] : [])].map(String);
  return {
    nodes: rows.map((row) => journeyOf(asked, row)),
    pageInfo: {
      hasNextPage: answer.rowCount > of.first,
      endCursor: keys ? Buffer.from(JSON.stringify(keys)).toString('base64url') : null,
    },
  };
}

function outcomeOf(reached: number, steps: number, open: boolean): FunnelOutcome {
  if (reached === 0) return 'EXCLUDED';
  if (reached === steps) return 'CONVERTED';
  return open ? 'PENDING' : 'LOST';
}

function journeyOf({ question: { asOf, funnel } }: FunnelAsked, row: Row): FunnelJourney {
  const reached = Number(row['reached']);
  const customer = { id: String(row['customer_id']), asOf, cursor: '' };
  const user = row['user_id'] as string | undefined;
  const since = (step: number): number => Number(row[`e${String(step)}`]);
  return {
    customer,
    user: user === undefined ? null : { id: user, customerId: customer.id, asOf, cursor: '' },
    reached,
    outcome: outcomeOf(reached, funnel.steps.length, row['open'] === true),
    steps: Array.from({ length: reached }, (_, i) => ({
      number: i + 1,
      at: String(row[`at${String(i + 1)}`]),
      secondsSinceEntry: since(i + 1),
      secondsSincePrevious: i === 0 ? null : since(i + 1) - since(i),
    })),
  };
}
