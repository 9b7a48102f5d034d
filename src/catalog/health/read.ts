import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../report.js';
import { snakeCase } from '../sources.js';
import { validate } from '../validate.js';
import { readYaml } from '../yaml.js';
import { componentAttribute, healthFile, unknownBand } from './model.js';
import { healthSchema, type HealthYml } from './yml.js';

/** The attributes that every `health.yml` makes; components have one each beside them. */
export const ownAttributes = [
  'health_profile',
  'health_coverage',
  'health_score',
  'health_band',
  'health_score_change_30d',
] as const;

interface ReadHealth {
  /** Null where there is no such file, or a relation of its name. */
  readonly content: unknown;
  /** Null after telling its mistakes. */
  readonly yml: HealthYml | null;
}

/** `sql/health.yml` as it is written. */
export function readHealth(dir: string, report: Report): ReadHealth {
  if (!existsSync(join(dir, healthFile)) || existsSync(join(dir, 'sql/health.sql')))
    return { content: null, yml: null };
  const content = readYaml(readFileSync(join(dir, healthFile), 'utf8'), report);
  const yml = content === null ? null : validate(healthSchema, content, report);
  const sound = yml && [soundNames(yml, report), soundBands(yml, report), soundOrder(yml, report)].every(Boolean);
  return { content: content ?? {}, yml: sound ? yml : null };
}

/** Attributes that a broken file would have made, so that what names them is not told again. */
export const namesMeant = (content: unknown): readonly string[] => [
  ...ownAttributes,
  ...[...JSON.stringify(content).matchAll(/"(\w+)":/g)].map(([, name]) => componentAttribute(name ?? '')),
];

function soundNames({ profiles }: HealthYml, report: Report): boolean {
  const own: ReadonlySet<string> = new Set(ownAttributes);
  let sound = true;
  const tell = (code: 'BAD_NAME' | 'RESERVED_NAME' | 'MISSING_KEY', path: readonly string[], message: string) => {
    report(code, path, message);
    sound = false;
  };
  if (Object.keys(profiles).length === 0) tell('MISSING_KEY', ['profiles'], 'there must be a profile');
  for (const [profile, { components }] of Object.entries(profiles)) {
    const path = ['profiles', profile];
    if (!snakeCase.test(profile)) tell('BAD_NAME', path, `${profile} must be snake_case and start with a letter`);
    if (Object.keys(components).length === 0)
      tell('MISSING_KEY', [...path, 'components'], 'a profile needs a component to score');
    for (const component of Object.keys(components)) {
      const at = [...path, 'components', component];
      if (!snakeCase.test(component)) tell('BAD_NAME', at, `${component} must be snake_case and start with a letter`);
      if (own.has(componentAttribute(component)))
        tell('RESERVED_NAME', at, `${componentAttribute(component)} is an attribute of its own; choose another name`);
    }
  }
  return sound;
}

function soundBands({ bands }: HealthYml, report: Report): boolean {
  const from = Object.values(bands);
  const doubled = Object.keys(bands).find((name, i) => from.indexOf(bands[name] ?? 0) !== i);
  if (doubled !== undefined)
    report('WRONG_VALUE', ['bands', doubled], `another band begins at ${String(bands[doubled])} too`);
  if (!from.includes(0)) report('WRONG_VALUE', ['bands'], 'one band must begin at 0, so that every score has a band');
  if (unknownBand in bands)
    report('RESERVED_NAME', ['bands', unknownBand], `${unknownBand} stands for a score that is not known`);
  return doubled === undefined && from.includes(0) && !(unknownBand in bands);
}

/** A profile for everybody hides those after it. */
function soundOrder({ profiles }: HealthYml, report: Report): boolean {
  const names = Object.keys(profiles);
  const hiding = names.slice(0, -1).filter((name) => profiles[name]?.where === undefined);
  for (const name of hiding)
    report('MISSING_KEY', ['profiles', name, 'where'], 'only the last profile may be for all customers left');
  return hiding.length === 0;
}
