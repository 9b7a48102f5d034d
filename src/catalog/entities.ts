import type { DefinedRelation } from './relations.js';
import { columnTimes, relationOf } from './columns.js';
import type { Relation } from './model.js';
import type { EntityName } from '../query/where.js';
import type { Findings, Report } from './report.js';
import { suggest } from './suggest.js';
import type { Source } from './sources.js';
import { valueType } from './value-type.js';
import type { EntityYml } from './yml-schema.js';

/** An entity whose relation can be read; its attributes come later. */
export interface EntityDraft {
  readonly name: EntityName;
  readonly source: Source;
  readonly yml: EntityYml;
  readonly defined: DefinedRelation;
  readonly relation: Relation;
}

export type EntityDrafts = Readonly<Partial<Record<EntityName, EntityDraft>>>;

/** Says that a key of a yml must name a column of its relation. */
export function mustBeColumn(
  key: string,
  column: string | undefined,
  defined: DefinedRelation,
  report: Report,
  path: readonly (string | number)[] = [key],
  among: readonly string[] = defined.columns.map((c) => c.name),
  what = 'column',
): void {
  if (column === undefined || among.includes(column)) return;
  report('UNKNOWN_COLUMN', path, `${defined.source.sqlFile} has no ${what} ${column}`, suggest(column, among));
}

/** Text joins text and numbers join numbers: anything else would find nothing, or fail on the first odd row. */
export function mustHaveTypeOfKey(
  key: string,
  column: string | undefined,
  defined: DefinedRelation,
  entity: EntityDraft | undefined,
  report: Report,
): void {
  const typeIn = (relation: DefinedRelation, name: string | undefined) =>
    relation.columns.find((c) => c.name === name)?.sqlType;
  const own = typeIn(defined, column);
  const other = entity && typeIn(entity.defined, entity.yml.key);
  if (own === undefined || other === undefined || entity === undefined) return;
  if (valueType(own)?.type !== valueType(other)?.type)
    report(
      'WRONG_TYPE',
      [key],
      `${String(column)} is ${own}, but ${entity.yml.key} in ${entity.source.sqlFile} is ${other}`,
    );
}

/** Whether a relation says it is an entity, though in a file that is wrong. */
export const meantToBe = (entity: EntityName, sources: readonly Source[]): boolean =>
  sources.some(({ meaning }) => meaning.kind === 'broken' && meaning.entity === entity);

/** Finds the customer and the user entity. */
export function draftEntities(
  sources: readonly Source[],
  defined: ReadonlyMap<string, DefinedRelation>,
  found: Findings,
): EntityDrafts {
  const drafts: Partial<Record<EntityName, EntityDraft>> = {};
  const files = new Map<EntityName, string>();
  for (const source of sources) {
    const { meaning } = source;
    if (meaning.kind !== 'entity') continue;
    const name = meaning.yml.entity;
    const report = found.in(source.ymlFile);
    const first = files.get(name);
    if (first !== undefined) {
      report('DUPLICATE_ENTITY', ['entity'], `${first} is the ${name} entity already`);
      continue;
    }
    files.set(name, source.ymlFile);
    tellKeysOfOtherEntity(name, meaning.yml, report);
    const relation = defined.get(source.name);
    if (!relation) continue;
    for (const key of ['key', 'customer', 'name'] as const) mustBeColumn(key, meaning.yml[key], relation, report);
    mustBeColumn('since', meaning.yml.since, relation, report, ['since'], columnTimes(relation), 'day or time column');
    drafts[name] = { name, source, yml: meaning.yml, defined: relation, relation: relationOf(relation, true, report) };
  }
  const { customer, user } = drafts;
  if (user) mustHaveTypeOfKey('customer', user.yml.customer, user.defined, customer, found.in(user.source.ymlFile));
  if (!files.has('customer') && !meantToBe('customer', sources) && sources.length > 0)
    found.in('sql')('NO_CUSTOMER', [], 'no relation is the customer entity: write `entity: customer` in one .yml file');
  return drafts;
}

function tellKeysOfOtherEntity(name: EntityName, yml: EntityYml, report: Report): void {
  if (name === 'user' && yml.customer === undefined)
    report(
      'MISSING_KEY',
      ['customer'],
      'this key must be there: the column with the key of the customer the user works at',
    );
  if (name === 'user') return;
  if (yml.customer !== undefined) report('CONFLICTING_KEYS', ['customer'], 'only the user entity has this key');
  if (Object.keys(yml.customer_attributes).length > 0)
    report(
      'CONFLICTING_KEYS',
      ['customer_attributes'],
      'only the user entity has this key; write formulas under attributes',
    );
}
