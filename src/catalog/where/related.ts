import { everyone, type EntityName, type Where } from '../../query/where.js';
import { maxDepth } from './codes.js';
import type { ReadWhere, Scope } from './scope.js';
import { at, record, tell, type Entry, type Spot } from './spot.js';
import { readTests } from './tests.js';
import { refuseNull } from './tree.js';
import { day } from './values.js';
import { days } from './window.js';

/** Reads a where on the other entity: the users of a customer, the customer of a user. */
function across(input: unknown, spot: Spot, entity: EntityName, scope: Scope, read: ReadWhere): Where {
  if (scope.hops < maxDepth) return read(input, spot, { ...scope, entity, hops: scope.hops + 1 });
  tell(spot, 'WHERE_TOO_DEEP', 'customers and their users may be changed between 8 times');
  return everyone;
}

/** `{some, every, none}`, `{where, count}` or both; `{}` asks for at least one user. */
export function readUsers(entry: Entry, scope: Scope, read: ReadWhere): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'the condition on users', ['some', 'every', 'none', 'where', 'count']);
  if (given === undefined) return undefined;
  const quantifiers = (['some', 'every', 'none'] as const).filter((quantifier) => given[quantifier] !== undefined);
  const items: Where[] = quantifiers.map((quantifier) => ({
    kind: 'users',
    quantifier,
    where: across(given[quantifier], at(spot, quantifier), 'user', scope, read),
  }));
  if ('where' in given && !('count' in given) && quantifiers.length > 0)
    tell(
      at(spot, 'where'),
      'CONFLICTING_FIELDS',
      `where goes with count; put it into ${quantifiers.join(' and ')}`,
      quantifiers,
    );
  const where = given.where === undefined ? everyone : across(given.where, at(spot, 'where'), 'user', scope, read);
  const tests =
    given.count === undefined ? [] : readTests(given.count, at(spot, 'count'), { name: 'count', kind: 'number' });
  if (tests.length > 0) items.push({ kind: 'userCount', where, tests });
  else if (quantifiers.length === 0) items.push({ kind: 'userCount', where, tests: [{ op: 'gte', value: 1 }] });
  const [only] = items;
  return items.length === 1 ? only : { kind: 'and', items };
}

/** `{day, where}` or `{ago, where}`: the where as it was on another day, whose levels are counted anew. */
export function readAsOf(entry: Entry, scope: Scope, read: ReadWhere): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'a where as of another day', ['day', 'ago', 'where']);
  if (given === undefined) return undefined;
  const present = (['ago', 'day'] as const).filter((way) => way in given);
  if (!('where' in given)) tell(at(spot, 'where'), 'MISSING_VALUE', 'a where is needed');
  if (present.length === 0) tell(spot, 'MISSING_VALUE', 'another day needs ago or day', ['ago', 'day']);
  if (present.length > 1) tell(spot, 'CONFLICTING_FIELDS', 'give exactly one of ago and day', present);
  if (scope.hops >= maxDepth) return tell(spot, 'WHERE_TOO_DEEP', `days may be changed ${String(maxDepth)} times`);
  const on = given.day === undefined ? undefined : day(given.day, at(spot, 'day'));
  const ago = given.ago === undefined ? undefined : days(given.ago, at(spot, 'ago'));
  const where =
    given.where === undefined
      ? everyone
      : read(given.where, at(spot, 'where'), { ...scope, depth: 0, hops: scope.hops + 1 });
  return { kind: 'asOf', where, ...(on !== undefined && { day: on }), ...(ago !== undefined && { ago }) };
}

/** A where on the customer that a user works at. */
export const readCustomer = (entry: Entry, scope: Scope, read: ReadWhere): Where | undefined =>
  refuseNull(entry) ? undefined : { kind: 'customer', where: across(entry.value, entry.spot, 'customer', scope, read) };
