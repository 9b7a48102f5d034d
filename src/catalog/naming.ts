import type { Placed } from './attributes.js';
import type { ReadModel } from './catalog-of.js';
import type { Attribute, Metric } from './model.js';
import { camelCase, typeCase } from './names.js';
import { ownTypes, typesOfFact } from './own-types.js';
import type { Findings, Path } from './report.js';
import { snakeCase } from './sources.js';

/** Fields of a where, and of a customer or user, that are not the model's. */
const reservedFields = [
  ...[
    'and',
    'or',
    'not',
    'segment',
    'retained',
    'funnel',
    'sequence',
    'valueMoved',
    'rank',
    'rfm',
    'basket',
    'bucket',
    'ids',
  ],
  ...['users', 'customer', 'id', 'asOf', 'segments', 'explain', 'explainHealth'],
];
const reservedColumns = ['and', 'or', 'not'];

interface Claim {
  readonly name: string;
  readonly what: string;
  readonly file: string;
  readonly path: Path;
}

/** Tells names that are taken: by the query language, or by another thing of the model. */
export function checkNames({ workspace, entities, facts, attributes, metrics }: ReadModel, found: Findings): void {
  tellOtherCustomerId(attributes.user, entities.user?.yml.customer, found);
  const fixed = Object.keys(workspace.constants).map((name): Claim => ({
    name,
    what: 'a constant',
    file: 'workspace.yml',
    path: ['constants', name],
  }));
  const plurals = facts.map(({ fact, source }): Claim => ({
    name: fact.plural,
    what: 'a fact',
    file: source.ymlFile,
    path: ['fact'],
  }));
  for (const entity of ['customer', 'user'] as const) {
    const own = attributes[entity].map((a) => claim(a, `an attribute of the ${entity}`));
    for (const c of [...own, ...(entity === 'customer' ? plurals : [])]) tellReserved(c, reservedFields, found);
    tellDuplicates(
      [...fixed, ...plurals, ...own],
      camelCase,
      found,
      new Set([...fixed, ...(entity === 'user' ? plurals : [])]),
    );
  }
  for (const { thing, path } of [...attributes.customer, ...attributes.user, ...metrics])
    if (path[0] !== 'columns' && !snakeCase.test(thing.name))
      found.in(thing.file)('BAD_NAME', path, `${thing.name} must be snake_case and start with a letter`);
  tellDuplicates([...fixed, ...metrics.map((m) => claim(m, 'a metric'))], camelCase, found, new Set(fixed));
  tellDuplicates(
    facts.map(({ fact, source }) => ({ name: fact.name, what: 'a fact', file: source.ymlFile, path: ['fact'] })),
    typeCase,
    found,
  );
  for (const { fact, source } of facts) {
    if (typesOfFact(fact.name).some((type) => ownTypes.includes(type)))
      found.in(source.ymlFile)(
        'RESERVED_NAME',
        ['fact'],
        `${fact.name} is a word of Tessera's own; name the fact otherwise`,
      );
    const columns = Object.values(fact.relation.columns)
      .filter((c) => !c.hidden)
      .map(({ name }): Claim => ({
        name,
        what: `a column of ${fact.plural}`,
        file: source.ymlFile,
        path: ['columns', name],
      }));
    for (const c of columns) tellReserved(c, reservedColumns, found);
    tellDuplicates(columns, camelCase, found);
  }
}

/** Every user answers `customerId` with the customer they work at. */
function tellOtherCustomerId(
  attributes: readonly Placed<Attribute>[],
  customer: string | undefined,
  found: Findings,
): void {
  for (const { thing, path } of attributes) {
    const own = thing.source.kind === 'column' && thing.source.column === customer;
    if (customer !== undefined && thing.name === 'customer_id' && !own)
      found.in(thing.file)('RESERVED_NAME', path, 'customer_id is the customer a user works at; choose another name');
  }
}

const claim = ({ thing, path }: Placed<Attribute | Metric>, what: string): Claim => ({
  name: thing.name,
  what,
  file: thing.file,
  path,
});

function tellReserved({ name, file, path }: Claim, reserved: readonly string[], found: Findings): void {
  if (!reserved.includes(camelCase(name))) return;
  const remedy = path[0] === 'columns' ? `; rename it in the SELECT, or write \`hidden: true\`` : '; choose another';
  found.in(file)('RESERVED_NAME', path, `${name} means something else in a question${remedy}`);
}

/** Every second claim of a name is told; those among `silent` are only there for others to stand against. */
function tellDuplicates(
  claims: readonly Claim[],
  caseOf: (name: string) => string,
  found: Findings,
  silent: ReadonlySet<Claim> = new Set(),
): void {
  const first = new Map<string, Claim>();
  for (const c of claims) {
    const key = caseOf(c.name);
    const earlier = first.get(key);
    if (!earlier) first.set(key, c);
    else if (!silent.has(c)) {
      const same = earlier.name === c.name ? c.name : `${c.name} and ${earlier.name} are both ${key}; the latter`;
      found.in(c.file)('DUPLICATE_NAME', c.path, `${same} is ${earlier.what} already, in ${earlier.file}`);
    }
  }
}
