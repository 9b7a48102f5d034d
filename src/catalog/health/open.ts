import { enumCase } from '../names.js';
import type { Check } from '../check.js';
import type { Known } from '../derived/draft.js';
import { readModelWhere } from '../derived/model-where.js';
import { grains } from '../../query/time.js';
import { healthDraft } from './draft.js';
import type { HealthDraft } from './drafts.js';
import { healthFile, type Health, type HealthOutcomes } from './model.js';
import { namesMeant, readHealth } from './read.js';
import type { HealthYml } from './yml.js';

/** A workspace's `sql/health.yml` that has no mistakes of its own. */
export interface OpenHealth {
  readonly yml: HealthYml;
  readonly draft: HealthDraft;
}

/** Null where there is none or after telling its mistakes. */
export function openHealth(dir: string, check: Check): OpenHealth | null {
  const { text, yml } = readHealth(dir, check.found.in(healthFile));
  const draft = yml && healthDraft(yml, check);
  if (text !== '' && !draft) for (const name of namesMeant(text)) check.broken.add(name);
  return yml && draft && { yml, draft };
}

/** The same as plain data of the catalogue, when all attributes are known. */
export function healthOf({ yml, draft }: OpenHealth, known: Known, { found }: Check): Health {
  const { outcomes } = yml;
  for (const [key, where] of Object.entries({ churned: outcomes?.churned, renewed: outcomes?.renewed }))
    if (where !== undefined) readModelWhere(where, 'customer', known, ['outcomes', key], healthFile, found);
  return {
    description: draft.description,
    profiles: draft.profiles,
    bands: draft.bands,
    ...(outcomes ? { outcomes: outcomesOf(outcomes) } : {}),
    file: healthFile,
  };
}

const outcomesOf = ({ grain, churned, renewed }: NonNullable<HealthYml['outcomes']>): HealthOutcomes => ({
  grain: grains.find((g) => g === enumCase(grain)) ?? 'MONTH',
  churned,
  renewed,
});
