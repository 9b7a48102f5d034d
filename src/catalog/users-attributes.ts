import { attributeOf, bindWhere, type Placed, valueExpressions } from './attributes.js';
import type { Expected } from './bind.js';
import type { Check } from './check.js';
import { describe } from './columns.js';
import type { EntityDraft } from './entities.js';
import type { Attribute, AttributeSource } from './model.js';
import { asOfColumn, columnTypes, rowScope, type Scope } from './scope.js';

const scopeOf = ({ relation }: EntityDraft): Scope => rowScope({ ...columnTypes(relation), [asOfColumn]: 'DATE' });

/** What `usersAttributes` binds. */
export const usersExpressions = (draft: EntityDraft): readonly Expected[] =>
  Object.values(draft.yml.customer_attributes).flatMap((a) => valueExpressions(a, scopeOf(draft)));

/** The attributes that the user entity gives to customers: aggregates over the rows of their users. */
export async function usersAttributes(
  draft: EntityDraft,
  { binder, broken, found }: Check,
): Promise<readonly Placed<Attribute>[]> {
  const report = found.in(draft.source.ymlFile);
  const scope = scopeOf(draft);
  const out: Placed<Attribute>[] = [];
  for (const [name, yml] of Object.entries(draft.yml.customer_attributes)) {
    const path = ['customer_attributes', name];
    const where = await bindWhere(yml.where, scope, binder, { path: [...path, 'where'], report });
    const value = await binder.bind(yml.value, 'aggregate', scope, { path: [...path, 'value'], report });
    if (value === null || where === 'refused') {
      broken.add(name);
      continue;
    }
    const source: AttributeSource = { kind: 'users', value: value.expression, ...(where ? { where } : {}) };
    const attribute = attributeOf(describe(name, yml), 'customer', value, source, yml.missing, draft.source.ymlFile, {
      path,
      report,
    });
    if (attribute) out.push({ thing: attribute, path });
    else broken.add(name);
  }
  return out;
}
