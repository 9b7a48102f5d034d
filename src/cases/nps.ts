import { z } from 'zod';
import { check, type WorkedCase } from './case-file.js';
import type { Served, Translation } from './family.js';
import { numberOf } from './properties.js';
import { customersOf, relation, workspaceYml, type Files } from './files.js';

const key = z.union([z.string(), z.number()]).transform(String);
/** A score as it was given; text that is no number is an answer without one. */
const score = z
  .union([z.number(), z.string(), z.null()])
  .transform((given) => (typeof given === 'string' ? numberOf(given) : given));
const response = z.strictObject({
  respondent: key.optional(),
  customer: key.optional(),
  score,
  date: z.string().optional(),
});
const question = z.strictObject({
  kind: z.literal('nps'),
  scores: z.array(score).optional(),
  responses: z.array(response).optional(),
  /** How many gave each score. */
  counts: z.record(z.string(), z.int()).optional(),
  promoters: z.int().optional(),
  passives: z.int().optional(),
  detractors: z.int().optional(),
  as_of: z.string().optional(),
});

interface Response {
  readonly response_id: number;
  readonly customer_id: string;
  readonly user_id: string;
  readonly responded_on: string;
  readonly score: number | null;
}

const usualDay = '2024-01-15';
const times = (n: number | undefined, score: number): readonly number[] => Array.from({ length: n ?? 0 }, () => score);

/** Every response of the case; those without a respondent are each of another person. */
function responsesOf(worked: WorkedCase): { readonly responses: readonly Response[]; readonly asOf: string } {
  const q = check(question, worked.question, ['question']);
  const rows = check(z.array(response), worked.rows, ['rows']);
  const counted = Object.entries(q.counts ?? {}).flatMap(([score, n]) => times(n, Number(score)));
  const banded = [...times(q.promoters, 10), ...times(q.passives, 8), ...times(q.detractors, 0)];
  const scores = [...(q.scores ?? []), ...counted, ...banded].map((score): z.output<typeof response> => ({ score }));
  const responses = [...scores, ...(q.responses ?? []), ...rows].map((r, i) => ({
    response_id: i,
    customer_id: r.customer ?? 'everyone',
    user_id: r.respondent ?? `nobody else ${String(i)}`,
    responded_on: (r.date ?? usualDay).slice(0, 10),
    score: r.score,
  }));
  const last = responses
    .map((r) => r.responded_on)
    .sort()
    .at(-1);
  return { responses, asOf: q.as_of ?? last ?? usualDay };
}

const valid = 'score between 0 and 10';
const share = (condition: string) => ({
  flow: { numerator: `count(*) filter (where ${condition})`, denominator: 'count(*)' },
});
/** Metrics of the standing NPS: the latest valid answer of each respondent in 90 days. */
const standing = {
  nps: {
    flow: {
      numerator: '100 * (count(*) filter (where score >= 9) - count(*) filter (where score <= 6))',
      denominator: 'count(*)',
    },
  },
  nps_margin: {
    flow: `196 * sqrt((avg(case when score >= 9 or score <= 6 then 1.0 else 0.0 end)
      - power(avg(case when score >= 9 then 1.0 when score <= 6 then -1.0 else 0.0 end), 2)) / nullif(count(*), 0))`,
  },
  promoters: { flow: 'count(*) filter (where score >= 9)' },
  passives: { flow: 'count(*) filter (where score >= 7 and score < 9)' },
  detractors: { flow: 'count(*) filter (where score <= 6)' },
  promoter_share: share('score >= 9'),
  passive_share: share('score >= 7 and score < 9'),
  detractor_share: share('score <= 6'),
  respondents: { flow: 'count(*)' },
};

