import fc from 'fast-check';
import type { Event, Person } from './company.js';

/** Rows that a step may be, as they are asked for and as a predicate. */
export interface Rows {
  readonly json: Readonly<Record<string, unknown>>;
  readonly of: (event: Event) => boolean;
}

const named = (...names: readonly string[]): Rows => ({
  json: { events: { name: names.length === 1 ? { eq: names[0] } : { in: names } } },
  of: (e) => e.fact === 'events' && names.includes(e.name),
});

export const rows = fc.constantFrom<Rows>(
  named('a'),
  named('a'),
  named('b'),
  named('b'),
  named('c'),
  named('a', 'b'),
  { json: { events: {} }, of: (e) => e.fact === 'events' },
  { json: { events: { flavour: { eq: 'x' } } }, of: (e) => e.fact === 'events' && e.flavour === 'x' },
  { json: { orders: {} }, of: (e) => e.fact === 'orders' },
  { json: { orders: { flavour: { eq: 'y' } } }, of: (e) => e.fact === 'orders' && e.flavour === 'y' },
);

/** Whose rows count. */
export interface Whose {
  readonly json: Readonly<Record<string, unknown>>;
  readonly of: (event: Event, plans: Readonly<Record<string, string>>, people: readonly Person[]) => boolean;
}

export const whose: fc.Arbitrary<Whose> = fc.constantFrom<Whose>(
  { json: {}, of: () => true },
  { json: {}, of: () => true },
  { json: {}, of: () => true },
  { json: {}, of: () => true },
  {
    json: { user: { role: { eq: 'admin' } } },
    of: (e, _, people) => people.some((p) => p.user === e.user && p.customer === e.customer && p.role === 'admin'),
  },
  { json: { customer: { plan: { eq: 'pro' } } }, of: (e, plans) => plans[e.customer] === 'pro' },
);

export interface Step {
  readonly rows: Rows;
  readonly whose: Whose;
  readonly within?: number | undefined;
  readonly first: boolean;
}
export interface Exclusion {
  readonly rows: Rows;
  readonly whose: Whose;
  readonly after: number;
  readonly before: number;
}
export interface Asked {
  readonly steps: readonly Step[];
  readonly order: 'ORDERED' | 'STRICT' | 'ANY';
  /** Hours. */
  readonly window: number;
  readonly exclusions: readonly Exclusion[];
  /** Hours after the first moment there is data of. */
  readonly from: number;
  readonly hours: number;
  readonly of: 'CUSTOMERS' | 'USERS';
  readonly asOf: string;
}

const hours = fc.constantFrom(6, 6, 12, 18, 24, 48);

export const asked = (asOfs: readonly string[]): fc.Arbitrary<Asked> =>
  fc.constantFrom<Asked['order']>('ORDERED', 'ORDERED', 'STRICT', 'ANY').chain((order) =>
    fc.integer({ min: 2, max: 4 }).chain((n) => {
      const anyOrder = order === 'ANY';
      const step: fc.Arbitrary<Step> = fc.record({
        rows,
        whose,
        within: fc.option(hours, { freq: 3, nil: undefined }),
        first: fc.integer({ min: 0, max: 7 }).map((i) => i === 0),
      });
      const exclusion = fc
        .record({ rows, whose, after: fc.integer({ min: 1, max: n - 1 }), more: fc.integer({ min: 1, max: 3 }) })
        .map(({ after, more, ...rest }) => ({
          ...rest,
          after: anyOrder ? 1 : after,
          before: anyOrder ? n : Math.min(n, after + more),
        }));
      return fc.record<Asked>({
        steps: fc
          .array(step, { minLength: n, maxLength: n })
          .map((steps) => steps.map((s, i) => (i === 0 || anyOrder ? { ...s, within: undefined } : s))),
        order: fc.constant(order),
        window: hours,
        exclusions: fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(exclusion, { minLength: 1, maxLength: 2 }) },
        ),
        from: fc.constantFrom(0, 0, 6, 12),
        hours: fc.constantFrom(12, 24, 48),
        of: fc.constantFrom<Asked['of']>('CUSTOMERS', 'CUSTOMERS', 'USERS'),
        asOf: fc.constantFrom(...asOfs),
      });
    }),
  );
