import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/query/problem.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

interface People {
  readonly count: number;
  readonly segment: { readonly size: number };
}
interface OverlapAnswer {
  readonly overlap: {
    readonly population: number;
    readonly truncated: boolean;
    readonly segments: readonly { readonly name: string; readonly people: People; readonly alone: People }[];
    readonly pairs: readonly {
      readonly a: string;
      readonly b: string;
      readonly people: People;
      readonly jaccard: number | null;
    }[];
    readonly sets: readonly { readonly segments: readonly string[]; readonly people: People }[];
  };
}
const people = (day: string): string => `people { count segment { size(asOf: "${day}") } }`;

describe('segments held against each other', () => {
  let sample: OpenWorkspace;
  beforeAll(async () => {
    sample = await openWorkspace('.');
  });
  afterAll(() => sample.close());

  const overlap = async (segments: string, day: string) => {
    const { data, errors } =
      await sample.ask(`{ overlap(request: {segments: [${segments}], asOf: "${day}", sets: 10000}) {
      population truncated
      segments { name ${people(day)} alone { count segment { size(asOf: "${day}") } } }
      pairs { a b ${people(day)} jaccard } sets { segments ${people(day)} } } }`);
    expect(errors).toBeUndefined();
    return (data as OverlapAnswer).overlap;
  };

  const wheres = [
    '{mrr: {gte: 300}}',
    '{industry: {in: ["Software", "Retail"]}}',
    '{events: {during: {last: {days: 7}}, count: {gte: 1}}}',
    '{users: {count: {gte: 8}}}',
    '{tickets: {where: {resolvedAt: {isNull: true}}, count: {gte: 1}}}',
  ];

  it.each(['2026-06-30', '2025-12-31'])(
    'count pairs and sets that turn back into the same people as of %s',
    async (day) => {
      const found = await overlap(wheres.map((w, i) => `{name: "s${String(i)}", where: ${w}}`).join(' '), day);
      expect(found.truncated).toBe(false);
      expect(found.sets.reduce((sum, s) => sum + s.people.count, 0)).toBe(found.population);
      for (const { people: p } of [...found.segments, ...found.pairs, ...found.sets])
        expect(p.segment.size).toBe(p.count);
      for (const { alone } of found.segments) expect(alone.segment.size).toBe(alone.count);
      expect(found.pairs).toHaveLength(10);
      const sizes = new Map(found.segments.map((s) => [s.name, s.people.count]));
      for (const { a, b, people: p, jaccard } of found.pairs) {
        const either = (sizes.get(a) ?? 0) + (sizes.get(b) ?? 0) - p.count;
        expect(jaccard).toBe(either === 0 ? null : p.count / either);
      }
      expect(found.segments.some((s) => s.people.count > 20)).toBe(true);
    },
  );

  it('is one statement for fifty segments, and agrees with hand-written SQL', async () => {
    const fifty = Array.from(
      { length: 50 },
      (_, i) => `{name: "at least ${String(i * 50)}", where: {mrr: {gte: ${String(i * 50)}}}}`,
    );
    const { data, ran, errors } = await sample.ask(
      `{ overlap(request: {segments: [${fifty.join(' ')}]}) { segments { name people { count } } pairs { people { count } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(ran).toHaveLength(1);
    const warehouse = await openDuckDb({ dir: '.' });
    const rows = await warehouse.rows(`
      with mrr as (
        select customer_id, coalesce(sum(mrr), 0) as mrr
        from read_parquet('data/customers.parquet') left join (
          select customer_id, mrr from (${(await import('node:fs')).readFileSync('sql/subscriptions.sql', 'utf8')}) s
          where started_on <= date '2026-06-30' and (ended_on is null or ended_on > date '2026-06-30')) using (customer_id)
        group by 1)
      select count(*) as n from mrr, range(50) as t(i) where mrr >= i * 50 group by i order by i`);
    await warehouse.close();
    const found = (data as { overlap: OverlapAnswer['overlap'] }).overlap;
    expect(found.segments.map((s) => s.people.count)).toEqual(rows.map((r) => r['n']));
    expect(found.pairs).toHaveLength(1225);
  });

  it('shows that the touch tiers are exclusive, and proves where tiers are not', async () => {
    const tiers = (list: string) => `{ tiers(request: {tiers: [${list}], default: "The rest", metrics: [MRR]}) {
      population exclusive exhaustive conflicts { tiers people { count segment { size } } }
      tiers { name share people { count segment { size metrics(names: [MRR]) { value } } } metrics { value } }
      of(id: "C0111") { tier matches text } } }`;
    const touch = ['high', 'hybrid', 'low', 'digital'].map(
      (t) => `{name: "${t}", where: {segment: {in: ["touch-${t}"]}}}`,
    );
    interface TiersAnswer {
      readonly tiers: {
        readonly population: number;
        readonly exclusive: boolean;
        readonly exhaustive: boolean;
        readonly conflicts: readonly { readonly tiers: readonly string[]; readonly people: People }[];
        readonly tiers: readonly {
          readonly name: string;
          readonly people: People & { readonly segment: { readonly metrics: readonly { readonly value: number }[] } };
          readonly metrics: readonly { readonly value: number }[];
        }[];
        readonly of: { readonly tier: string; readonly matches: readonly string[]; readonly text: string };
      };
    }
    const answered = async (list: string) => {
      const { data, errors } = await sample.ask(tiers(list));
      expect(errors).toBeUndefined();
      return (data as TiersAnswer).tiers;
    };
    const sound = await answered(touch.join(' '));
    expect(sound).toMatchObject({
      exclusive: true,
      exhaustive: false,
      conflicts: [],
      of: { tier: 'high', matches: ['high'] },
    });
    const loose = await answered(
      '{name: "a", where: {mrr: {gte: 500}}} {name: "b", where: {mrr: {gte: 100}}} {name: "c", where: {mrr: {lt: 100}}}',
    );
    expect(loose).toMatchObject({ exclusive: false, exhaustive: true });
    expect(loose.conflicts.map((c) => c.tiers)).toEqual([['a', 'b']]);
    for (const answer of [sound, loose]) {
      expect(answer.tiers.reduce((sum, t) => sum + t.people.count, 0)).toBe(answer.population);
      for (const t of answer.tiers) {
        expect(t.people.segment.size).toBe(t.people.count);
        expect(t.metrics).toEqual(t.people.segment.metrics);
      }
      for (const c of answer.conflicts) expect(c.people.segment.size).toBe(c.people.count);
    }
    expect(loose.of).toEqual({ tier: 'a', matches: ['a', 'b'], text: 'a: MRR is at least EUR 500' });
  });

  it.each([
    ['one segment', '{where: {}}', 'OUT_OF_RANGE', ['request', 'segments']],
    ['neither id nor where', '{where: {}} {name: "x"}', 'WHERE_NEEDED', ['request', 'segments', 1]],
    [
      'two of one name',
      '{name: "x", where: {}} {name: "x", where: {mrr: {gt: 1}}}',
      'NAME_REPEATED',
      ['request', 'segments', 1, 'name'],
    ],
    [
      'a mistake inside',
      '{where: {}} {where: {mrr: {between: {min: 2, max: 1}}}}',
      'EMPTY_RANGE',
      ['request', 'segments', '1', 'where', 'mrr', 'between'],
    ],
    ['a segment of users', '{where: {}} {id: "admins-not-seen"}', 'WRONG_POPULATION', ['request', 'segments', 1]],
    ['an id that is none', '{where: {}} {id: "touch-hihg"}', 'SEGMENT_NOT_FOUND', ['id']],
  ])('refuses %s', async (_, segments, code, path) => {
    const { errors } = await sample.ask(`{ overlap(request: {segments: [${segments}]}) { population } }`);
    const thrown = errors?.[0]?.originalError;
    expect(thrown).toBeInstanceOf(ProblemError);
    expect((thrown as ProblemError).problems).toMatchObject([{ code, path }]);
  });
});
