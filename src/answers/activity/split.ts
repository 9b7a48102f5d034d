import type { ActivityQuestion } from '../../query/activity.js';
import type { Session } from '../session.js';
import type { People } from '../people.js';
import type { Row } from './groups.js';
import { groupsOf, hasValue } from './groups.js';
import type { Json } from './population.js';
import { narrowed } from './population.js';
import type { Segment } from '../segment.js';

/** Makes the people of a number from what holds of them beside being members. */
export type PeopleWho = (count: number, conditions: readonly Json[]) => People;

interface Split {
  readonly segment: Segment;
  readonly question: Pick<ActivityQuestion, 'population' | 'asOf' | 'by'>;
  readonly limit: number;
}

/** The people of a segment, or of one group of it. */
export function peopleOf(
  { catalog }: Pick<Session, 'catalog'>,
  { segment, question }: Omit<Split, 'limit'>,
  group?: { readonly by: string; readonly value: unknown },
): PeopleWho {
  const { entity } = question.population;
  const own = group ? [hasValue(catalog, entity, group.by, group.value)] : [];
  return (count, conditions) => ({
    entity,
    count,
    asOf: question.asOf,
    whereJson: narrowed(segment, entity, [...own, ...conditions]),
  });
}

/** The answer for everybody, and one for each of the largest groups. Everybody has one value, so groups add up. */
export function split<T>(
  session: Pick<Session, 'catalog'>,
  asked: Split,
  rows: readonly Row[],
  weight: (row: Row) => number,
  table: (rows: readonly Row[], people: PeopleWho) => T,
): T & { readonly series: readonly (T & { readonly value: unknown })[]; readonly truncated: boolean } {
  const [by] = asked.question.by;
  const groups = by === undefined ? [] : groupsOf(rows, weight);
  return {
    ...table(rows, peopleOf(session, asked)),
    series: groups.slice(0, asked.limit).map(({ value, rows: own }) => ({
      ...table(own, peopleOf(session, asked, { by: by ?? '', value })),
      value,
    })),
    truncated: groups.length > asked.limit,
  };
}
