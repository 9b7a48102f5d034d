import type { FunnelRows } from '../../query/funnel.js';
import type { EntityName, FactRows, Where } from '../../query/where.js';
import type { Fact } from '../model.js';
import { enumCase } from '../names.js';
import { maxDepth } from '../where/codes.js';
import { readFactRows } from '../where/facts.js';
import { columnsOf, findColumn } from '../where/resolve.js';
import type { ReadWhere, Scope } from '../where/scope.js';
import { at, tell, type Spot } from '../where/spot.js';

export const rowFields = ['rows', 'time', 'user', 'customer'] as const;
type Given = Readonly<Partial<Record<(typeof rowFields)[number], unknown>>>;

const ownTime = ({ time }: Fact): string => (time.kind === 'time' ? time.column : time.from);

/** A column that rows can be placed by; undefined for the fact's own, which needs no naming. */
function timeColumn(fact: Fact, input: unknown, spot: Spot): string | undefined {
  const column = findColumn(fact, input, spot);
  if (column === undefined || column.name === ownTime(fact)) return undefined;
  if (column.timeType !== undefined) return column.name;
  const times = columnsOf(fact).filter(({ timeType }) => timeType !== undefined);
  return tell(
    spot,
    'NOT_A_TIME_COLUMN',
    `${column.name} of ${fact.plural} is no time`,
    times.map(({ name }) => enumCase(name)),
  );
}

function people(input: unknown, spot: Spot, entity: EntityName, scope: Scope, read: ReadWhere): Where | undefined {
  if (entity === 'user' && !scope.catalog.entities.user)
    return tell(spot, 'UNKNOWN_FIELD', 'this workspace has no users');
  if (scope.hops >= maxDepth)
    return tell(spot, 'WHERE_TOO_DEEP', 'customers and their users may be changed between 8 times');
  return read(input, spot, { ...scope, entity, hops: scope.hops + 1 });
}

/** `{rows, time, user, customer}`: rows of one fact. */
export function readFunnelRows(given: Given, spot: Spot, scope: Scope, read: ReadWhere): FunnelRows | undefined {
  if (!('rows' in given)) tell(at(spot, 'rows'), 'MISSING_VALUE', 'rows of a fact are needed', ['{"events":{}}']);
  const rows: FactRows | undefined =
    given.rows === undefined ? undefined : readFactRows(given.rows, at(spot, 'rows'), scope);
  const fact = rows && scope.catalog.facts[rows.fact];
  const time = fact && given.time !== undefined ? timeColumn(fact, given.time, at(spot, 'time')) : undefined;
  const user = given.user === undefined ? undefined : people(given.user, at(spot, 'user'), 'user', scope, read);
  if (user && fact && fact.user === undefined)
    tell(at(spot, 'user'), 'FACT_WITHOUT_USER', `${fact.plural} belong to no user`, ['customer']);
  const customer =
    given.customer === undefined ? undefined : people(given.customer, at(spot, 'customer'), 'customer', scope, read);
  if (!rows) return undefined;
  return { rows, ...(time !== undefined && { time }), ...(user && { user }), ...(customer && { customer }) };
}
