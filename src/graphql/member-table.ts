import { memberTableOf } from '../answers/member-table.js';
import { populationOf, type Segment } from '../answers/segment.js';
import type { Session } from '../answers/session.js';
import type { Table } from '../answers/table.js';
import type { EntityName } from '../query/where.js';
import { readArguments } from './arguments.js';
import { seenAs } from './pages.js';

interface TableArguments {
  readonly attributes: readonly string[];
  readonly orderBy?: readonly { by: string; direction: string }[] | null | undefined;
  readonly limit: number;
  readonly asOf?: string | null | undefined;
}

/** What one answer may hold in memory, whatever its number of rows. */
const mostValues = 10_000_000;

/** A segment's members as customers or as users, by columns. */
export async function memberTable(
  session: Session,
  segment: Segment,
  entity: EntityName,
  args: TableArguments,
): Promise<Table> {
  const read = readArguments(session.catalog);
  const attributes = [...new Set(read.attributes(entity, args.attributes, ['attributes']))];
  const orderBy = read.order(entity, args.orderBy);
  const most = Math.min(session.warehouse.maxRows, Math.floor(mostValues / (attributes.length + 1)));
  const limit = read.atMost(args.limit, most, 'limit');
  const asOf = read.done(read.day(args.asOf, segment.asOf));
  return memberTableOf(session, {
    population: seenAs(populationOf(segment), entity),
    asOf,
    attributes,
    orderBy,
    limit,
  });
}
