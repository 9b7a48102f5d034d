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
  /** Its text; empty where there is no such file, or a relation of its name. */
  readonly text: string;
  /** Null after telling its mistakes. */
  readonly yml: HealthYml | null;
}

/** `sql/health.yml` as it is written. */
export function readHealth(dir: string, report: Report): ReadHealth {
  if (!existsSync(join(dir, healthFile)) || existsSync(join(dir, 'sql/health.sql'))) return { text: '', yml: null };
  let told = 0;
  const tell: Report = (...problem) => {
    told += 1;
    report(...problem);
  };
  const text = readFileSync(join(dir, healthFile), 'utf8');
  const content = readYaml(text, tell);
  const yml = content === null ? null : validate(healthSchema, content, tell);
  // What is left of profiles with mistakes is not said to be missing.
  if (yml && told === 0 && Object.keys(yml.profiles).length === 0)
    tell('MISSING_KEY', ['profiles'], 'there must be a profile');
  if (yml) for (const check of [tellNames, tellBands, tellOrder]) check(yml, tell);
  return { text, yml: told > 0 ? null : yml };
}

/** Attributes that a broken file would have made, so that what names them is not told again. */
export const namesMeant = (text: string): readonly string[] => [
  ...ownAttributes,
  ...[...text.matchAll(/(\w+)\s*:/g)].map(([, name]) => componentAttribute(name ?? '')),
];

function tellNames({ profiles }: HealthYml, report: Report): void {
  const own: ReadonlySet<string> = new Set(ownAttributes);
  for (const [profile, { components }] of Object.entries(profiles)) {
    const path = ['profiles', profile];
    if (!snakeCase.test(profile)) report('BAD_NAME', path, `${profile} must be snake_case and start with a letter`);
    if (Object.keys(components).length === 0)
      report('MISSING_KEY', [...path, 'components'], 'a profile needs a component to score');
    for (const component of Object.keys(components)) {
      const at = [...path, 'components', component];
      if (!snakeCase.test(component)) report('BAD_NAME', at, `${component} must be snake_case and start with a letter`);
      if (own.has(componentAttribute(component)))
        report('RESERVED_NAME', at, `${componentAttribute(component)} is an attribute of its own; choose another name`);
    }
  }
}

function tellBands({ bands }: HealthYml, report: Report): void {
  const from = Object.values(bands);
  const doubled = Object.keys(bands).find((name, i) => from.indexOf(bands[name] ?? 0) !== i);
  if (doubled !== undefined)
    report('WRONG_VALUE', ['bands', doubled], `another band begins at ${String(bands[doubled])} too`);
  if (!from.includes(0)) report('WRONG_VALUE', ['bands'], 'one band must begin at 0, so that every score has a band');
  if (unknownBand in bands)
    report('RESERVED_NAME', ['bands', unknownBand], `${unknownBand} stands for a score that is not known`);
}

/** A profile for everybody hides those after it. */
function tellOrder({ profiles }: HealthYml, report: Report): void {
  for (const name of Object.keys(profiles).slice(0, -1))
    if (profiles[name]?.where === undefined)
      report('MISSING_KEY', ['profiles', name, 'where'], 'only the last profile may be for all customers left');
}
