import {
  funnelOrders,
  funnelOutcomes,
  type FunnelDefinition,
  type FunnelOrder,
  type FunnelTest,
} from '../../query/funnel.js';
import { mostInAnyOrder, stepKinds } from '../../query/funnel-kinds.js';
import type { Where } from '../../query/where.js';
import type { ReadWhere, Scope } from '../where/scope.js';
import { at, list, record, tell, type Entry, type Spot } from '../where/spot.js';
import { readTests } from '../where/tests.js';
import { refuseNull } from '../where/tree.js';
import { oneOf } from '../where/values.js';
import { window } from '../where/window.js';
import { length, readExclusions, readSteps } from './steps.js';

const definitionFields = ['steps', 'order', 'window', 'exclusions'] as const;
type Given = Readonly<Partial<Record<(typeof definitionFields)[number] | 'during', unknown>>>;

/** What only an order gives a meaning to. */
function refuseInAnyOrder({ steps, exclusions }: FunnelDefinition, spot: Spot): void {
  steps.forEach((step, i) => {
    const place = at(at(at(spot, 'steps'), i), 'within');
    if (step.within) tell(place, 'CONFLICTING_FIELDS', 'in any order no step is the one before', ['window']);
  });
  exclusions.forEach((exclusion, i) => {
    if (exclusion.after !== 1 || exclusion.before !== steps.length)
      tell(at(at(spot, 'exclusions'), i), 'CONFLICTING_FIELDS', 'in any order an exclusion spans all the steps');
  });
  const most = Math.max(...stepKinds(steps).related.map((group) => group.length));
  if (most > mostInAnyOrder)
    tell(
      at(spot, 'steps'),
      'STEPS_SHARE_ROWS',
      `in any order at most ${mostInAnyOrder} different steps may be served by the same rows; here it is ${most}`,
      ['eq tests of one column, which tell rows apart'],
    );
}

function readDefinition(given: Given, spot: Spot, scope: Scope, read: ReadWhere): FunnelDefinition | undefined {
  if (!('steps' in given)) tell(at(spot, 'steps'), 'MISSING_VALUE', 'a funnel needs its steps');
  if (!('window' in given))
    tell(at(spot, 'window'), 'MISSING_VALUE', 'a funnel needs the window its steps are done in', ['{"days":14}']);
  const steps = given.steps === undefined ? undefined : readSteps(given.steps, at(spot, 'steps'), scope, read);
  const order: FunnelOrder | undefined =
    given.order === undefined ? 'ORDERED' : oneOf('order', funnelOrders)(given.order, at(spot, 'order'));
  const span = given.window === undefined ? undefined : length(given.window, at(spot, 'window'));
  const last = steps?.length ?? 0;
  const exclusions =
    given.exclusions === undefined || !steps
      ? []
      : readExclusions(given.exclusions, at(spot, 'exclusions'), scope, read, last);
  if (!steps || !order || !span) return undefined;
  const definition = { steps, order, window: span, exclusions };
  if (order === 'ANY') refuseInAnyOrder(definition, spot);
  return definition;
}

const duringOf = (given: Given, spot: Spot) => {
  const during = given.during === undefined ? undefined : window(given.during, at(spot, 'during'));
  return during ? { during } : {};
};

/** `{steps, order, window, exclusions, during, reached, outcomes}`: without the last two, did all the steps. */
export function readFunnel(entry: Entry, scope: Scope, read: ReadWhere): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const { spot } = entry;
  const given = record(entry.value, spot, 'a funnel', [...definitionFields, 'during', 'reached', 'outcomes']);
  if (given === undefined) return undefined;
  const funnel = readDefinition(given, spot, scope, read);
  const during = duringOf(given, spot);
  const outcomes =
    given.outcomes === undefined
      ? undefined
      : list(given.outcomes, at(spot, 'outcomes'), oneOf('outcome', funnelOutcomes));
  const reached =
    given.reached === undefined
      ? []
      : readTests(given.reached, at(spot, 'reached'), { name: 'reached', kind: 'number' });
  if (!funnel) return undefined;
  const all: FunnelTest['reached'] = outcomes || reached.length > 0 ? reached : allOf(funnel);
  return { kind: 'funnel', funnel, ...during, reached: all, ...(outcomes && { outcomes }) };
}

const allOf = ({ steps }: FunnelDefinition): FunnelTest['reached'] => [{ op: 'gte', value: steps.length }];

/** `{steps, order, window, exclusions, during}`: did all of it. */
export function readSequence(entry: Entry, scope: Scope, read: ReadWhere): Where | undefined {
  if (refuseNull(entry)) return undefined;
  const given = record(entry.value, entry.spot, 'a sequence', [...definitionFields, 'during']);
  const funnel = given && readDefinition(given, entry.spot, scope, read);
  const during = given && duringOf(given, entry.spot);
  return funnel && { kind: 'funnel', funnel, ...during, reached: allOf(funnel) };
}
