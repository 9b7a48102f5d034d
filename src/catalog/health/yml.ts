import { z } from 'zod';
import { described, duration, name, where } from '../yml-schema.js';

const about = { label: described.label, description: described.description };

const score = z
  .number({ error: 'must be a score of 0 to 100' })
  .min(0, { error: 'must be a score of 0 to 100' })
  .max(100, { error: 'must be a score of 0 to 100' });

/** `exclude`, or `score 50`. */
const missing = z.string().transform((text, ctx): 'exclude' | number => {
  const given = Number(/^score (\d+(?:\.\d+)?)$/.exec(text)?.[1]);
  if (text === 'exclude') return text;
  if (given <= 100) return given;
  ctx.addIssue({
    code: 'custom',
    params: { code: 'WRONG_VALUE' },
    message: 'must be `exclude` or `score 0` to `score 100`',
  });
  return z.NEVER;
});

const share = z.number().min(0, { error: 'must be a share of 0 to 1' }).max(1, { error: 'must be a share of 0 to 1' });

const policy = {
  model: z.enum(['weighted', 'worst_of']).optional(),
  missing: missing.optional(),
  coverage: share.optional(),
};

const component = z.strictObject({
  ...about,
  attribute: name,
  weight: z.number().gt(0, { error: 'must be more than 0' }).default(1),
  scale: z
    .array(z.tuple([z.number(), score], { error: 'must be a point: [value, score]' }))
    .min(2, { error: 'must have two points or more' })
    .optional(),
  bands: z
    .array(z.strictObject({ below: z.number().optional(), score }))
    .min(1, { error: 'must have a band' })
    .optional(),
  values: z.record(z.string(), score).optional(),
  max_age: duration.optional(),
  date: name.optional(),
});

const profile = z.strictObject({
  ...about,
  where: where.optional(),
  ...policy,
  components: z.record(z.string(), component),
});

export const healthSchema = z.strictObject({
  description: z.string().optional(),
  ...policy,
  bands: z.record(z.string(), score).default({ good: 70, average: 40, poor: 0 }),
  profiles: z.record(z.string(), profile),
  outcomes: z
    .strictObject({
      grain: z.enum(['day', 'week', 'month', 'quarter', 'year']).default('month'),
      churned: where,
      renewed: where,
    })
    .optional(),
});

export type HealthYml = z.output<typeof healthSchema>;
export type ProfileYml = HealthYml['profiles'][string];
export type ComponentYml = ProfileYml['components'][string];
