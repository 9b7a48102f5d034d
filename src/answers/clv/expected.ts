import { groupsOf, hasValue } from '../activity/groups.js';
import type { Day } from '../../query/time.js';
import type { People } from '../people.js';
import type { Refusal } from '../refusal.js';
import type { Session } from '../session.js';
import { breathe } from '../statistics/breathe.js';
import { expectedPurchases, probabilityAlive, type PurchaseFit } from '../statistics/purchases.js';
import { expectedAmount, type SpendFit } from '../statistics/spend.js';
import { purchaseModel, spendModel, type Fitted } from './models.js';
import { purchasers } from './people.js';
import type { ClvRequest } from './read.js';
import { historyOf, summariesOf, type Summary } from './summaries.js';

/** What one purchaser may yet bring in; money is null where there is no model of amounts. */
export interface Prospect extends Summary {
  readonly probabilityAlive: number;
  readonly expectedPurchases: number;
  readonly expectedAmount: number | null;
  readonly expectedRevenue: number | null;
  readonly value: number | null;
}
export type ProspectAsOf = Prospect & { readonly asOf: Day };
export interface Prospects {
  readonly people: People;
  readonly alive: number;
  readonly purchases: number;
  readonly revenue: number | null;
  readonly value: number | null;
}
export interface ExpectedClv {
  readonly request: ClvRequest;
  readonly refusal: Refusal | null;
  readonly amountRefusal: Refusal | null;
  readonly purchaseFit: { readonly fit: PurchaseFit; readonly of: number } | null;
  readonly spendFit: { readonly fit: SpendFit; readonly of: number } | null;
  readonly total: Prospects | null;
  /** Most value (or else most purchases) first. */
  readonly each: readonly Prospect[];
}

interface Models {
  readonly purchases: Fitted<PurchaseFit>;
  readonly spend: Fitted<SpendFit>;
}

/** Models fitted in a session: the same purchases of everyone are fitted once, however many segments look at them. */
const fitted = new WeakMap<Session, Map<string, Promise<Models>>>();

function modelsOf(session: Session, request: ClvRequest, summaries: readonly Summary[]): Promise<Models> {
  const { question, penalty, fit } = request;
  const whom = fit === 'EVERYONE' ? question.population.entity : question.population;
  const key = JSON.stringify([question.purchases, question.value, question.asOf, penalty, whom]);
  const known = fitted.get(session) ?? new Map<string, Promise<Models>>();
  fitted.set(session, known);
  const found = known.get(key) ?? fitBoth(summaries, request);
  known.set(key, found);
  return found;
}

const fitBoth = async (summaries: readonly Summary[], { question, penalty }: ClvRequest): Promise<Models> => ({
  purchases: await purchaseModel(summaries, question.asOf, penalty),
  spend: await spendModel(summaries, penalty),
});

/** What the members with a purchase may yet bring in, or why nothing can be said. */
export async function expectedClv(session: Session, request: ClvRequest): Promise<ExpectedClv> {
  const others = request.fit === 'EVERYONE';
  const summaries = await summariesOf(session, { ...request.question, others, by: request.by });
  const models = await modelsOf(session, request, summaries);
  const [purchases, spend] = [models.purchases, models.spend];
  const refusals = {
    refusal: 'refusal' in purchases ? purchases.refusal : null,
    amountRefusal: 'refusal' in spend ? spend.refusal : null,
  };
  const fits = { purchaseFit: 'fit' in purchases ? purchases : null, spendFit: 'fit' in spend ? spend : null };
  if (!('fit' in purchases)) return { request, ...refusals, ...fits, total: null, each: [] };
  const inside = summaries.filter((s) => s.inside);
  const each: Prospect[] = [];
  for (const [i, s] of inside.entries()) {
    if (i % 2_000 === 1_999) await breathe();
    each.push(prospectOf(request, purchases.fit, 'fit' in spend ? spend.fit : null, s));
  }
  const order = (a: Prospect, b: Prospect): number =>
    (b.value ?? b.expectedPurchases) - (a.value ?? a.expectedPurchases) || (keyOf(a) < keyOf(b) ? -1 : 1);
  each.sort(order);
  return { request, ...refusals, ...fits, total: addUp(each, purchasers(request, each.length)), each };
}

const keyOf = ({ customerId, id }: Prospect): string => JSON.stringify([customerId ?? '', id]);
const daysOfStep = 30;

/** Steps of 30 days up to the horizon, in days. */
const stepsOf = (horizon: number): readonly number[] =>
  Array.from({ length: Math.ceil(horizon / daysOfStep) }, (_, i) => Math.min(horizon, (i + 1) * daysOfStep));

function prospectOf(request: ClvRequest, { model }: PurchaseFit, spend: SpendFit | null, s: Summary): Prospect {
  const { question, horizonDays, discount, margin } = request;
  const history = historyOf(s, question.asOf);
  const until = (days: number): number => expectedPurchases(model, history, days / 7);
  const purchases = until(horizonDays);
  const known = { count: s.purchases - 1, mean: s.repeatMean ?? 0 };
  const amount = spend && expectedAmount(spend.model, known.mean > 0 ? known : { count: 0, mean: 0 });
  return {
    ...s,
    probabilityAlive: probabilityAlive(model, history),
    expectedPurchases: purchases,
    expectedAmount: amount,
    expectedRevenue: amount && amount * purchases,
    value: amount && margin * amount * (discount === 0 ? purchases : discounted(until, horizonDays, discount)),
  };
}

/** Purchases to come, each step's worth as much less as it is far away at its end. */
function discounted(until: (days: number) => number, horizon: number, discount: number): number {
  let [sum, before] = [0, 0];
  for (const days of stepsOf(horizon)) {
    const so = until(days);
    sum += (so - before) / (1 + discount) ** (days / 365);
    before = so;
  }
  return sum;
}

function addUp(each: readonly Prospect[], people: People): Prospects {
  const sum = (of: (p: Prospect) => number): number => each.reduce((total, p) => total + of(p), 0);
  const money = each.every((p) => p.value !== null);
  return {
    people,
    alive: sum((p) => p.probabilityAlive),
    purchases: sum((p) => p.expectedPurchases),
    revenue: money ? sum((p) => p.expectedRevenue ?? 0) : null,
    value: money ? sum((p) => p.value ?? 0) : null,
  };
}

export interface ProspectGroup extends Prospects {
  /** Of the attribute asked for. */
  readonly group: unknown;
}

/** The same per value of the attribute asked for, largest groups first. */
export function prospectGroups(session: Session, { request, each }: ExpectedClv): readonly ProspectGroup[] {
  const [attribute] = request.by;
  if (attribute === undefined) return [];
  const { entity } = request.question.population;
  const groups = groupsOf(
    each.map((prospect) => ({ d0: prospect.group, prospect })),
    () => 1,
  );
  return groups.slice(0, request.limit).map(({ value, rows }) => {
    const own = rows.map((row) => row['prospect'] as Prospect);
    const condition = hasValue(session.catalog, entity, attribute, value);
    return { group: value, ...addUp(own, purchasers(request, own.length, {}, [condition])) };
  });
}
