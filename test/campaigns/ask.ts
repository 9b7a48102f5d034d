import { expect } from 'vitest';
import type { OpenWorkspace } from '../support/workspace.js';

export interface Folk {
  readonly count: number;
  readonly asOf: string;
  readonly where: unknown;
}
export interface Rate {
  readonly count: number;
  readonly of: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly people: Folk;
}
export interface Outcome {
  readonly members: Rate;
  readonly all: Folk;
  readonly value: number | null;
  readonly mean: number | null;
}
export interface Difference {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}
export interface Campaign {
  readonly campaign: string;
  readonly sent: Folk;
  readonly messages: number;
  readonly delivered: Rate | null;
  readonly bounced: Rate | null;
  readonly opened: Rate | null;
  readonly clicked: Rate | null;
  readonly converted: Rate | null;
  readonly unsubscribed: Rate | null;
  readonly cost: number | null;
  readonly outcome: Outcome | null;
  readonly heldOut: Outcome | null;
  readonly roi: number | null;
  readonly lift: {
    readonly rate: Difference;
    readonly mean: Difference | null;
    readonly incremental: Difference;
    readonly incrementalValue: Difference | null;
    readonly roi: number | null;
  } | null;
  readonly observational: boolean;
  readonly refusal: { readonly code: string } | null;
  readonly complete: boolean;
}
export interface Fatigue {
  readonly from: number;
  readonly to: number | null;
  readonly members: Folk;
  readonly messages: number;
  readonly responded: Rate | null;
  readonly unsubscribed: Rate | null;
}
export interface Campaigns {
  readonly margin: number;
  readonly campaigns: readonly Campaign[];
  readonly fatigue: readonly Fatigue[];
}

const document = /* GraphQL */ `
  query ($where: CustomerWhere!, $request: CampaignsRequest!, $from: [Int!]!) {
    preview(where: $where) {
      campaigns(request: $request) {
        margin
        campaigns {
          campaign
          sent {
            ...folk
          }
          messages
          delivered {
            ...rate
          }
          bounced {
            ...rate
          }
          opened {
            ...rate
          }
          clicked {
            ...rate
          }
          converted {
            ...rate
          }
          unsubscribed {
            ...rate
          }
          cost
          outcome {
            ...outcome
          }
          heldOut {
            ...outcome
          }
          roi
          lift {
            rate {
              ...difference
            }
            mean {
              ...difference
            }
            incremental {
              ...difference
            }
            incrementalValue {
              ...difference
            }
            roi
          }
          observational
          refusal {
            code
          }
          complete
        }
        fatigue(from: $from) {
          from
          to
          members {
            ...folk
          }
          messages
          responded {
            ...rate
          }
          unsubscribed {
            ...rate
          }
        }
      }
    }
  }
  fragment folk on People {
    count
    asOf
    where
  }
  fragment rate on CampaignRate {
    count
    of
    rate
    low
    high
    people {
      ...folk
    }
  }
  fragment outcome on CampaignOutcome {
    members {
      ...rate
    }
    all {
      ...folk
    }
    value
    mean
  }
  fragment difference on CampaignDifference {
    value
    low
    high
  }
`;

export async function campaigns(
  workspace: OpenWorkspace,
  request: object,
  { where = {}, from = [1, 2, 3, 5] }: { readonly where?: object; readonly from?: readonly number[] } = {},
): Promise<Campaigns> {
  const { data, errors } = await workspace.ask(document, { where, request, from });
  expect(errors).toBeUndefined();
  return (data as { preview: { campaigns: Campaigns } }).preview.campaigns;
}

const peopleOf = (value: unknown): readonly Folk[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('asOf' in value && 'where' in value) return [value as Folk];
  return Object.values(value).flatMap(peopleOf);
};

/** Every number of an answer turns back into as many people. */
export async function expectPeople(
  workspace: OpenWorkspace,
  answer: unknown,
  entity: 'customer' | 'user',
): Promise<void> {
  const [field, type] = entity === 'user' ? ['userPreview', 'UserWhere'] : ['preview', 'CustomerWhere'];
  const people = peopleOf(answer);
  expect(people.length).toBeGreaterThan(0);
  const asked = people.map((_, i) => `p${String(i)}: ${field}(where: $w${String(i)}) { size(asOf: $day) }`).join(' ');
  const declared = people.map((_, i) => `$w${String(i)}: ${type}!`).join(', ');
  const { data, errors } = await workspace.ask(`query ($day: Date!, ${declared}) { ${asked} }`, {
    day: people[0]?.asOf,
    ...Object.fromEntries(people.map(({ where }, i) => [`w${String(i)}`, where])),
  });
  expect(errors).toBeUndefined();
  const sizes = data as Readonly<Record<string, { readonly size: number }>>;
  expect(people.map((_, i) => sizes[`p${String(i)}`]?.size)).toEqual(people.map(({ count }) => count));
}
