import type { EntityName } from '../query/where.js';
import { attributeOf, bindWhere, type Placed, valueExpressions } from './attributes.js';
import type { Expected } from './bind.js';
import type { Check } from './check.js';
import { describe } from './columns.js';
import { mustBeColumn } from './entities.js';
import type { FactDraft } from './facts.js';
import type { Attribute, AttributeSource, Rows } from './model.js';
import type { Path, Report } from './report.js';
import { dayColumn } from './scope.js';
import type { FactAttributeYml } from './yml-schema.js';

/** What `factAttributes` binds. */
export const factExpressions = ({ yml, scope }: FactDraft): readonly Expected[] =>
  [...Object.values(yml.attributes), ...Object.values(yml.user_attributes)].flatMap((a) => valueExpressions(a, scope));

/** The attributes that a fact gives to customers, or to users. */
export async function factAttributes(
  draft: FactDraft,
  section: 'attributes' | 'user_attributes',
  { binder, broken, found }: Check,
): Promise<readonly Placed<Attribute>[]> {
  const report = found.in(draft.source.ymlFile);
  const out: Placed<Attribute>[] = [];
  for (const [name, yml] of Object.entries(draft.yml[section])) {
    const path = [section, name];
    const rows = rowsOf(yml, draft, report, path);
    mustBeColumn('latest_per', yml.latest_per, draft.defined, report, [...path, 'latest_per']);
    tellTime(yml.time, draft, report, [...path, 'time']);
    const where = await bindWhere(yml.where, draft.scope, binder, { path: [...path, 'where'], report });
    const value = await binder.bind(yml.value, 'aggregate', draft.scope, { path: [...path, 'value'], report });
    if (value === null || rows === null || where === 'refused') {
      broken.add(name);
      continue;
    }
    const entity: EntityName = section === 'attributes' ? 'customer' : 'user';
    const source: AttributeSource = {
      kind: 'fact',
      fact: draft.fact.plural,
      value: value.expression,
      rows,
      ...(where ? { where } : {}),
      ...(yml.latest_per === undefined ? {} : { latestPer: yml.latest_per }),
      ...(yml.time === undefined ? {} : { time: yml.time }),
    };
    const attribute = attributeOf(describe(name, yml), entity, value, source, yml.missing, draft.source.ymlFile, {
      path,
      report,
    });
    if (attribute) out.push({ thing: attribute, path });
    else broken.add(name);
  }
  return out;
}

/** Another time column to place the rows by. */
export function tellTime(time: string | undefined, draft: FactDraft, report: Report, path: Path): void {
  mustBeColumn('time', time, draft.defined, report, path, draft.times, 'day or time column');
  if (time !== undefined && draft.defined.columns.some((c) => c.name === dayColumn))
    report(
      'RESERVED_NAME',
      path,
      `${draft.source.sqlFile} has a column \`day\`, so \`day\` cannot be the day of ${time}; rename it`,
    );
}

function rowsOf(yml: FactAttributeYml, draft: FactDraft, report: Report, path: Path): Rows | null {
  if (yml.current && yml.last !== undefined)
    report('CONFLICTING_KEYS', [...path, 'last'], 'an attribute takes `last` or `current`, not both');
  if (yml.current && yml.time !== undefined)
    report(
      'CONFLICTING_KEYS',
      [...path, 'time'],
      '`current` takes the rows open on the day; `time` has no meaning beside it',
    );
  if (yml.current && draft.fact.time.kind === 'time') {
    report(
      'CONFLICTING_KEYS',
      [...path, 'current'],
      '`current` needs an interval; this fact has a time: write `last: 30 days` or `last: all`',
    );
    return null;
  }
  if (yml.current) return { kind: 'current' };
  if (yml.last === undefined) {
    const also = draft.fact.time.kind === 'interval' ? ', or `current: true`' : '';
    report('MISSING_KEY', [...path, 'last'], `this key must be there: \`last: 30 days\` or \`last: all\`${also}`);
    return null;
  }
  return yml.last === 'all' ? { kind: 'all' } : { kind: 'last', duration: yml.last };
}
