/** A where as Tessera reads it, and the same by hand over the snapshot of a day. */
export interface Segment {
  readonly where: Readonly<Record<string, unknown>>;
  readonly sql: string;
}

const REGIONS = ['Europe', 'North America', 'Latin America', 'Asia Pacific'] as const;
const SIZES = ['1-10', '11-50', '51-200', '201-1000', '1001+'] as const;
const CHANNELS = ['inbound', 'outbound', 'partner', 'event', 'referral'] as const;
const PLANS = ['free', 'starter', 'growth', 'scale', 'enterprise'] as const;

const nth = (of: readonly string[], n: number): string => of[n % of.length] ?? '';
/** Faster than `in`: it is decided once for each text of a dictionary. */
const isOneOf = (column: string, values: readonly string[]): string =>
  `list_contains([${values.map((value) => `'${value}'`).join(', ')}], ${column})`;

/** The one of the benchmark's single questions: five conditions on attributes. */
export const fiveConditions: Segment = {
  where: {
    isPaying: { eq: true },
    region: { in: ['Europe', 'North America'] },
    employees: { gte: 20 },
    mrr: { gte: 100 },
    activeUsers30d: { gte: 3 },
  },
  sql: `is_paying and ${isOneOf('region', ['Europe', 'North America'])} and employees >= 20 and mrr >= 100 and active_users_30d >= 3`,
};

/**
 * What people ask on dashboards; `n` sets the limits, so that no two are the same. By hand the texts come first, which is a
 * fifth faster where many conditions are counted in one scan.
 */
const KINDS: readonly ((n: number) => Segment)[] = [
  (n) => ({
    where: { isPaying: { eq: true }, mrr: { gte: 40 * n }, region: { eq: nth(REGIONS, n) } },
    sql: `region = '${nth(REGIONS, n)}' and mrr >= ${40 * n} and is_paying`,
  }),
  (n) => ({
    where: { employees: { gte: 5 * n }, companySize: { in: [nth(SIZES, n), nth(SIZES, n + 2)] } },
    sql: `${isOneOf('company_size', [nth(SIZES, n), nth(SIZES, n + 2)])} and employees >= ${5 * n}`,
  }),
  (n) => ({
    where: { activeUsers30d: { gte: 1 + n }, acquisitionChannel: { eq: nth(CHANNELS, n) } },
    sql: `acquisition_channel = '${nth(CHANNELS, n)}' and active_users_30d >= ${1 + n}`,
  }),
  (n) => ({
    where: { openTickets: { gte: 1 + (n % 3) }, mrr: { lt: 200 + 50 * n } },
    sql: `mrr < ${200 + 50 * n} and open_tickets >= ${1 + (n % 3)}`,
  }),
  (n) => ({
    where: { logins30d: { lte: 10 + 3 * n }, plan: { in: [nth(PLANS, n), nth(PLANS, n + 1)] } },
    sql: `${isOneOf('plan', [nth(PLANS, n), nth(PLANS, n + 1)])} and logins_30d <= ${10 + 3 * n}`,
  }),
];

/** As many different segments as asked. */
export const segments = (count: number): readonly Segment[] =>
  Array.from({ length: count }, (_, n) => {
    const kind = KINDS[n % KINDS.length];
    if (!kind) throw new Error('There is no kind of segment');
    return kind(n);
  });
