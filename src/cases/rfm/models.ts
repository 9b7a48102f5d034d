import { z } from 'zod';
import { check } from '../case-file.js';
import type { Answered, Translation } from '../family.js';
import { files } from './empty.js';

const params = z.record(z.string(), z.number());
const history = z
  .strictObject({ frequency: z.int(), recency: z.number(), T: z.number() })
  .transform(({ frequency, recency, T }) => ({ frequency, recency, age: T }));

/** One number that is asked of a model: the field with its arguments, as GraphQL has them. */
type Asked = Readonly<{ field: string; given: Readonly<Record<string, unknown>> }>;

const inputs = { bgNbd: 'BgNbdInput', paretoNbd: 'ParetoNbdInput', gammaGamma: 'GammaGammaInput' } as const;
const types: Readonly<Record<string, string>> = {
  within: 'Float!',
  mean: 'Float!',
  purchases: 'Int!',
  of: 'PurchaseHistory!',
};

/** Asks a model for all the numbers in one document; expected in their order, or the first alone. */
function put(model: keyof typeof inputs, read: (question: unknown) => readonly Asked[]): Translation {
  return async (worked, open): Promise<Answered> => {
    const given = check(z.looseObject({ params }), worked.question, ['question']);
    const asked = read(worked.question);
    const named = asked.flatMap(({ given: g }, i) => Object.entries(g).map(([name, value]) => ({ name, i, value })));
    const declared = named.map(({ name, i }) => `, $${name}${String(i)}: ${types[name] ?? 'Float!'}`).join('');
    const fields = asked.map(({ field, given: g }, i) => {
      const passed = Object.keys(g).map((name) => `${name}: $${name}${String(i)}`);
      return `v${String(i)}: ${field}(${passed.join(', ')})`;
    });
    const query = `query ($model: ${inputs[model]}!${declared}) { asked: ${model}(model: $model) { ${fields.join(' ')} } }`;
    const variables = Object.fromEntries(named.map(({ name, i, value }) => [`${name}${String(i)}`, value]));
    const { ask } = await open(files);
    const answer = await ask<{ asked: Readonly<Record<string, number>> }>(query, { model: given.params, ...variables });
    const values = asked.map((_, i) => answer.asked[`v${String(i)}`]);
    const { tolerance } = worked.expected;
    const near = typeof tolerance === 'number' ? { tolerance } : {};
    return { got: { values, value: values[0] }, ...near, besides: ['tolerance'] };
  };
}

const common = { kind: z.string(), params };
const pairs = z.strictObject({ ...common, pairs: z.array(z.tuple([z.number(), z.int()])) });
const times = z.strictObject({ ...common, times: z.array(z.number()) });
const ahead = z.strictObject({ ...common, t: z.number(), customers: z.array(history) });
const seen = z.strictObject({ ...common, customers: z.array(history) });
const spent = z.strictObject({
  ...common,
  customers: z.array(z.strictObject({ frequency: z.int(), monetary: z.number() })),
});

const probabilities = (question: unknown): readonly Asked[] =>
  check(pairs, question, ['question']).pairs.map(([within, purchases]) => ({
    field: 'probabilityOf',
    given: { within, purchases },
  }));
const expectedOfNew = (question: unknown): readonly Asked[] =>
  check(times, question, ['question']).times.map((within) => ({ field: 'expectedOfNew', given: { within } }));
const expectedAhead = (question: unknown): readonly Asked[] => {
  const { t, customers } = check(ahead, question, ['question']);
  return customers.map((of) => ({ field: 'expected', given: { of, within: t } }));
};
const alive = (question: unknown): readonly Asked[] =>
  check(seen, question, ['question']).customers.map((of) => ({ field: 'probabilityAlive', given: { of } }));
const amounts = (question: unknown): readonly Asked[] =>
  check(spent, question, ['question']).customers.map(({ frequency, monetary }) => ({
    field: 'expectedAmount',
    given: { purchases: frequency, mean: monetary },
  }));

/** Models of repeat purchases under given parameters; times in pairs come first, then how many purchases. */
export const models: Readonly<Record<string, Translation>> = {
  bgnbd_pmf: put('bgNbd', probabilities),
  bgnbd_expected: put('bgNbd', expectedOfNew),
  bgnbd_conditional_expected: put('bgNbd', expectedAhead),
  bgnbd_alive: put('bgNbd', alive),
  pareto_nbd_expected: put('paretoNbd', expectedOfNew),
  pareto_nbd_conditional_expected: put('paretoNbd', expectedAhead),
  pareto_nbd_alive: put('paretoNbd', alive),
  gamma_gamma_expected: put('gammaGamma', amounts),
};
