/** A dashboard of the sample company: twenty segment sizes, some metrics, a trend and a breakdown. */
export interface Dashboard {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Draw = () => number;
type Where = Readonly<Record<string, unknown>>;

const below = (draw: Draw, n: number): number => Math.floor(draw() * n);
const one = <T>(draw: Draw, of: readonly T[]): T => of[below(draw, of.length)] as T;

const REGIONS = ['Europe', 'North America', 'Latin America', 'Asia Pacific'];
const SIZES = ['1-10', '11-50', '51-200', '201-1000', '1001+'];
const CHANNELS = ['inbound', 'outbound', 'partner', 'event', 'referral'];

/** Conditions as people have them on dashboards, with limits that are hardly ever the same twice. */
const WHERES: readonly ((draw: Draw) => Where)[] = [
  (draw) => ({ mrr: { gte: below(draw, 5_000) } }),
  (draw) => ({ isPaying: { eq: true }, region: { eq: one(draw, REGIONS) } }),
  (draw) => ({ employees: { gte: below(draw, 1_000) }, companySize: { in: [one(draw, SIZES), one(draw, SIZES)] } }),
  (draw) => ({ logins30d: { lte: below(draw, 60) }, isPaying: { eq: true } }),
  (draw) => ({ activeUsers30d: { gte: 1 + below(draw, 40) }, acquisitionChannel: { eq: one(draw, CHANNELS) } }),
  (draw) => ({ renewsOn: { next: { days: 7 + below(draw, 90) } }, licenseUtilization: { lt: 0.2 + draw() } }),
  (draw) => ({ openTickets: { gte: 1 + below(draw, 4) }, mrr: { gte: below(draw, 2_000) } }),
  (draw) => ({ healthScore: { lt: 20 + below(draw, 60) } }),
  (draw) => ({
    events: {
      where: { name: { eq: 'login' } },
      during: { last: { days: 7 + below(draw, 40) } },
      count: { lte: below(draw, 30) },
    },
  }),
  (draw) => ({ rank: { by: 'MRR', top: 5 + below(draw, 60) }, tenureDays: { gte: below(draw, 700) } }),
];

const SIZE_COUNT = 20;
const sizes = Array.from({ length: SIZE_COUNT }, (_, i) => i);
const QUERY = /* GraphQL */ `
  query Dashboard(${sizes.map((i) => `$w${i}: CustomerWhere!`).join(', ')}, $day: Date!, $from: Date!, $until: Date!, $year: Date!) {
    ${sizes.map((i) => `s${i}: preview(where: $w${i}) { size(asOf: $day) }`).join('\n    ')}
    of: preview(where: $w0) {
      metrics(names: [MRR, CUSTOMERS, ARPA, ACTIVE_USERS, LOGINS, TICKETS_OPENED], period: { from: $from, until: $until }) {
        metric { label } value n nullReason
      }
      trend(metric: MRR, grain: MONTH, period: { from: $year, until: $until }) { points { from until value } }
      breakdown(by: [INDUSTRY, REGION], metrics: [MRR, CUSTOMERS], period: { from: $from, until: $until }) {
        columns { name values }
      }
    }
  }
`;

const DAY_MS = 86_400_000;
const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

/** A dashboard as of one of the last ninety days of the data, so that no cache holds the answer. */
export function dashboard(draw: Draw, dataAsOf: string): Dashboard {
  const day = dayBefore(dataAsOf, below(draw, 90));
  const wheres = sizes.map((i) => [`w${i}`, one(draw, WHERES)(draw)] as const);
  const until = dayBefore(day, -1);
  return {
    query: QUERY,
    variables: { ...Object.fromEntries(wheres), day, from: dayBefore(until, 30), until, year: dayBefore(until, 364) },
  };
}
