import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/answers/explain/explain.js';
import { nearMissesOf, nearMissMembersOf } from '../../src/answers/explain/near-misses.js';
import type { Member } from '../../src/answers/members.js';
import { preview } from '../../src/answers/segment.js';
import type { Session } from '../../src/answers/session.js';
import type { Catalog } from '../../src/catalog/model.js';
import { ProblemError } from '../../src/query/problem.js';
import { membersByHand, membersBySql, type Question } from '../oracle/agree.js';
import { settings, type Setting } from '../oracle/arbitrary-company.js';
import { arbitraryWhereOf, usualDay } from '../oracle/arbitrary-question.js';
import { companies } from '../oracle/companies.js';
import type { EntityName, World } from '../oracle/world.js';

/** Two or three conditions, so that one of them can be what is missing. */
function question(catalog: Catalog, setting: Setting): Arbitrary<Question> {
  const of = (entity: EntityName): Arbitrary<Question> => {
    const part = arbitraryWhereOf(catalog, entity, setting);
    const parts = fc.array(part, { minLength: 2, maxLength: 3 });
    const where = fc.oneof(
      fc.record({ and: parts }),
      fc.record({ or: parts }),
      fc.record({ not: fc.record({ or: parts }) }),
      part,
    );
    return fc.record({ entity: fc.constant(entity), where, day: usualDay(setting) });
  };
  return fc.oneof({ weight: 2, arbitrary: of('customer') }, { weight: 1, arbitrary: of('user') });
}

/** What the API says of the parts of a where, without how it came to it. */
interface Told {
  readonly id: string;
  readonly kind: string;
  readonly json: unknown;
  readonly holds: boolean;
}

const parentOf = (id: string): string => id.split('.').slice(0, -1).join('.');
const isPart = (id: string) => (t: Told) => t.id !== '' && parentOf(t.id) === id;

/** A group's verdict from those of its parts, by what its kind means. */
function recombined(parts: readonly Told[], id: string, verdict: (condition: Told) => boolean): boolean {
  const own = parts.find((p) => p.id === id);
  if (!own) throw new Error(`no part ${id}`);
  if (own.kind === 'CONDITION') return verdict(own);
  const below = parts.filter(isPart(id)).map((p) => recombined(parts, p.id, verdict));
  if (own.kind === 'OR') return below.includes(true);
  return own.kind === 'NOT' ? below.includes(false) : !below.includes(false);
}

const memberOf = (entity: EntityName, name: string, asOf: string): Member => {
  const [customer = '', user] = name.split('/');
  return entity === 'customer'
    ? { id: customer, asOf, cursor: '' }
    : { id: user ?? '', customerId: customer === 'null' ? null : customer, asOf, cursor: '' };
};

async function toldOf(session: Session, q: Question, name: string) {
  const found = await explain(session, preview(session, q.entity, q.where), memberOf(q.entity, name, q.day));
  const parts: readonly Told[] = found.parts.map(({ part, holds }) => ({
    id: part.id,
    kind: part.kind,
    json: part.json,
    holds,
  }));
  return { holds: found.holds, parts };
}

let explained = 0;
let missed = 0;

async function checkExplained(session: Session, world: World, q: Question): Promise<void> {
  const members = new Set(membersByHand(world, q));
  const everybody = membersByHand(world, { ...q, where: {} });
  for (const name of [...everybody.slice(0, 2), ...everybody.slice(-1)]) {
    const { holds, parts } = await toldOf(session, q, name);
    const byHand = (part: Told): boolean => membersByHand(world, { ...q, where: part.json }).includes(name);
    expect({ ...q, name, holds }).toEqual({ ...q, name, holds: members.has(name) });
    for (const part of parts) {
      const wanted = [q, name, part.json, byHand(part)];
      expect([q, name, part.json, part.holds]).toEqual(wanted);
      expect([q, name, part.json, recombined(parts, part.id, (c) => c.holds)]).toEqual(wanted);
      explained += 1;
    }
  }
}

/** Those one condition away, by turning every condition of everybody. */
async function checkMissed(session: Session, world: World, q: Question): Promise<void> {
  const everybody = membersByHand(world, { ...q, where: {} });
  const [first] = everybody;
  if (first === undefined) return;
  const { parts } = await toldOf(session, q, first);
  const conditions = parts.filter((p) => p.kind === 'CONDITION');
  if (conditions.length > 30) return;
  const members = new Set(membersByHand(world, q));
  const holding = conditions.map((c) => new Set(membersByHand(world, { ...q, where: c.json })));
  const wanted = everybody
    .filter((name) => !members.has(name))
    .map((name) => {
      const verdict = (c: Told): boolean => holding[conditions.indexOf(c)]?.has(name) ?? false;
      const decisive = conditions.filter((turned) =>
        recombined(parts, '', (c) => (c === turned ? !verdict(c) : verdict(c))),
      );
      return { name, failed: decisive.map((c) => ({ id: c.id, holds: verdict(c) })) };
    })
    .filter(({ failed }) => failed.length > 0);
  const misses = await nearMissesOf(session, preview(session, q.entity, q.where), q.day).catch(tooDeep);
  if (!misses) return;
  const got = (await nearMissMembersOf(session, misses, 1_000)).map(({ member, failed }) => ({
    name: member.customerId === undefined ? member.id : `${member.customerId ?? 'null'}/${member.id}`,
    failed: failed.map(({ part, holds }) => ({ id: part.id, holds })),
  }));
  const sorted = (list: typeof got) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
  expect({ ...q, missed: sorted(got) }).toEqual({ ...q, missed: sorted(wanted) });
  expect(misses.people.count).toBe(wanted.length);
  expect(await people(session, q, misses.people.whereJson)).toEqual(wanted.map(({ name }) => name).sort());
  for (const { part, people: own } of misses.byCondition) {
    const names = wanted.filter(({ failed }) => failed.some(({ id }) => id === part.id)).map(({ name }) => name);
    expect(own.count).toBe(names.length);
    expect(await people(session, q, own.whereJson)).toEqual(names.sort());
  }
  missed += wanted.length;
}

/** A where as deep as wheres may be has no room for another one around it. */
function tooDeep(error: unknown): null {
  const codes = error instanceof ProblemError ? error.problems.map((p) => p.code) : [];
  if (codes.length > 0 && codes.every((c) => c === 'WHERE_TOO_DEEP' || c === 'WHERE_TOO_LARGE')) return null;
  throw error;
}

const people = async (session: Session, q: Question, where: unknown): Promise<readonly string[]> =>
  [...(await membersBySql(session, { ...q, where }))].sort();

describe.each(settings.slice(0, 1))('in $zone', (setting) => {
  const check = companies(setting);

  test('the verdicts on conditions are those by hand, and recombine to membership', () =>
    check(1, 40, (catalog) => question(catalog, setting), checkExplained));

  test('near misses are those whom one condition, turned, would let in', () =>
    check(1, 40, (catalog) => question(catalog, setting), checkMissed));
});

test('there were conditions to explain and near misses to find', () => {
  expect(explained).toBeGreaterThan(100);
  expect(missed).toBeGreaterThan(10);
});
