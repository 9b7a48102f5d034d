import type { MetricsQuestion } from '../query/question.js';

/** A question, and the positions of those that it answers: one for each of its wheres. */
export interface Alike {
  readonly question: MetricsQuestion;
  readonly positions: readonly number[];
}

/** Bits of a number that every engine can shift. */
const MOST_WHERES = 60;

/** Questions that differ in nothing but their where become one about all of these wheres. */
export function alikeButForWheres(questions: readonly MetricsQuestion[]): readonly Alike[] {
  const alike = new Map<string, number[][]>();
  questions.forEach((q, i) => {
    const key =
      q.limit === undefined ? JSON.stringify({ ...q, population: { ...q.population, where: null } }) : String(i);
    const found = alike.get(key) ?? [];
    const last = found.at(-1);
    if (last && last.length < MOST_WHERES) last.push(i);
    else found.push([i]);
    alike.set(key, found);
  });
  return [...alike.values()].flat().flatMap((positions) => {
    const asked = positions.flatMap((i) => questions[i] ?? []);
    const [first] = asked;
    if (!first) return [];
    if (asked.length === 1) return [{ question: first, positions }];
    const wheres = asked.map(({ population }) => population.where);
    return [{ question: { ...first, by: [{ kind: 'where' } as const, ...first.by], wheres }, positions }];
  });
}
