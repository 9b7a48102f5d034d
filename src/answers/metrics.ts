import DataLoader from 'dataloader';
import type { Catalog } from '../catalog/model.js';
import { metricsStatement, seriesStatement } from '../compile/metrics.js';
import { asSeries } from '../compile/periods.js';
import type { MetricsQuestion } from '../query/question.js';
import { addDays } from '../query/time.js';
import type { Columns, Statement } from '../warehouse/warehouse.js';
import { knownStatement } from './known-statements.js';
import { answerOf, columnOf, type MetricsAnswer } from './metrics-answer.js';
import type { Run } from './run.js';

export type MetricsLoader = DataLoader<MetricsQuestion, MetricsAnswer, string>;

/** Most branches of one statement: planning is linear to here. */
const mostBranches = 100;

/** Questions of one tick with the same last day become one statement. */
export const createMetricsLoader = (catalog: Catalog, run: Run): MetricsLoader =>
  new DataLoader((questions) => answerAll(catalog, run, questions, together), { cacheKeyFn: (q) => JSON.stringify(q) });

/** Which of some questions share a statement. */
type Share = (questions: readonly MetricsQuestion[], positions: readonly number[]) => readonly (readonly number[])[];

async function answerAll(
  catalog: Catalog,
  run: Run,
  questions: readonly MetricsQuestion[],
  share: Share,
): Promise<(MetricsAnswer | Error)[]> {
  const answers: (MetricsAnswer | Error)[] = new Array<MetricsAnswer | Error>(questions.length);
  const series = seriesOf(catalog, questions);
  const alone = questions.map((_, i) => i).filter((i) => !series.some(({ batch }) => batch.includes(i)));
  const batches: readonly Batch[] = [
    ...series,
    ...share(questions, alone).map((batch) => ({ batch, answer: answerBatch })),
  ];
  await Promise.all(
    batches.map(async ({ batch, answer }) => {
      const asked = batch.flatMap((i) => questions[i] ?? []);
      try {
        const found = await answer(catalog, run, asked);
        batch.forEach((i, k) => (answers[i] = found[k] ?? new Error('No answer to a question')));
      } catch (error) {
        batch.forEach((i) => (answers[i] = error instanceof Error ? error : new Error(String(error))));
      }
    }),
  );
  return answers;
}

/** Answers to questions that are grouped alike, as many in one statement as it may hold: for analyses that ask many at once. */
export async function answerAtOnce(
  { catalog, run }: { readonly catalog: Catalog; readonly run: Run },
  questions: readonly MetricsQuestion[],
): Promise<readonly MetricsAnswer[]> {
  const answers = await answerAll(catalog, run, questions, (_, positions) => chunks(positions, mostBranches));
  return answers.map((answer) => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
}

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** Positions of questions that are answered by one statement, and how. */
interface Batch {
  readonly batch: readonly number[];
  readonly answer: typeof answerBatch;
}

/** Questions alike but for their periods, whose snapshots hold the answer to all of them in one scan. */
function seriesOf(catalog: Catalog, questions: readonly MetricsQuestion[]): readonly Batch[] {
  if (!catalog.snapshots) return [];
  const alike = new Map<string, number[]>();
  questions.forEach((q, i) => {
    const key = JSON.stringify({ ...q, period: null });
    alike.set(key, [...(alike.get(key) ?? []), i]);
  });
  return [...alike.values()].flatMap((batch) => {
    const question = asSeries(
      catalog,
      batch.flatMap((i) => questions[i] ?? []),
    );
    const statement =
      question &&
      knownStatement(catalog, `series ${JSON.stringify(question)}`, () => seriesStatement(catalog, question));
    if (!statement) return [];
    return [{ batch, answer: (_catalog, run, asked) => answerSeries(catalog, run, statement, asked) }];
  });
}

async function answerSeries(
  catalog: Catalog,
  run: Run,
  statement: Statement,
  questions: readonly MetricsQuestion[],
): Promise<readonly MetricsAnswer[]> {
  const answer = await run(statement);
  const rows = new Map<unknown, number[]>();
  columnOf(answer, 'd0').forEach((day, row) => rows.set(day, [...(rows.get(day) ?? []), row]));
  return questions.map((q) => answerOf(catalog, q, answer, rows.get(addDays(q.period.until, -1)) ?? [], 1));
}

/** Those on the same days that are grouped alike. */
const together: Share = (questions, positions) => {
  const alike = new Map<string, number[]>();
  for (const i of positions) {
    const { population, period, by } = questions[i] ?? {};
    const key = JSON.stringify([population?.entity, period?.until, by]);
    alike.set(key, [...(alike.get(key) ?? []), i]);
  }
  return [...alike.values()].flatMap((batch) => chunks(batch, mostBranches));
};

async function answerBatch(
  catalog: Catalog,
  run: Run,
  questions: readonly MetricsQuestion[],
): Promise<readonly MetricsAnswer[]> {
  const asked = JSON.stringify(questions);
  const answer = await run(knownStatement(catalog, asked, () => metricsStatement(catalog, questions)));
  const parts = rowsOfEach(answer, questions.length);
  return questions.map((q, i) => answerOf(catalog, q, answer, parts[i]));
}

/** Positions of each question's rows; none where all rows are of the one question. */
function rowsOfEach(answer: Columns, questions: number): readonly (readonly number[])[] {
  if (questions === 1) return [];
  const rows = Array.from({ length: questions }, (): number[] => []);
  columnOf(answer, 'q').forEach((question, row) => rows[Number(question)]?.push(row));
  return rows;
}
