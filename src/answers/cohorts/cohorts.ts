import type { CohortsQuestion } from '../../query/cohorts.js';
import type { Period } from '../../query/time.js';
import type { People } from '../people.js';
import type { Segment } from '../segment.js';
import type { Session } from '../session.js';
import { cellValue, weightedMean, type CellValue } from './cell.js';
import { agesOf, knownUntil } from './mature.js';
import { measure } from './measure.js';
import { peopleOf } from './people.js';

/** A metric by cohort and age. */
export interface Cohorts {
  readonly question: CohortsQuestion;
  readonly cohorts: readonly Cohort[];
  readonly average: readonly CohortAverage[];
  /** Asked for apart: few look at it. */
  readonly withoutStart: () => Promise<People>;
}
export interface Cohort {
  readonly period: Period;
  readonly size: number;
  readonly complete: boolean;
  readonly people: People;
  readonly cells: readonly CohortCell[];
}
export interface CohortCell extends CellValue {
  readonly age: number;
  /** Null on members' own clocks. */
  readonly period: Period | null;
  readonly complete: boolean;
  readonly people: People | null;
}
export interface CohortAverage extends CellValue {
  readonly age: number;
  /** Mature cohorts it is made of, and who is in them. */
  readonly cohorts: number;
  readonly size: number;
}

const notElapsed: CellValue = { value: null, numerator: null, denominator: null, n: null, nullReason: 'NOT_ELAPSED' };

export async function cohortsOf(session: Session, segment: Segment, q: CohortsQuestion): Promise<Cohorts> {
  const until = knownUntil(q, session.catalog.dataAsOf);
  const { size: sizeOf, withoutStart, of } = await measure(session, q, until);
  const people = peopleOf(session.catalog, segment, q);
  const cohorts = q.cohorts.map((period): Cohort => {
    const size = sizeOf(period);
    const results = of(period);
    const cells = agesOf(q, period).map((stretch, age): CohortCell => {
      const when = q.clock === 'MEMBER' ? null : stretch;
      const result = results[age];
      if (!result) return new Cell(notElapsed, age, when, false, () => null);
      const told = cellValue(q, size, results.slice(0, age + 1));
      return new Cell(told, age, when, true, () => people.cell(period, when, result.value));
    });
    return { period, size, complete: period.until <= until, people: people.cohort(period, size), cells };
  });
  return {
    question: q,
    cohorts,
    average: averages(q, cohorts),
    withoutStart: async () => people.withoutStart(await withoutStart()),
  };
}

/** There are many, and who is in one is seldom asked. */
class Cell implements CohortCell {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly nullReason: string | null;

  constructor(
    { value, numerator, denominator, n, nullReason }: CellValue,
    readonly age: number,
    readonly period: Period | null,
    readonly complete: boolean,
    private readonly counted: () => People | null,
  ) {
    this.value = value;
    this.numerator = numerator;
    this.denominator = denominator;
    this.n = n;
    this.nullReason = nullReason;
  }
  get people(): People | null {
    return this.counted();
  }
}

/** Over the cohorts that have reached each age; those without members say nothing. */
const averages = (q: CohortsQuestion, cohorts: readonly Cohort[]): readonly CohortAverage[] =>
  Array.from({ length: q.ages }, (_, age) => {
    const mature = cohorts.filter(({ cells, size }) => size > 0 && cells[age]?.complete === true);
    const cells = mature.flatMap(({ size, cells: own }) => (own[age] ? [{ size, cell: own[age] }] : []));
    const size = mature.reduce((total, cohort) => total + cohort.size, 0);
    return { ...(mature.length === 0 ? notElapsed : weightedMean(cells)), age, cohorts: mature.length, size };
  });
