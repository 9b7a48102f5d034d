import { expect } from 'vitest';
import { sizeOf } from '../../src/answers/measured.js';
import type { People } from '../../src/answers/people.js';
import { populationOf, preview } from '../../src/answers/segment.js';
import type { Session } from '../../src/answers/session.js';
import { membersBySql } from '../oracle/agree.js';

/** A number, the people behind it, and who they are by hand. */
export interface Behind {
  readonly what: string;
  readonly people: People;
  readonly byHand: readonly string[];
}

/** Every number is the size of its people's where; of the first that is not nobody they are also named. */
export async function expectPeople(session: Session, numbers: readonly Behind[]): Promise<void> {
  const sizes = await Promise.all(
    numbers.map(({ people }) =>
      sizeOf(session, populationOf(preview(session, people.entity, people.whereJson)), people.asOf),
    ),
  );
  expect(numbers.map(({ what, people }) => ({ what, count: people.count }))).toEqual(
    numbers.map(({ what, byHand }) => ({ what, count: byHand.length })),
  );
  expect(numbers.map(({ what, people }, i) => ({ what, where: people.whereJson, size: sizes[i] }))).toEqual(
    numbers.map(({ what, people, byHand }) => ({ what, where: people.whereJson, size: byHand.length })),
  );
  for (const { what, people, byHand } of numbers.filter(({ byHand: b }) => b.length > 0).slice(0, 1)) {
    const found = await membersBySql(session, { entity: people.entity, where: people.whereJson, day: people.asOf });
    expect({ what, members: found.toSorted() }).toEqual({ what, members: byHand.toSorted() });
  }
}
