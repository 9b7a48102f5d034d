import type {
  FunnelDefinition,
  FunnelExclusion,
  FunnelOrder,
  FunnelOutcome,
  FunnelRows,
  FunnelStep,
} from '../../../query/funnel.js';
import { describeDuration } from '../../../query/time.js';
import type { EntityName, Where } from '../../../query/where.js';
import type { Catalog } from '../../model.js';
import { rowsText } from './facts.js';
import { enumerate, words } from './phrase.js';
import { amount } from './tests.js';
import { windowText, writer } from './values.js';

type Funnel = Extract<Where, { kind: 'funnel' }>;
/** ` where …` on an entity. */
type Clause = (where: Where, entity: EntityName) => string;

const between: Readonly<Record<FunnelOrder, string>> = {
  ORDERED: ', then ',
  STRICT: ', directly followed by ',
  ANY: ' and, in any order, ',
};
const became: Readonly<Record<FunnelOutcome, string>> = {
  CONVERTED: 'did all of it',
  PENDING: 'may still go on',
  LOST: 'can no longer go on',
  EXCLUDED: 'did something excluded',
};

function told({ rows, time, user, customer }: FunnelRows, catalog: Catalog, clause: Clause): string {
  const by = [
    ...(time === undefined ? [] : [`by ${words(time)}`]),
    ...(user ? [`by a user${clause(user, 'user')}`] : []),
    ...(customer ? [`by a customer${clause(customer, 'customer')}`] : []),
  ];
  return [rowsText(rows, catalog), ...by].join(' ');
}

function stepText(step: FunnelStep, catalog: Catalog, clause: Clause): string {
  const first = step.firstOf ? `the first ever of ${rowsText(step.firstOf, catalog)}` : '';
  const same = JSON.stringify(step.firstOf) === JSON.stringify(step.rows);
  const within = step.within ? ` within ${describeDuration(step.within)}` : '';
  return `${same ? first : [told(step, catalog, clause), ...(first ? [first] : [])].join(' as ')}${within}`;
}

const excluded = (exclusion: FunnelExclusion, catalog: Catalog, clause: Clause): string =>
  `without ${told(exclusion, catalog, clause)} between steps ${exclusion.after} and ${exclusion.before}`;

const isAll = ({ reached, outcomes, funnel: { steps } }: Funnel): boolean => {
  const [only] = reached;
  return !outcomes && reached.length === 1 && only?.op === 'gte' && only.value === steps.length;
};

/** `did (events where …), then (orders) within 14 days, beginning from … to …, and reached at least 2 steps`. */
export function funnelText(where: Funnel, catalog: Catalog, clause: Clause): string {
  const { steps, order, window, exclusions }: FunnelDefinition = where.funnel;
  const path = steps.map((step) => `(${stepText(step, catalog, clause)})`).join(between[order]);
  const parts = [
    `${path} within ${describeDuration(window)}`,
    ...(where.during ? [`beginning ${windowText(where.during)}`] : []),
    ...exclusions.map((exclusion) => excluded(exclusion, catalog, clause)),
  ].join(', ');
  if (isAll(where)) return `did ${parts}`;
  const far = [
    ...(where.reached.length > 0 ? [`reached ${amount(where.reached, writer(undefined, ''))} of the steps`] : []),
    ...(where.outcomes
      ? [
          enumerate(
            where.outcomes.map((o) => became[o]),
            'or',
          ) || 'has no outcome',
        ]
      : []),
  ];
  return `${enumerate(far, 'and')} of ${parts}`;
}
