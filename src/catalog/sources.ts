import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaignsFile } from './campaigns/model.js';
import { healthFile } from './health/model.js';
import type { Findings, Report } from './report.js';
import { suggest } from './suggest.js';
import { withoutSemicolon } from './sql-text.js';
import { salvage } from './validate.js';
import { readYaml } from './yaml.js';
import { entitySchema, factSchema, plainSchema, type Meaning } from './yml-schema.js';

/** One relation as its two files say it. */
export interface Source {
  readonly name: string;
  readonly sql: string;
  readonly sqlFile: string;
  readonly ymlFile: string;
  readonly meaning: Meaning;
  /** Attributes and metrics whose definition is wrong and told: what names them is not told again. */
  readonly broken: readonly string[];
}

export const snakeCase = /^[a-z][a-z0-9_]*$/;

/** Reads `sql/`: every relation, in the order of their names. */
export function readSources(dir: string, found: Findings): readonly Source[] {
  const folder = join(dir, 'sql');
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const names = files.filter((f) => f.endsWith('.sql')).map((f) => f.slice(0, -4));
  if (names.length === 0) found.in('sql')('NO_MODEL', [], 'the workspace has no relations: no .sql file in sql/');
  tellStrayFiles(files, names, found);
  return names.map((name) => {
    const sqlFile = `sql/${name}.sql`;
    const ymlFile = `sql/${name}.yml`;
    if (!snakeCase.test(name))
      found.in(sqlFile)(
        'BAD_NAME',
        [],
        `${name} must be snake_case and start with a letter: it is the relation's name`,
      );
    return {
      name,
      sql: withoutSemicolon(readFileSync(join(dir, sqlFile), 'utf8')),
      sqlFile,
      ymlFile,
      ...(files.includes(`${name}.yml`)
        ? readMeaning(readFileSync(join(dir, ymlFile), 'utf8'), found.in(ymlFile))
        : { meaning: { kind: 'plain' as const, yml: { columns: {} } }, broken: [] }),
    };
  });
}

/** Files that say something of other relations. */
const ownFiles: readonly string[] = [healthFile, campaignsFile];

function tellStrayFiles(files: readonly string[], names: readonly string[], found: Findings): void {
  for (const file of files.filter((f) => f.endsWith('.yml'))) {
    const name = file.slice(0, -4);
    if (names.includes(name) || ownFiles.includes(`sql/${file}`)) continue;
    const near = suggest(name, names).map((n) => `sql/${n}.yml`);
    found.in(`sql/${file}`)('MISSING_SQL', [], `there is no sql/${name}.sql beside this file`, near);
  }
  for (const file of files.filter((f) => f.endsWith('.yaml')))
    found.in(`sql/${file}`)('BAD_NAME', [], 'is not read: the ending must be .yml', [`${file.slice(0, -5)}.yml`]);
}

const kinds = { entity: entitySchema, fact: factSchema, plain: plainSchema } as const;
const sections = ['attributes', 'user_attributes', 'customer_attributes', 'metrics'];

function readMeaning(text: string, report: Report): Pick<Source, 'meaning' | 'broken'> {
  const yml = readYaml(text, report);
  if (!isMap(yml)) {
    if (yml !== null) report('WRONG_TYPE', [], 'must be a map of keys');
    return unreadable(
      /^entity:\s*(\w+)/m.exec(text)?.[1],
      [...text.matchAll(/(\w+)\s*:/g)].map((key) => key[1] ?? ''),
    );
  }
  const kind = kindOf(yml, report);
  const { data, broken } = kind ? salvage(kinds[kind], yml, report) : { data: null, broken: [] };
  if (kind && data) return { meaning: { kind, yml: data } as Meaning, broken };
  return unreadable(
    yml['entity'],
    sections.flatMap((section) => (isMap(yml[section]) ? Object.keys(yml[section]) : [])),
  );
}

const unreadable = (entity: unknown, broken: readonly string[]): Pick<Source, 'meaning' | 'broken'> => ({
  meaning: { kind: 'broken', ...(entity === 'customer' || entity === 'user' ? { entity } : {}) },
  broken,
});

const isMap = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

function kindOf(yml: Record<string, unknown>, report: Report): keyof typeof kinds | null {
  if ('entity' in yml && 'fact' in yml) {
    report('CONFLICTING_KEYS', ['fact'], 'a relation is an entity or a fact, not both');
    return null;
  }
  if ('entity' in yml) return 'entity';
  if ('fact' in yml) return 'fact';
  const pointless = ['key', 'customer', 'user', 'time', 'interval', ...sections].filter((key) => key in yml);
  if (pointless.length === 0) return 'plain';
  const near = Object.keys(yml).flatMap((key) => suggest(key, ['entity', 'fact']));
  report('MISSING_KEY', [], `has ${pointless.join(', ')} but neither \`entity:\` nor \`fact:\``, near);
  return null;
}