function workspaceOf({ responses, asOf }: ReturnType<typeof responsesOf>): Files {
  const customers = [...new Set(responses.map((r) => r.customer_id))].map((customer_id) => ({ customer_id }));
  const users = [...new Set(responses.map((r) => r.user_id))].map((user_id) => ({
    user_id,
    customer_id: responses.find((r) => r.user_id === user_id)?.customer_id,
  }));
  return {
    ...workspaceYml({ asOf }),
    ...customersOf({}, customers),
    ...relation('users', { user_id: 'VARCHAR', customer_id: 'VARCHAR' }, users, {
      entity: 'user',
      key: 'user_id',
      customer: 'customer_id',
      attributes: {
        nps_group: {
          formula:
            "case when nps_score >= 9 then 'promoter' when nps_score >= 7 then 'passive' when nps_score >= 0 then 'detractor' end",
        },
      },
    }),
    ...relation(
      'survey_responses',
      { response_id: 'BIGINT', customer_id: 'VARCHAR', user_id: 'VARCHAR', responded_on: 'DATE', score: 'DOUBLE' },
      responses,
      {
        fact: 'survey_response',
        key: 'response_id',
        customer: 'customer_id',
        user: 'user_id',
        time: 'responded_on',
        columns: { score: { min: 0, max: 10 } },
        user_attributes: { nps_score: { value: 'avg(score)', where: valid, latest_per: 'user_id', last: '90 days' } },
        metrics: Object.fromEntries(
          Object.entries(standing).map(([name, metric]) => [
            name,
            { ...metric, where: valid, latest_per: 'user_id', last: '90 days' },
          ]),
        ),
      },
    ),
  };
}

const asked = /* GraphQL */ `
  query ($names: [MetricName!]!, $period: PeriodInput!, $until: Date!) {
    preview {
      metrics(names: $names, period: $period) {
        metric {
          name
        }
        value
      }
    }
    userPreview {
      users(first: 1000, asOf: $until) {
        nodes {
          npsScore
          npsGroup
        }
      }
    }
    catalog {
      dataQuality {
        outOfRange {
          rows
        }
      }
    }
  }
`;
interface Asked {
  readonly preview: {
    readonly metrics: readonly { readonly metric: { readonly name: string }; readonly value: number | null }[];
  };
  readonly userPreview: {
    readonly users: {
      readonly nodes: readonly { readonly npsScore: number | null; readonly npsGroup: string | null }[];
    };
  };
  readonly catalog: { readonly dataQuality: readonly { readonly outOfRange: readonly { readonly rows: number }[] }[] };
}

/** A score to so many decimals, as a reader is shown it. */
const shown = (value: number | null | undefined, decimals: number): number | null =>
  typeof value === 'number' ? Number(value.toFixed(decimals)) + 0 : null;

async function answersOf(served: Served, asOf: string): Promise<Readonly<Record<string, unknown>>> {
  const names = Object.keys(standing).map((name) => name.toUpperCase());
  const answer = await served.ask<Asked>(asked, { names, period: { last: { days: 1 } }, until: asOf });
  const value = Object.fromEntries(answer.preview.metrics.map((m) => [m.metric.name, m.value]));
  const rejected = answer.catalog.dataQuality.flatMap((r) => r.outOfRange).reduce((sum, { rows }) => sum + rows, 0);
  const bands = answer.userPreview.users.nodes.flatMap((u) => (u.npsScore === null ? [] : [[u.npsScore, u.npsGroup]]));
  return {
    ...value,
    nps_rounded: shown(value['nps'], 0),
    bands: Object.fromEntries(bands) as unknown,
    margin: value['nps_margin'],
    margin_of_error: value['nps_margin'],
    total: value['respondents'],
    count: value['respondents'],
    responses: value['respondents'],
    n: value['respondents'],
    valid: value['respondents'],
    rejected,
    invalid: rejected,
  };
}

/** Net Promoter Scores: every response is a row of a fact, and the standing metrics of METRICS.md are asked of everyone. */
export const nps: Translation = async (worked, open) => {
  const { responses, asOf } = responsesOf(worked);
  const got = await answersOf(await open(workspaceOf({ responses, asOf })), asOf);
  const decimals = worked.expected['share_decimals'];
  if (typeof decimals !== 'number') return { got };
  const shares = Object.entries(got).filter(([name]) => name.endsWith('_share'));
  const rounded = Object.fromEntries(shares.map(([name, value]) => [name, shown(value as number | null, decimals)]));
  return { got: { ...got, ...rounded }, besides: ['share_decimals'] };
};
