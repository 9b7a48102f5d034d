import { isSettled, summaryStatement } from '../../compile/funnel/statements.js';
import { instantOf } from '../../query/grid.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { Segment } from '../segment.js';
import type { Session } from '../session.js';
import { comparedWith, readFunnelRequest, type FunnelAsked } from './request.js';
import { summaryOf, type FunnelSummary } from './steps.js';

/** A funnel before it is looked up; however many fields are asked of it, its summary is looked up once. */
export interface Funnel {
  readonly asked: FunnelAsked;
  readonly summary: () => Promise<FunnelSummary>;
  readonly previous: () => Funnel | null;
  readonly from: string;
  readonly until: string;
  readonly complete: boolean;
}

/** A funnel of a segment. Throws ProblemError with every mistake of the request. */
export const funnelOf = (session: Session, segment: Segment, input: object): Funnel =>
  asFunnel(session, readFunnelRequest(session, segment, input));

function asFunnel(session: Session, asked: FunnelAsked): Funnel {
  const { catalog } = session;
  const { entry } = asked.question;
  let summary: Promise<FunnelSummary> | undefined;
  const lookUp = async (): Promise<FunnelSummary> =>
    summaryOf(catalog, asked, toRows(await session.run(summaryStatement(catalog, asked.question))));
  return {
    asked,
    summary: () => (summary ??= lookUp()),
    previous: () => {
      const compared = comparedWith(asked);
      return compared && asFunnel(session, compared);
    },
    from: instantOf(entry.from, catalog.workspace.timeZone),
    until: instantOf(entry.until, catalog.workspace.timeZone),
    complete: isSettled(catalog, asked.question, entry.until),
  };
}
