import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { isDay, isZone } from '../query/time.js';
import type { SnapshotGrid, Workspace } from './model.js';
import type { Report } from './report.js';
import { salvage } from './validate.js';
import { duration } from './yml-schema.js';
import { readYaml } from './yaml.js';

export const workspaceFile = 'workspace.yml';

const refused = (code: string, message: (text: string) => string) => ({
  params: { code },
  error: (issue: { readonly input?: unknown }) => message(String(issue.input)),
});

/** Snapshots of a quarter by day, a year by week and three years by month. */
const usualSnapshots: SnapshotGrid = { daily: { days: 90 }, weekly: { years: 1 }, monthly: { years: 3 } };

const constantName = /^[a-z][a-z0-9_]*$/;

const workspaceSchema = z.strictObject({
  name: z.string().optional(),
  time_zone: z
    .string()
    .refine(
      (zone) => /^[a-z]/i.test(zone) && isZone(zone),
      refused('BAD_ZONE', (t) => `${t} is no time zone; write an IANA name such as Europe/Rome`),
    )
    .default('UTC'),
  week_start: z.enum(['monday', 'sunday']).default('monday'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'must be a currency of three capital letters, such as EUR' })
    .default('USD'),
  as_of: z
    .string()
    .refine(
      isDay,
      refused('BAD_DAY', (t) => `${t} is no day; write YYYY-MM-DD`),
    )
    .optional(),
  constants: z.record(z.string(), z.number()).default({}),
  snapshots: z
    .strictObject({ daily: duration.optional(), weekly: duration.optional(), monthly: duration.optional() })
    .optional(),
});

/** Reads `workspace.yml` of a folder. What is wrong is told, and has its default in the answer. */
export function readWorkspace(dir: string, report: Report): Workspace {
  const file = join(dir, workspaceFile);
  if (!existsSync(file)) {
    report('NO_WORKSPACE', [], `${dir} is no workspace: it has no ${workspaceFile}; \`tessera init DIR\` makes one`);
  }
  const content = existsSync(file) ? readYaml(readFileSync(file, 'utf8'), report) : {};
  const yml = salvage(workspaceSchema, content ?? {}, report).data ?? workspaceSchema.parse({});
  for (const name of Object.keys(yml.constants).filter((n) => !constantName.test(n)))
    report('BAD_NAME', ['constants', name], `${name} must be snake_case and start with a letter`);
  return {
    dir: resolve(dir),
    name: yml.name ?? basename(resolve(dir)),
    timeZone: yml.time_zone,
    weekStart: yml.week_start,
    currency: yml.currency,
    ...(yml.as_of === undefined ? {} : { asOf: yml.as_of }),
    constants: { gross_margin: 1, ...yml.constants },
    snapshots: yml.snapshots ?? usualSnapshots,
  };
}
