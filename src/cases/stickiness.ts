import { z } from 'zod';
import { check } from './case-file.js';
import type { Translation } from './family.js';
import { between, grainOf, overTime, worldOver } from './over-time.js';
import { selector } from './world.js';

const question = z.strictObject({
  kind: z.literal('stickiness'),
  event: selector,
  end: z.string(),
  /** How many units make a period. */
  period_count: z.int().default(1),
  cumulative: z.boolean().default(false),
  per_period_count: z.strictObject({ op: z.string(), value: z.number() }).optional(),
  ...overTime,
});

const asked = `query ($where: CustomerWhere!, $request: StickinessRequest!) {
  preview(where: $where) { stickiness(request: $request) {
    active { count } buckets { periods exactly { count } atLeast { count } }
  } }
}`;

interface Answer {
  readonly preview: {
    readonly stickiness: {
      readonly active: { readonly count: number };
      readonly buckets: readonly { readonly exactly: { count: number }; readonly atLeast: { count: number } }[];
    };
  };
}

const operators: Readonly<Record<string, string>> = {
  ...{ '>=': 'gte', gte: 'gte', '>': 'gt', gt: 'gt', '<=': 'lte', lte: 'lte', '<': 'lt', lt: 'lt' },
  ...{ '=': 'eq', '==': 'eq', eq: 'eq', exact: 'eq', '!=': 'ne', neq: 'ne' },
};
const operator = (op: string): string => {
  const found = Object.hasOwn(operators, op) ? operators[op] : undefined;
  return check(z.string({ error: `no meaning is known for ${op}` }), found, ['question', 'per_period_count', 'op']);
};

export const stickiness: Translation = async (worked, open) => {
  const q = check(question, worked.question, ['question']);
  const { request, asOf } = between(q, q.end);
  const { world, where } = worldOver(worked, q, asOf, [q.event]);
  const { ask } = await open(world.files);
  const least = q.per_period_count;
  const variables = {
    where,
    request: {
      activity: world.rowsOf(q.event),
      grain: grainOf(q),
      every: q.period_count,
      ...(least && { rows: { [operator(least.op)]: least.value } }),
      ...request,
    },
  };
  const { active, buckets } = (await ask<Answer>(asked, variables)).preview.stickiness;
  const data = buckets.map((b) => (q.cumulative ? b.atLeast : b.exactly).count);
  return { got: { data, entities: active.count } };
};
