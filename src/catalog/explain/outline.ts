import { describeDuration, type Day, type Duration } from '../../query/time.js';
import type { EntityName, Where } from '../../query/where.js';
import type { Catalog } from '../model.js';
import { readWhere } from '../where/read.js';
import type { SavedSegment } from '../where/scope.js';
import { describeWhere } from '../where/sentence.js';
import { groupJson, type Part, type Within } from './part.js';

interface Context {
  readonly catalog: Catalog;
  readonly segment: (id: string) => SavedSegment | undefined;
  readonly entity: EntityName;
  readonly within: readonly Within[];
  /** Whose members and day the whole is asked of. */
  readonly asked: EntityName;
  /** Makes a where of the part one of the whole. */
  readonly wrap: (json: Json) => Json;
}

type Json = Readonly<Record<string, unknown>>;
type Draft = Omit<Part, 'id' | 'parts'> & { readonly parts: readonly Draft[] };

/** Takes a where that reads without problems apart, into conditions and the groups they stand in. */
export function outline(
  json: unknown,
  entity: EntityName,
  { catalog, segment }: Pick<Context, 'catalog' | 'segment'>,
): Part {
  const context: Context = { catalog, segment, entity, within: [], asked: entity, wrap: (inner) => inner };
  return numbered(ofObject(asObject(json), context), '');
}

const numbered = ({ parts, ...draft }: Draft, id: string): Part => ({
  ...draft,
  id,
  parts: parts.map((part, i) => numbered(part, id === '' ? String(i) : `${id}.${String(i)}`)),
});

const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json);
const asObject = (json: unknown): Json => (isObject(json) ? json : {});
const asList = (json: unknown): readonly unknown[] => (Array.isArray(json) ? (json as readonly unknown[]) : []);
const fieldsOf = (json: Json): readonly (readonly [string, unknown])[] =>
  Object.entries(json).filter(([, value]) => value !== undefined);

function made(kind: Part['kind'], text: string, json: Json, context: Context, parts: readonly Draft[] = []): Draft {
  const { catalog, segment, entity, asked, within, wrap } = context;
  const read = (where: Json, of: EntityName): Where => readWhere(where, of, { catalog, segment }).where;
  // Who is not there at all fails every condition there, so a group within is made of its parts' own wheres.
  const group = kind !== 'CONDITION' && within.length > 0;
  const whole = group
    ? (groupJson(
        kind,
        parts.map((part) => part.json),
      ) as Json)
    : wrap(json);
  return { kind, text, json: whole, where: read(whole, asked), own: read(json, entity), entity, within, parts };
}

const condition = (json: Json, context: Context): Draft => {
  const draft = made('CONDITION', '', json, context);
  return { ...draft, text: describeWhere(draft.own, context.catalog, context.entity) };
};

/** Fields hold together. */
function ofObject(json: Json, context: Context): Draft {
  const parts = fieldsOf(json).map(([field, value]) => ofField(field, value, context));
  const [only] = parts;
  return parts.length === 1 && only ? only : allOf(json, parts, context);
}

const allOf = (json: Json, parts: readonly Draft[], context: Context): Draft =>
  made('AND', parts.length === 0 ? 'Everyone' : 'All of these hold', json, context, parts);
const anyOf = (json: Json, parts: readonly Draft[], context: Context): Draft =>
  made('OR', parts.length === 0 ? 'No one' : 'At least one of these holds', json, context, parts);
const noneOf = (json: Json, part: Draft, context: Context): Draft =>
  made('NOT', 'This does not hold', json, context, [part]);

type OfField = (value: unknown, context: Context) => Draft | undefined;

const groups: Readonly<Record<string, OfField>> = {
  and: (value, context) => allOf({ and: value }, objects(value, context), context),
  or: (value, context) => anyOf({ or: value }, objects(value, context), context),
  not: (value, context) => noneOf({ not: value }, ofObject(asObject(value), context), context),
  segment: (value, context) => ofSegments(asObject(value), context),
  asOf: (value, context) => asOfDay(asObject(value), context),
  customer: (value, context) => (context.entity === 'user' ? ofCustomer(asObject(value), context) : undefined),
  users: (value, context) => (context.entity === 'customer' ? ofUsers(asObject(value), context) : undefined),
};

