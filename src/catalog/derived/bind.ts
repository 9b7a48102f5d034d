import type { EntityName } from '../../query/where.js';
import type { Placed } from '../attributes.js';
import type { Check } from '../check.js';
import type { Attribute } from '../model.js';
import { dependencyOrder } from '../order.js';
import { attributeKey, nameOfKey, type DerivedDraft, type Known } from './draft.js';

/** Binds derived attributes in an order in which each names only those before it, and adds them to the others. */
export async function bindDerived(
  drafts: readonly DerivedDraft[],
  attributes: Readonly<Record<EntityName, Placed<Attribute>[]>>,
  known: Known,
  { broken }: Check,
): Promise<void> {
  const byKey = firstOfEach(drafts);
  const needs = new Map(await Promise.all([...byKey].map(async ([key, draft]) => [key, await draft.needs()] as const)));
  const { order, cycles } = dependencyOrder(needs);
  for (const cycle of cycles) {
    const made = byKey.get(cycle[0] ?? '')?.made;
    made?.report('CYCLE', made.path, `these need each other: ${cycle.map(nameOfKey).join(' → ')}`);
  }
  for (const key of byKey.keys()) if (!order.includes(key)) broken.add(nameOfKey(key));
  for (const key of order) {
    const draft = byKey.get(key);
    const lost = (needs.get(key) ?? []).some((need) => broken.has(nameOfKey(need)) && !isKnown(need, known));
    const attribute = draft && !lost ? await draft.bind(known) : null;
    if (draft && attribute) attributes[draft.entity].push({ thing: attribute, path: draft.place.path });
    else broken.add(nameOfKey(key));
  }
}

/** A second definition of a name is told and left out. */
function firstOfEach(drafts: readonly DerivedDraft[]): ReadonlyMap<string, DerivedDraft> {
  const first = new Map<string, DerivedDraft>();
  for (const draft of drafts) {
    const { name } = draft.described;
    const key = attributeKey(draft.entity, name);
    const other = first.get(key);
    if (other)
      draft.place.report(
        'DUPLICATE_NAME',
        draft.place.path,
        `${name} is an attribute of the ${draft.entity} already, in ${other.file}`,
      );
    else first.set(key, draft);
  }
  return first;
}

const isKnown = (key: string, known: Known): boolean =>
  (['customer', 'user'] as const).some((entity) => known.of(entity).some((a) => attributeKey(entity, a.name) === key));
