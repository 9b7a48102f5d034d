import type { EntityDraft } from './entities.js';
import type { FactDraft } from './facts.js';
import type { Path, Report } from './report.js';
import type { Scope } from './scope.js';
import type { MetricYml } from './yml-schema.js';

/** What a metric stands on: the attributes of an entity, or the columns of a fact. */
export type MetricBase =
  | { readonly kind: 'entity'; readonly draft: EntityDraft; readonly scope: Scope }
  | { readonly kind: 'fact'; readonly draft: FactDraft };

const kinds = ['state', 'flow', 'change', 'formula'] as const;
export type Kind = (typeof kinds)[number];

/** Keys with a meaning for some kinds only. */
const kindsOfKey: Readonly<Record<'at' | 'where' | 'latest_per' | 'time' | 'last' | 'over' | 'pool', readonly Kind[]>> =
  {
    at: ['state'],
    where: ['state', 'flow'],
    latest_per: ['flow'],
    time: ['flow'],
    last: ['flow'],
    over: ['change'],
    pool: ['change'],
  };

/** The kind of a metric; null after telling that it has none or one its relation cannot have. */
export function soundKind(yml: MetricYml, base: MetricBase, path: Path, report: Report): Kind | null {
  const [kind, another] = kinds.filter((k) => yml[k] !== undefined);
  if (kind === undefined) {
    report('MISSING_KEY', path, `a metric needs one of ${kinds.join(', ')}`);
    return null;
  }
  if (another !== undefined) {
    report('CONFLICTING_KEYS', [...path, another], `a metric is one of ${kinds.join(', ')}; this has ${kind} too`);
    return null;
  }
  for (const [key, allowed] of Object.entries(kindsOfKey))
    if (yml[key as keyof typeof kindsOfKey] !== undefined && !allowed.includes(kind))
      report(
        'CONFLICTING_KEYS',
        [...path, key],
        `\`${key}\` has a meaning for ${allowed.join(' and ')} only, not for ${kind}`,
      );
  if (yml.pool !== undefined && yml.over === undefined)
    report('MISSING_KEY', [...path, 'over'], '`pool` needs `over`: how long each of the changes is');
  const refusal = refusals[base.kind === 'entity' ? 'entity' : base.draft.fact.time.kind][kind];
  if (refusal === undefined) return kind;
  report('CONFLICTING_KEYS', [...path, kind], refusal);
  return null;
}

const changeOfFact = 'a change compares attributes; write it with the entity, over before.x and after.x';
const refusals: Readonly<Record<'entity' | 'time' | 'interval', Partial<Record<Kind, string>>>> = {
  entity: { flow: 'a flow counts what happened; write it with a fact, or write `state` here' },
  time: { state: 'a fact with a time has no state; write `flow`, or give the fact an interval', change: changeOfFact },
  interval: { change: changeOfFact },
};
