import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/query/problem.js';
import { openedSample } from '../sample/opened.js';
import { rows } from '../sample/relations.js';

const day = '2026-03-31';
const opened = openedSample();

interface People {
  readonly count: number;
  readonly segment: { readonly of: string; readonly size: number };
}
const people = 'people { count segment { of size } }';
const alike = ({ count, segment }: People): number => {
  expect(segment).toEqual({ of: 'USERS', size: count });
  return count;
};

/** Users of the day by whether they are admins, were seen in the week and work in a known department. */
const counted = `with here as (
  select u.*, u.role = 'admin' as admin, u.department = 'Sales' as sales, exists (
    from events e where e.user_id = u.user_id and e.customer_id = u.customer_id
      and e.occurred_at >= ((date '${day}' - 6)::timestamp at time zone 'Europe/Rome')
      and e.occurred_at < ((date '${day}' + 1)::timestamp at time zone 'Europe/Rome')) as seen
  from users u where (u.created_on is null or u.created_on <= date '${day}') and u.role <> 'viewer')`;
const wheres = {
  admin: '{role: {eq: "admin"}}',
  seen: '{events: {during: {last: {days: 7}}, count: {gte: 1}}}',
  sales: '{department: {eq: "Sales"}}',
};
const within = 'withinUsers: {role: {ne: "viewer"}}';

async function asked(query: string): Promise<unknown> {
  const { data, errors } = await opened.sample.ask(query);
  expect(errors).toBeUndefined();
  return data;
}

describe('segments of users held against each other', () => {
  it('overlap as hand-written SQL finds', async () => {
    const list = Object.entries(wheres).map(([name, where]) => `{name: "${name}", userWhere: ${where}}`);
    const { overlap } = (await asked(`{ overlap(request: {segments: [${list.join(' ')}], asOf: "${day}", ${within}}) {
      population segments { name ${people} } pairs { a b ${people} } sets { segments ${people} } } }`)) as {
      overlap: {
        population: number;
        segments: readonly { name: keyof typeof wheres; people: People }[];
        pairs: readonly { a: string; b: string; people: People }[];
        sets: readonly { segments: readonly string[]; people: People }[];
      };
    };
    const sets = await rows(
      opened.byHand,
      `${counted} select coalesce(admin, false) as admin, seen, coalesce(sales, false) as sales, count(*)::integer as n from here group by all`,
    );
    const names = ['admin', 'seen', 'sales'];
    const sum = (held: readonly string[]) =>
      sets.filter((s) => held.every((name) => s[name])).reduce((total, s) => total + Number(s['n']), 0);
    expect(overlap.population).toBe(sum([]));
    for (const s of overlap.segments) expect([s.name, alike(s.people)]).toEqual([s.name, sum([s.name])]);
    expect(overlap.pairs).toHaveLength(3);
    for (const p of overlap.pairs) expect([p.a, p.b, alike(p.people)]).toEqual([p.a, p.b, sum([p.a, p.b])]);
    const wanted = sets.map((s) => [names.filter((name) => s[name]).join(), s['n']]);
    expect(new Map(overlap.sets.map((s) => [s.segments.join(), alike(s.people)]))).toEqual(new Map(wanted as []));
    expect(overlap.sets.length).toBeGreaterThan(6);
  });

  it('with a saved one as of a past day', async () => {
    const { overlap, segment } = (await asked(`{
      overlap(request: {segments: [{id: "admins-not-seen"}, {userWhere: ${wheres.seen}}], asOf: "${day}"}) {
        segments { name ${people} } pairs { ${people} } }
      segment(id: "admins-not-seen") { size(asOf: "${day}") } }`)) as {
      overlap: { segments: readonly { name: string; people: People }[]; pairs: readonly { people: People }[] };
      segment: { size: number };
    };
    expect(overlap.segments.map((s) => s.name)).toEqual(['Admins not seen in 30 days', 'segment 2']);
    expect(overlap.segments.map((s) => alike(s.people))[0]).toBe(segment.size);
    expect(overlap.pairs.map((p) => alike(p.people))).toEqual([0]);
  });
});