const objects = (list: unknown, context: Context): readonly Draft[] =>
  asList(list).map((item) => ofObject(asObject(item), context));

function ofField(field: string, value: unknown, context: Context): Draft {
  const group = Object.hasOwn(groups, field) ? groups[field]?.(value, context) : undefined;
  return group ?? split(field, asObject(value), ['change'], context) ?? condition({ [field]: value }, context);
}

/** The tests of one field that are conditions of their own beside the others; nothing where there is one only. */
function split(field: string, value: Json, own: readonly string[], context: Context): Draft | undefined {
  const fields = fieldsOf(value);
  const apart = fields.filter(([key]) => own.includes(key)).map(([key, inner]) => ({ [key]: inner }));
  const rest = Object.fromEntries(fields.filter(([key]) => !own.includes(key)));
  const tests = [...(Object.keys(rest).length > 0 ? [rest] : []), ...apart];
  if (tests.length < 2) return undefined;
  const parts = tests.map((test) => condition({ [field]: test }, context));
  return allOf({ [field]: value }, parts, context);
}

const ofUsers = (value: Json, context: Context): Draft | undefined =>
  split('users', value, ['some', 'every', 'none'], context);

/** Membership now is taken apart; what became of it is a condition. */
function ofSegments(value: Json, context: Context): Draft | undefined {
  const fields = fieldsOf(value);
  if (fields.some(([key]) => key !== 'in' && key !== 'notIn')) return undefined;
  const parts = fields.map(([key, ids]) => {
    const segments = asList(ids).map((id) => ofSegment(String(id), context));
    const [only] = segments;
    const any = segments.length === 1 && only ? only : anyOf({ segment: { in: ids } }, segments, context);
    return key === 'in' ? any : noneOf({ segment: { notIn: ids } }, any, context);
  });
  const [only] = parts;
  return parts.length === 1 && only ? only : allOf({ segment: value }, parts, context);
}

function ofSegment(id: string, context: Context): Draft {
  const saved = context.segment(id);
  const name = JSON.stringify(saved?.name ?? id);
  const parts = [ofObject(asObject(saved?.where), context)];
  return made('SEGMENT', `Is in segment ${name}`, { segment: { in: [id] } }, context, parts);
}

/** A where within another day or another entity: false for those who were not there, which is a condition of its own. */
function inside(
  kind: 'AS_OF' | 'CUSTOMER',
  texts: { readonly group: string; readonly there: string },
  json: Json,
  where: Json,
  context: Context,
  inner: Context,
): Draft {
  const there = { ...made('CONDITION', texts.there, {}, inner), text: texts.there };
  return made(kind, texts.group, json, context, [there, ofObject(where, inner)]);
}

function asOfDay(value: Json, context: Context): Draft {
  const { where, ...when } = value;
  const day = when['day'] as Day | undefined;
  const ago = when['ago'] as Duration | undefined;
  const text = ago ? `${describeDuration(ago)} before` : (day ?? '');
  const inner: Context = {
    ...context,
    within: [...context.within, { kind: 'asOf', ...(day === undefined ? {} : { day }), ...(ago ? { ago } : {}) }],
    wrap: (json) => context.wrap({ asOf: { ...when, where: json } }),
  };
  const texts = { group: `As of ${text}`, there: `Was known as of ${text}` };
  return inside('AS_OF', texts, { asOf: value }, asObject(where), context, inner);
}

function ofCustomer(where: Json, context: Context): Draft {
  const inner: Context = {
    ...context,
    entity: 'customer',
    within: [...context.within, { kind: 'customer' }],
    wrap: (json) => context.wrap({ customer: json }),
  };
  const texts = { group: 'Of the customer', there: 'Works at a customer' };
  return inside('CUSTOMER', texts, { customer: where }, where, context, inner);
}
