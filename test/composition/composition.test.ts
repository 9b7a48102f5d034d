import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corrected } from '../../src/answers/statistics/corrected.js';
import { cohensD, welch } from '../../src/answers/statistics/means.js';
import type { ProblemError } from '../../src/query/problem.js';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';

interface People {
  readonly count: number;
  readonly segment: { readonly size: number };
}
interface Node {
  readonly id: string;
  readonly industry: string | null;
  readonly mrr: number;
  readonly activeUsers30d: number;
}
const people = 'people { count segment { size } }';

describe('what a segment is made of', () => {
  let sample: OpenWorkspace;
  beforeAll(async () => {
    sample = await openWorkspace('.');
  });
  afterAll(() => sample.close());

  const ask = async <T>(query: string): Promise<T> => {
    const { data, errors } = await sample.ask(query);
    expect(errors).toBeUndefined();
    return data as T;
  };
  const where = '{mrr: {gte: 500}, activeUsers30d: {between: {min: 3, max: 40}}}';
  const members = async (condition: string, asOf = '2026-06-30'): Promise<readonly Node[]> => {
    const { preview } = await ask<{ preview: { customers: { nodes: Node[] } } }>(
      `{ preview(where: ${condition}) { customers(first: 1000, asOf: "${asOf}") { nodes { id industry mrr activeUsers30d } } } }`,
    );
    return preview.customers.nodes;
  };

  it('finds the values and numbers in which members differ, with counts, and corrects for looking often', async () => {
    const { preview } = await ask<{
      preview: {
        distinguishes: {
          members: number;
          others: number;
          comparisons: number;
          values: {
            attribute: { name: string };
            value: string | null;
            members: People;
            others: number;
            lift: number | null;
            pValue: number;
            corrected: number;
            inWhere: boolean;
          }[];
          numbers: {
            attribute: { name: string };
            mean: number;
            meanOfOthers: number;
            effect: number;
            pValue: number;
            corrected: number;
            inWhere: boolean;
          }[];
        };
      };
    }>(`{ preview(where: ${where}) { distinguishes(request: {attributes: [INDUSTRY, IS_PAYING, MRR, ACTIVE_USERS_30D], first: 100, least: 3}) {
      members others comparisons
      values { attribute { name } value members { count segment { size } } others lift pValue corrected inWhere }
      numbers { attribute { name } mean meanOfOthers effect pValue corrected inWhere } } } }`);
    const found = preview.distinguishes;
    const [all, inside] = [await members('{}'), await members(where)];
    const ids = new Set(inside.map((n) => n.id));
    const outside = all.filter((n) => !ids.has(n.id));
    expect(found).toMatchObject({
      members: inside.length,
      others: outside.length,
      comparisons: found.values.length + found.numbers.length,
    });
    const industries = found.values.filter((v) => v.attribute.name === 'industry');
    expect(industries.length).toBeGreaterThan(3);
    for (const v of industries) {
      const [a, b] = [inside, outside].map((list) => list.filter((n) => n.industry === v.value).length) as [
        number,
        number,
      ];
      expect([v.members.count, v.members.segment.size, v.others]).toEqual([a, a, b]);
      expect(v.lift ?? 0).toBeCloseTo(a / inside.length / (b / outside.length), 9);
    }
    const moments = (list: readonly Node[]) => {
      const mean = list.reduce((sum, n) => sum + n.mrr, 0) / list.length;
      return {
        n: list.length,
        mean,
        variance: list.reduce((sum, n) => sum + (n.mrr - mean) ** 2, 0) / (list.length - 1),
      };
    };
    const mrr = found.numbers.find((n) => n.attribute.name === 'mrr');
    expect(mrr).toMatchObject({ inWhere: true });
    expect(mrr?.mean).toBeCloseTo(moments(inside).mean, 6);
    expect(mrr?.effect).toBeCloseTo(cohensD(moments(inside), moments(outside)) ?? 0, 9);
    expect(mrr?.pValue).toBeCloseTo(welch(moments(inside), moments(outside)) ?? 0, 9);
    const again = corrected([...found.values, ...found.numbers].map((f) => f.pValue));
    expect([...found.values, ...found.numbers].map((f) => f.corrected)).toEqual(
      again.map((p) => expect.closeTo(p, 12) as number),
    );
    expect(found.values.filter((v) => v.inWhere)).toEqual([]);
  });

  it('sees in all attributes that those ready for upsell are not like the rest', async () => {
    const { segment } = await ask<{
      segment: {
        distinguishes: {
          comparisons: number;
          values: { corrected: number; members: People }[];
          numbers: { effect: number }[];
        };
      };
    }>(
      `{ segment(id: "upsell-ready") { distinguishes { comparisons values { corrected members { count segment { size } } } numbers { effect } } } }`,
    );
    const { values, numbers, comparisons } = segment.distinguishes;
    expect(comparisons).toBeGreaterThan(50);
    expect(values[0]?.corrected).toBeLessThan(0.001);
    expect(Math.abs(numbers[0]?.effect ?? 0)).toBeGreaterThan(0.8);
    for (const v of values.slice(0, 10)) expect(v.members.segment.size).toBe(v.members.count);
  });

  it('tells whether an objective is met', async () => {
    await ask(`mutation { createSegment(input: {name: "Objective", where: {isPaying: {eq: true}},
      objective: {kind: RETAIN, metric: LOGO_CHURN_RATE, target: 0.0001, expectedSize: {min: 1, max: 10}}}) { segment { id } } }`);
    interface Validated {
      readonly segment: {
        readonly validation: {
          readonly targetMet: boolean;
          readonly sizeInRange: boolean;
          readonly size: number;
          readonly findings: readonly string[];
          readonly metric: { readonly value: number };
        } | null;
      };
    }
    const { segment } = await ask<Validated>(
      '{ segment(id: "objective") { validation { targetMet sizeInRange size findings metric { value } } } }',
    );
    const paying = await members('{isPaying: {eq: true}}');
    expect(segment.validation).toMatchObject({ targetMet: false, sizeInRange: false, size: paying.length });
    expect(segment.validation?.metric.value).toBeGreaterThan(0.0001);
    expect(segment.validation?.findings).toHaveLength(2);
    const none = await ask<{ preview: { validation: null } }>('{ preview { validation { size } } }');
    expect(none.preview.validation).toBeNull();
  });

  it('tells how lopsided the members are', async () => {
    const { preview } = await ask<{
      preview: {
        concentration: {
          values: { value: string; share: number; people: People }[];
          spread: { total: number; top1: number; top5: number; topTenth: number; gini: number };
        };
      };
    }>(
      `{ preview(where: ${where}) { concentration(request: {attributes: [INDUSTRY], value: MRR}) { values { value share ${people} } spread { total top1 top5 topTenth gini } } } }`,
    );
    const inside = await members(where);
    const x = inside.map((n) => n.mrr).sort((a, b) => b - a);
    const total = x.reduce((sum, v) => sum + v, 0);
    const top = (n: number) => x.slice(0, n).reduce((sum, v) => sum + v, 0) / total;
    const pairs = x.reduce((sum, a) => sum + x.reduce((s, b) => s + Math.abs(a - b), 0), 0);
    const { spread, values } = preview.concentration;
    expect(spread.total).toBeCloseTo(total, 4);
    expect([spread.top1, spread.top5, spread.topTenth]).toEqual(
      [top(1), top(5), top(Math.ceil(x.length / 10))].map((v) => expect.closeTo(v, 9) as number),
    );
    expect(spread.gini).toBeCloseTo(pairs / (2 * x.length * total), 9);
    const counts = new Map<string | null, number>();
    for (const n of inside) counts.set(n.industry, (counts.get(n.industry) ?? 0) + 1);
    expect(values[0]?.people).toEqual({
      count: Math.max(...counts.values()),
      segment: { size: Math.max(...counts.values()) },
    });
    expect(values[0]?.share).toBeCloseTo(Math.max(...counts.values()) / inside.length, 12);
  });

  it('tells how stable membership is, beside the base, and who flaps', async () => {
    const quiet = '{events: {during: {last: {days: 7}}, count: {gte: 1}}, mrr: {lt: 200}}';
    const { preview } = await ask<{
      preview: {
        stability: {
          points: {
            asOf: string;
            size: number;
            people: People;
            entered: People;
            left: People;
            jaccard: number | null;
            base: number;
          }[];
          meanJaccard: number;
          flapping: People;
        };
      };
    }>(`{ preview(where: ${quiet}) { stability(request: {grain: WEEK, period: {from: "2026-05-04", until: "2026-06-29"}, switches: 2}) {
      points { asOf size people { count segment { size } } entered { count segment { size } } left { count segment { size } } jaccard base } meanJaccard flapping { count segment { size } } } } }`);
    const { points, meanJaccard, flapping } = preview.stability;
    expect(points.map((p) => p.asOf)).toEqual([
      '2026-05-10',
      '2026-05-17',
      '2026-05-24',
      '2026-05-31',
      '2026-06-07',
      '2026-06-14',
      '2026-06-21',
      '2026-06-28',
    ]);
    const sets = await Promise.all(points.map(async (p) => new Set((await members(quiet, p.asOf)).map((n) => n.id))));
    const jaccards: number[] = [];
    points.forEach((p, k) => {
      const [now, before] = [sets[k] ?? new Set<string>(), sets[k - 1]];
      expect([p.size, p.people.count]).toEqual([now.size, now.size]);
      for (const { count, segment } of [p.people, p.entered, p.left]) expect(segment.size).toBe(count);
      if (!before) {
        expect([p.entered.count, p.left.count]).toEqual([0, 0]);
        return;
      }
      const stayed = [...now].filter((id) => before.has(id)).length;
      jaccards.push(stayed / (now.size + before.size - stayed));
      expect([p.entered.count, p.left.count, p.jaccard]).toEqual([
        now.size - stayed,
        before.size - stayed,
        jaccards.at(-1),
      ]);
    });
    expect(meanJaccard).toBeCloseTo(jaccards.reduce((a, b) => a + b, 0) / jaccards.length, 12);
    const everyId = new Set(sets.flatMap((s) => [...s]));
    const switches = (id: string) => sets.slice(1).filter((s, k) => s.has(id) !== sets[k]?.has(id)).length;
    const flapped = [...everyId].filter((id) => switches(id) >= 2).length;
    expect(flapped).toBeGreaterThan(0);
    expect(flapping).toEqual({ count: flapped, segment: { size: flapped } });
  });

  it('tells who flaps of users, one at several customers apart at each', async () => {
    const seen = '{events: {during: {last: {days: 2}}, count: {gte: 1}}}';
    const { userPreview } = await ask<{
      userPreview: {
        stability: {
          points: { asOf: string; entered: People; left: People }[];
          flapping: { count: number; segment: { users: { totalCount: number } } };
        };
      };
    }>(`{ userPreview(where: ${seen}) { stability(request: {period: {from: "2026-04-06", until: "2026-06-29"}, switches: 2}) {
      points { asOf entered { count segment { size } } left { count segment { size } } }
      flapping { count segment { users { totalCount } } } } } }`);
    const { points, flapping } = userPreview.stability;
    for (const p of points)
      for (const { count, segment } of [p.entered, p.left]) expect([p.asOf, segment.size]).toEqual([p.asOf, count]);
    const sets = await Promise.all(
      points.map(async ({ asOf }) => {
        const { table } = await ask<{ table: { userTable: { rows: [string, string][] } } }>(
          `{ table: userPreview(where: ${seen}) { userTable(attributes: [], asOf: "${asOf}") { rows } } }`,
        );
        return new Set(table.userTable.rows.map((keys) => keys.join('/')));
      }),
    );
    const everybody = [...new Set(sets.flatMap((s) => [...s]))];
    const flapped = everybody.filter(
      (name) => sets.slice(1).filter((s, k) => s.has(name) !== sets[k]?.has(name)).length >= 2,
    );
    expect([flapping.count, flapping.segment.users.totalCount]).toEqual([flapped.length, flapped.length]);
    const persons = JSON.stringify(flapped.map((name) => name.split('/').find((key) => key.startsWith('U'))));
    const { alike } = await ask<{ alike: { size: number } }>(
      `{ alike: userPreview(where: {ids: ${persons}}) { size(asOf: "2026-06-28") } }`,
    );
    expect(alike.size).toBeGreaterThan(flapped.length);
  });

  it('tells how the size answers to each threshold, and leaves out steps that make nonsense', async () => {
    const { preview } = await ask<{
      preview: {
        sensitivity: {
          path: string[];
          value: number;
          size: number;
          moved: { step: number; value: number; change: number; people: People }[];
        }[];
      };
    }>(
      `{ preview(where: ${where}) { sensitivity(steps: [-0.5, 0.1, 20]) { path value size moved { step value change ${people} } } } }`,
    );
    const inside = await members(where);
    const byPath = new Map(preview.sensitivity.map((s) => [s.path.join('.'), s]));
    expect([...byPath].map(([path, s]) => [path, s.moved.length]).sort()).toEqual([
      ['activeUsers30d.between.max', 3],
      ['activeUsers30d.between.min', 2],
      ['mrr.gte', 3],
    ]);
    for (const s of preview.sensitivity) {
      expect(s.size).toBe(inside.length);
      for (const m of s.moved) {
        expect(m.people.segment.size).toBe(m.people.count);
        expect(m.change).toBe(m.people.count - s.size);
      }
    }
    const [lower] = byPath.get('mrr.gte')?.moved ?? [];
    const cheaper = await members('{mrr: {gte: 250}, activeUsers30d: {between: {min: 3, max: 40}}}');
    expect(lower).toMatchObject({ value: 250, people: { count: cheaper.length } });
    expect(lower?.change).toBeGreaterThan(0);
  });

  it.each([
    ['a value that is no number', 'concentration(request: {value: INDUSTRY}) { spread { gini } }', 'NOT_A_NUMBER'],
    [
      'a stretch of too many points',
      'stability(request: {grain: DAY, period: {last: {years: 1}}}) { meanJaccard }',
      'TOO_MANY_POINTS',
    ],
    [
      'attributes of users for customers',
      'distinguishes(request: {attributesUser: [ROLE]}) { members }',
      'NOT_GROUPABLE',
    ],
  ])('refuses %s', async (_, field, code) => {
    const { errors } = await sample.ask(`{ preview { ${field} } }`);
    expect((errors?.[0]?.originalError as ProblemError).problems.map((p) => p.code)).toEqual([code]);
  });

  it('corrects p-values as Benjamini and Hochberg did', () => {
    // Table 1 of their paper: with a rate of 0.05 the first four of these fifteen are discoveries.
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(corrected(p).filter((q) => q <= 0.05)).toHaveLength(4);
    expect(corrected([0.01, 0.04, 0.03]).map((q) => Number(q.toFixed(6)))).toEqual([0.03, 0.04, 0.04]);
  });
});
