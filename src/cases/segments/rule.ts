import { z } from 'zod';
import { check } from '../case-file.js';
import { isoDuration } from '../clock.js';
import { filter, propertiesOf, type Filter } from '../filter.js';
import { NotUnderstood } from '../not-understood.js';

const count = z.strictObject({ op: z.string(), value: z.number() });
const event = { event: z.string().nullable(), filter: filter.optional(), entity_filter: filter.optional() };
const step = z.strictObject(event);

const attribute = z.strictObject({
  property: z.string(),
  op: z.string(),
  value: z.unknown().optional(),
  duration: isoDuration.optional(),
});
const performed = z.strictObject({
  ...event,
  within: isoDuration.optional(),
  count: count.optional(),
  require_at_least_one: z.boolean().default(false),
});
const stopped = z.strictObject({ ...event, active_within: isoDuration, quiet_for: isoDuration });
const restarted = z.strictObject({ ...event, inactive_from: isoDuration, recent: isoDuration });
const firstTime = z.strictObject({ ...event, within: isoDuration });
const regularly = z.strictObject({
  ...event,
  count: count.default({ op: '>=', value: 1 }),
  period: isoDuration,
  total_periods: z.int().min(1).max(100),
  min_periods: z.int().min(1),
});
const sequence = z.strictObject({ first: step, then: step, within: isoDuration, then_within: isoDuration });
const lastPerformed = z.strictObject({
  event: z.string().nullable(),
  where: filter.optional(),
  has: filter,
  within: isoDuration.optional(),
});

/** The kinds of rules, by the word they begin with. */
const kinds = {
  attr: attribute,
  performed,
  stopped,
  restarted,
  first_time: firstTime,
  regularly,
  sequence,
  last_performed: lastPerformed,
  segment: z.string(),
} as const;
type Kinds = typeof kinds;

/** A condition tree as cases write it: an object with one key. */
export type Rule =
  | { readonly kind: 'all'; readonly rules: readonly Rule[] }
  | { readonly kind: 'any'; readonly rules: readonly Rule[] }
  | { readonly kind: 'not'; readonly rule: Rule }
  | { [K in keyof Kinds]: { readonly kind: K; readonly of: z.output<Kinds[K]> } }[keyof Kinds];
export type Leaf<K extends keyof Kinds> = z.output<Kinds[K]>;

/** Rules of which all, or any, hold. */
const groups: Readonly<Record<string, 'all' | 'any'>> = { all: 'all', and: 'all', any: 'any', or: 'any' };

/** `negated: true` beside the parameters of a rule is the `not` of it. */
function negation(of: unknown): { readonly negated: boolean; readonly rest: unknown } {
  if (typeof of !== 'object' || of === null || !('negated' in of)) return { negated: false, rest: of };
  const { negated, ...rest } = of;
  return { negated: negated === true, rest };
}

/** Reads a rule; a kind or a parameter without a known meaning is told with its place. */
export function readRule(input: unknown, path: readonly string[]): Rule {
  const [[kind, of] = ['', undefined], ...more] = Object.entries(check(z.record(z.string(), z.unknown()), input, path));
  const below = [...path, kind];
  if (more.length > 0)
    throw new NotUnderstood(path, `no meaning is known for ${more.map(([key]) => key).join(', ')} beside ${kind}`);
  const list = (): readonly Rule[] =>
    check(z.array(z.unknown()), of, below).map((item, i) => readRule(item, [...below, String(i)]));
  const group = groups[kind];
  if (group) return { kind: group, rules: list() };
  if (kind === 'not') return { kind, rule: readRule(of, below) };
  if (kind === 'everyone') return { kind: 'all', rules: [] };
  if (!Object.hasOwn(kinds, kind)) throw new NotUnderstood(path, `no meaning is known for the rule ${kind}`);
  const { negated, rest } = negation(of);
  const rule = { kind, of: check(kinds[kind as keyof Kinds] as z.ZodType, rest, below) } as Rule;
  return negated ? { kind: 'not', rule } : rule;
}

const inEvent = (e: { filter?: Filter | undefined; entity_filter?: Filter | undefined }): readonly string[] => [
  ...(e.filter ? propertiesOf(e.filter) : []),
  ...(e.entity_filter ? propertiesOf(e.entity_filter) : []),
];

type Names = { readonly [K in keyof Kinds]: (of: Leaf<K>) => readonly string[] };
const names: Names = {
  attr: (of) => [of.property],
  segment: () => [],
  sequence: (of) => [...inEvent(of.first), ...inEvent(of.then)],
  last_performed: (of) => [...(of.where ? propertiesOf(of.where) : []), ...propertiesOf(of.has)],
  performed: inEvent,
  stopped: inEvent,
  restarted: inEvent,
  first_time: inEvent,
  regularly: inEvent,
};

/** Every property a rule names. */
export function propertiesIn(r: Rule): readonly string[] {
  if (r.kind === 'all' || r.kind === 'any') return r.rules.flatMap(propertiesIn);
  if (r.kind === 'not') return propertiesIn(r.rule);
  return (names[r.kind] as (of: unknown) => readonly string[])(r.of);
}
