import { moveKinds, nettings } from '../../query/bridge.js';
import type { Where } from '../../query/where.js';
import { followedRows } from '../followed.js';
import type { Attribute } from '../model.js';
import { enumCase } from '../names.js';
import { attributesOf, findAttribute } from './resolve.js';
import { sampledScope, type Scope } from './scope.js';
import { at, list, record, tell, type Entry, type Spot } from './spot.js';
import { refuseNull } from './tree.js';
import { oneOf } from './values.js';
import { window } from './window.js';

const parts = ['value', 'kinds', 'during'] as const;

/** `{value, kinds, during, netting}`: the value moved in one of these ways in a window, which has a first day. */
export function readValueMoved(entry: Entry, scope: Scope): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'the movement of a value', [...parts, 'netting']);
  if (given === undefined) return undefined;
  for (const part of parts)
    if (!(part in given)) tell(at(spot, part), 'MISSING_VALUE', `the movement of a value needs ${part}`);
  const netting = given.netting === undefined ? 'DAY' : oneOf('netting', nettings)(given.netting, at(spot, 'netting'));
  const attribute =
    given.value === undefined ? undefined : movingValue(scope, given.value, at(spot, 'value'), netting === 'DAY');
  const kinds =
    given.kinds === undefined ? undefined : list(given.kinds, at(spot, 'kinds'), oneOf('kind of movement', moveKinds));
  const during = given.during === undefined ? undefined : window(given.during, at(spot, 'during'));
  if (during?.kind === 'range' && during.from === undefined)
    tell(at(at(spot, 'during'), 'from'), 'MISSING_VALUE', 'a movement needs the day its window begins');
  if (!attribute || !netting || !kinds || !during) return undefined;
  if (!followedRows(scope.catalog, attribute) && sampledScope(scope, spot) === undefined) return undefined;
  return { kind: 'valueMoved', attribute: attribute.name, kinds, netting, during };
}

/** A number attribute; one that is to be followed from day to day, of which that can be done. */
export function movingValue(
  { catalog, entity }: Pick<Scope, 'catalog' | 'entity'>,
  input: unknown,
  spot: Spot,
  byDay: boolean,
): Attribute | undefined {
  const attribute = findAttribute(catalog, entity, input, spot);
  if (!attribute) return undefined;
  const numbers = attributesOf(catalog, entity).filter(({ type }) => type === 'number');
  const followed = numbers.filter((a) => followedRows(catalog, a) !== undefined);
  const names = (of: readonly Attribute[]) => of.slice(0, 5).map(({ name }) => enumCase(name));
  if (attribute.type !== 'number')
    return tell(spot, 'NOT_A_NUMBER', `${attribute.label} is no number, so nothing of it moves`, names(numbers));
  if (byDay && !followed.includes(attribute))
    return tell(
      spot,
      'NOT_FOLLOWED',
      `${attribute.label} is not an aggregate of the open rows of a fact, so it is only known at both ends of a period`,
      ['netting: PERIOD', ...names(followed)],
    );
  return attribute;
}
