import { z } from 'zod';
import { parseDuration, type Duration } from '../query/time.js';

const reject = (ctx: z.RefinementCtx, code: string, message: string): never => {
  ctx.addIssue({ code: 'custom', params: { code }, message });
  return z.NEVER;
};

/** SQL text; a bare number or boolean of YAML is SQL too. */
const expression = z
  .union([z.string(), z.number(), z.boolean()], { error: 'must be an SQL expression' })
  .transform((v) => String(v).trim())
  .refine((text) => text !== '', { error: 'must be an SQL expression', params: { code: 'WRONG_VALUE' } });

const wholeDays = (text: string): Duration | null => {
  const duration = parseDuration(text);
  if (duration === null || 'seconds' in duration || 'minutes' in duration || 'hours' in duration) return null;
  return Object.values(duration).some((n) => n > 0) ? duration : null;
};

export const duration = z
  .string()
  .transform(
    (text, ctx): Duration =>
      wholeDays(text) ?? reject(ctx, 'BAD_DURATION', `${text} is no duration; write it as 7 days, 4 weeks or 1 year`),
  );

const window = z
  .string()
  .transform((text, ctx): Duration | 'all' =>
    text === 'all'
      ? 'all'
      : (wholeDays(text) ??
        reject(ctx, 'BAD_DURATION', `${text} is no window; write it as 7 days, 4 weeks, 1 year or all`)),
  );

/** A column, attribute, metric or key, given by name. */
export const name = z.string().min(1);
export const described = {
  label: z.string().optional(),
  description: z.string().optional(),
  unit: z.string().optional(),
};
const literal = z.union([z.string(), z.number(), z.boolean()], { error: 'must be text, a number, true or false' });

/** One expression, or the two of a rate; one expression alone is read as `{ value }`. */
const ratio = z.preprocess(
  (v) => (typeof v === 'object' && v !== null ? v : { value: v }),
  z.strictObject({
    value: expression.optional(),
    numerator: expression.optional(),
    denominator: expression.optional(),
  }),
);

const column = z.strictObject({
  ...described,
  hidden: z.boolean().default(false),
  min: z.number().optional(),
  max: z.number().optional(),
  known_from: name.optional(),
});

const factAttribute = z.strictObject({
  ...described,
  value: expression,
  last: window.optional(),
  current: z.literal(true).optional(),
  where: expression.optional(),
  latest_per: name.optional(),
  time: name.optional(),
  missing: literal.optional(),
});

const usersAttribute = z.strictObject({
  ...described,
  value: expression,
  where: expression.optional(),
  missing: literal.optional(),
});

/** A where as it is written in GraphQL; read when the attributes it names are known. */
export const where = z.record(z.string(), z.unknown());

/** An attribute made of others: one of `formula`, `where`, `cases` and `change`. */
const derivedAttribute = z.strictObject({
  ...described,
  formula: expression.optional(),
  where: where.optional(),
  cases: z
    .array(z.strictObject({ where, is: literal }))
    .min(1, { error: 'must have at least one case' })
    .optional(),
  else: literal.optional(),
  change: name.optional(),
  over: duration.optional(),
  as: z.enum(['absolute', 'percent']).optional(),
});

const metric = z.strictObject({
  ...described,
  state: ratio.optional(),
  flow: ratio.optional(),
  change: ratio.optional(),
  formula: ratio.optional(),
  at: z.enum(['start', 'end']).optional(),
  where: expression.optional(),
  latest_per: name.optional(),
  time: name.optional(),
  last: duration.optional(),
  over: duration.optional(),
  pool: z.int({ error: 'must be a whole number' }).min(1, { error: 'must be 1 or more' }).optional(),
  members: z.enum(['start', 'end']).optional(),
  zero: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, { error: 'must be written in capitals, such as NO_LOSSES' })
    .default('ZERO_DENOMINATOR'),
  good: z.enum(['up', 'down']).optional(),
});

const record = <T extends z.ZodType>(of: T) => z.record(z.string(), of).default({});
const about = { description: z.string().optional(), columns: record(column) };

export const entitySchema = z.strictObject({
  ...about,
  entity: z.enum(['customer', 'user']),
  key: name,
  customer: name.optional(),
  since: name.optional(),
  name: name.optional(),
  attributes: record(derivedAttribute),
  customer_attributes: record(usersAttribute),
  metrics: record(metric),
});

export const factSchema = z.strictObject({
  ...about,
  fact: name,
  key: name.optional(),
  customer: name,
  user: name.optional(),
  time: name.optional(),
  interval: z.tuple([name, name], { error: 'must be a list of two columns: [from, until]' }).optional(),
  attributes: record(factAttribute),
  user_attributes: record(factAttribute),
  metrics: record(metric),
});

export const plainSchema = z.strictObject(about);

export type ColumnYml = z.output<typeof column>;
export type EntityYml = z.output<typeof entitySchema>;
export type FactYml = z.output<typeof factSchema>;
export type FactAttributeYml = z.output<typeof factAttribute>;
export type UsersAttributeYml = z.output<typeof usersAttribute>;
export type DerivedAttributeYml = z.output<typeof derivedAttribute>;
export type MetricYml = z.output<typeof metric>;
export type RatioYml = z.output<typeof ratio>;
/** What `sql/<name>.yml` says its relation is. */
export type Meaning =
  | { readonly kind: 'entity'; readonly yml: EntityYml }
  | { readonly kind: 'fact'; readonly yml: FactYml }
  | { readonly kind: 'plain'; readonly yml: z.output<typeof plainSchema> }
  /** Wrong, and told: the relation can still be selected from. */
  | { readonly kind: 'broken'; readonly entity?: 'customer' | 'user' };
