import { problem, raise } from '../query/problem.js';
import type { Population } from '../query/question.js';
import type { Day, Period } from '../query/time.js';
import { addDays } from '../query/time.js';
import type { MetricValue } from './measured.js';
import { metricsOf } from './measured.js';
import type { Member } from './members.js';
import type { MetricResult } from './metrics-answer.js';
import type { People } from './people.js';
import type { Session } from './session.js';

export interface ChallengeRequest {
  readonly population: Population;
  readonly metrics: readonly string[];
  readonly period: Period;
  readonly first: number;
}
export interface Challenge {
  readonly values: readonly MetricValue[];
  readonly differences: readonly ChallengeDifference[];
}
export interface ChallengeDifference {
  readonly a: string;
  readonly b: string;
  readonly gap: number | null;
  readonly people: People;
  readonly customers: readonly { readonly customer: Member; readonly a: MetricResult; readonly b: MetricResult }[];
}

/** Customers beyond this many cannot be listed in one where. */
const mostPeople = 10_000;

/** Each definition over everyone and over each customer alone; those on whom two disagree make the difference. */
export async function challengeOf(session: Session, request: ChallengeRequest): Promise<Challenge> {
  const { population, metrics, period, first } = request;
  const amount = `from 2 to 10 metrics can be compared, not ${String(metrics.length)}`;
  raise(metrics.length < 2 || metrics.length > 10 ? [problem('OUT_OF_RANGE', ['request', 'metrics'], amount)] : []);
  raise(
    population.entity === 'user'
      ? [problem('WRONG_POPULATION', ['request'], 'definitions are compared over customers, not over users')]
      : [],
  );
  const [values, alone] = await Promise.all([
    metricsOf(session, population, metrics, period),
    session.metrics.load({ population, metrics, period, size: true, by: ['id'] }),
  ]);
  const asOf = addDays(period.until, -1);
  const differences = metrics.slice(1).map((b, i) => {
    const differing = alone.rows
      .flatMap(({ group, metrics: [one, ...others] }) => {
        const other = others[i];
        return one && other && !agree(one, other) ? [{ customer: member(group[0], asOf), a: one, b: other }] : [];
      })
      .sort((x, y) => (x.customer.id < y.customer.id ? -1 : 1));
    const ids = differing.slice(0, mostPeople).map((d) => d.customer.id);
    const [va, vb] = [values[0]?.value ?? null, values[i + 1]?.value ?? null];
    return {
      a: metrics[0] ?? '',
      b,
      gap: va === null || vb === null ? null : vb - va,
      people: { entity: 'customer' as const, asOf, count: ids.length, whereJson: { ids } },
      customers: differing.slice(0, first),
    };
  });
  return { values, differences };
}

const member = (id: unknown, asOf: Day): Member => ({ id: String(id), asOf, cursor: '' });

/** What is not there counts as nothing: a customer without facts adds neither above nor below. */
const same = (a: number | null, b: number | null): boolean => Math.abs((a ?? 0) - (b ?? 0)) < 1e-9;
const agree = (a: MetricResult, b: MetricResult): boolean =>
  a.denominator === null && b.denominator === null
    ? same(a.value, b.value)
    : same(a.numerator, b.numerator) && same(a.denominator, b.denominator);