describe('tiers of users', () => {
  const tiers = (fields: string) => `{ tiers(request: {asOf: "${day}", ${within}, default: "The rest", tiers: [
    {name: "Admins", userWhere: ${wheres.admin}}, {name: "Seen", userWhere: ${wheres.seen}}]}) { ${fields} } }`;

  it('divide them as hand-written SQL does, with the proof where they are not exclusive', async () => {
    const { tiers: found } = (await asked(
      tiers(`population exclusive exhaustive conflicts { tiers ${people} } tiers { name ${people} share }`),
    )) as {
      tiers: {
        population: number;
        exclusive: boolean;
        exhaustive: boolean;
        conflicts: readonly { tiers: readonly string[]; people: People }[];
        tiers: readonly { name: string; people: People; share: number }[];
      };
    };
    const [hand = {}] = await rows(
      opened.byHand,
      `${counted} select count(*)::integer as all, count(*) filter (admin)::integer as admins, count(*) filter (not admin and seen)::integer as seen,
        count(*) filter (admin and seen)::integer as both from here`,
    );
    const n = (name: string) => Number(hand[name]);
    expect(found.tiers.map((t) => [t.name, alike(t.people), t.share])).toEqual([
      ['Admins', n('admins'), n('admins') / n('all')],
      ['Seen', n('seen'), n('seen') / n('all')],
      ['The rest', n('all') - n('admins') - n('seen'), (n('all') - n('admins') - n('seen')) / n('all')],
    ]);
    expect([found.population, found.exclusive, found.exhaustive]).toEqual([n('all'), false, false]);
    expect(found.conflicts.map((c) => [c.tiers, alike(c.people)])).toEqual([[['Admins', 'Seen'], n('both')]]);
  });

  it('tell the tier of one and why; of somebody at several customers, at one of them', async () => {
    const [single = {}] = await rows(
      opened.byHand,
      `${counted} select user_id as id from here where admin group by 1 having count(*) = 1 order by 1 limit 1`,
    );
    const several = await rows(
      opened.byHand,
      `${counted} select user_id as id, customer_id as at, admin, seen from here
        where user_id in (select user_id from here group by 1 having count(*) > 1) order by 1, 2 limit 2`,
    );
    expect(several).toHaveLength(2);
    const of = (row: Record<string, unknown>, at = '') =>
      tiers(`of(id: "${String(row['id'])}"${at}) { tier matches text }`);
    expect(await asked(of(single))).toMatchObject({
      tiers: { of: { tier: 'Admins', text: 'Admins: Role is "admin"' } },
    });
    expect(await asked(of({ id: 'nobody' }))).toEqual({ tiers: { of: null } });
    for (const row of several) {
      const matches = [...(row['admin'] ? ['Admins'] : []), ...(row['seen'] ? ['Seen'] : [])];
      expect(await asked(of(row, `, customer: "${String(row['at'])}"`))).toMatchObject({
        tiers: { of: { tier: matches[0] ?? 'The rest', matches } },
      });
    }
    expect(await refused(of(several[0] ?? {}))).toEqual(['MISSING_VALUE customer']);
  });
});

async function refused(query: string): Promise<readonly unknown[]> {
  const { errors = [] } = await opened.sample.ask(query);
  return errors.flatMap(({ originalError }) =>
    originalError instanceof ProblemError
      ? originalError.problems.map((p) => `${p.code} ${p.path.join('.')}`)
      : [originalError],
  );
}

it.each([
  [
    'overlap(request: {segments: [{userWhere: {}} {name: "x", where: {}}]}) { population }',
    'WRONG_POPULATION request.segments.1',
  ],
  [
    'overlap(request: {segments: [{userWhere: {}, where: {}} {name: "x", where: {}}]}) { population }',
    'WHERE_NEEDED request.segments.0',
  ],
  [
    'overlap(request: {segments: [{userWhere: {}} {name: "x", userWhere: {}}], within: {}}) { population }',
    'WRONG_POPULATION request.within',
  ],
  [
    'overlap(request: {segments: [{where: {}} {name: "x", where: {}}], withinUsers: {}}) { population }',
    'WRONG_POPULATION request.withinUsers',
  ],
  ['tiers(request: {tiers: [{name: "a"}], default: "b"}) { population }', 'WHERE_NEEDED request.tiers.0'],
  [
    'tiers(request: {tiers: [{name: "a", where: {}, userWhere: {}}], default: "b"}) { population }',
    'WHERE_NEEDED request.tiers.0',
  ],
  [
    'tiers(request: {tiers: [{name: "a", where: {}}, {name: "c", userWhere: {}}], default: "b"}) { population }',
    'WRONG_POPULATION request.tiers.1',
  ],
  [
    'tiers(request: {tiers: [{name: "a", userWhere: {}}], default: "b", within: {}}) { population }',
    'WRONG_POPULATION request.within',
  ],
  [
    'tiers(request: {tiers: [{name: "a", where: {}}], default: "b"}) { of(id: "C0001", customer: "C0001") { tier } }',
    'WRONG_POPULATION customer',
  ],
])('refuses %s', async (query, wanted) => {
  expect(await refused(`{ ${query} }`)).toEqual([wanted]);
});
