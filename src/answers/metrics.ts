import DataLoader from 'dataloader';
import type { Catalog } from '../catalog/model.js';
import { answerColumn, metricOf, metricsStatement } from '../compile/metrics.js';
import type { MetricsQuestion } from '../query/question.js';
import { addDays } from '../query/time.js';
import type { Columns } from '../warehouse/warehouse.js';
import type { Ran, Run } from './run.js';

/** A metric's value with what it is made of. `n` is the number of rows behind it. */
export interface MetricResult {
  readonly metric: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly nullReason: string | null;
  readonly complete: boolean;
}

export interface MetricsRow {
  /** Values of the question's `by`, in its order. */
  readonly group: readonly unknown[];
  readonly size: number;
  readonly metrics: readonly MetricResult[];
}

export interface MetricsAnswer {
  readonly rows: readonly MetricsRow[];
  readonly ran: Ran;
}

export type MetricsLoader = DataLoader<MetricsQuestion, MetricsAnswer, string>;

/** Most branches of one statement: planning is linear to here. */
const mostBranches = 100;

/** Questions of one tick with the same last day become one statement. */
export const createMetricsLoader = (catalog: Catalog, run: Run): MetricsLoader =>
  new DataLoader((questions) => answerTogether(catalog, run, questions), { cacheKeyFn: (q) => JSON.stringify(q) });

async function answerTogether(
  catalog: Catalog,
  run: Run,
  questions: readonly MetricsQuestion[],
): Promise<(MetricsAnswer | Error)[]> {
  const answers: (MetricsAnswer | Error)[] = new Array<MetricsAnswer | Error>(questions.length);
  await Promise.all(
    together(questions).map(async (batch) => {
      const asked = batch.flatMap((i) => questions[i] ?? []);
      try {
        const found = await answerBatch(catalog, run, asked);
        batch.forEach((i, k) => (answers[i] = found[k] ?? new Error('No answer to a question')));
      } catch (error) {
        batch.forEach((i) => (answers[i] = error instanceof Error ? error : new Error(String(error))));
      }
    }),
  );
  return answers;
}

/** Answers to questions that are grouped alike, in one statement for each hundred: for analyses that ask many at once. */
export async function answerAtOnce(
  { catalog, run }: { readonly catalog: Catalog; readonly run: Run },
  questions: readonly MetricsQuestion[],
): Promise<readonly MetricsAnswer[]> {
  const chunks = Array.from({ length: Math.ceil(questions.length / mostBranches) }, (_, i) =>
    questions.slice(i * mostBranches, (i + 1) * mostBranches),
  );
  return (await Promise.all(chunks.map((chunk) => answerBatch(catalog, run, chunk)))).flat();
}

/** Positions of questions that share a statement. */
function together(questions: readonly MetricsQuestion[]): readonly (readonly number[])[] {
  const batches = new Map<string, number[][]>();
  questions.forEach((q, i) => {
    const key = JSON.stringify([q.population.entity, q.period.until, q.by]);
    const open = batches.get(key) ?? [];
    const last = open.at(-1);
    if (last && last.length < mostBranches) last.push(i);
    else open.push([i]);
    batches.set(key, open);
  });
  return [...batches.values()].flat();
}

async function answerBatch(
  catalog: Catalog,
  run: Run,
  questions: readonly MetricsQuestion[],
): Promise<readonly MetricsAnswer[]> {
  const answer = await run(metricsStatement(catalog, questions));
  const column = columnReader(answer);
  const rows: MetricsRow[][] = questions.map(() => []);
  for (let row = 0; row < answer.rowCount; row++) {
    const index = Number(column('q', row));
    const q = questions[index];
    if (!q) continue;
    rows[index]?.push({
      group: q.by.map((_, i) => column(`d${String(i)}`, row)),
      size: Number(column('size', row) ?? 0),
      metrics: q.metrics.map((metric, i) => resultOf(catalog, q, metric, (part) => column(answerColumn(part, i), row))),
    });
  }
  return rows.map((own) => ({ rows: own, ran: answer.ran }));
}

const columnReader = (answer: Columns): ((name: string, row: number) => unknown) => {
  const byName = new Map(answer.names.map((n, i) => [n, answer.columns[i]]));
  return (name, row) => byName.get(name)?.[row] ?? null;
};

const number = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

function resultOf(
  catalog: Catalog,
  q: MetricsQuestion,
  name: string,
  read: (part: 'value' | 'numerator' | 'denominator' | 'n') => unknown,
): MetricResult {
  const metric = metricOf(catalog, name);
  const [value, denominator] = [number(read('value')), number(read('denominator'))];
  const empty =
    metric.ratio.kind === 'ratio' && (denominator === 0 || (denominator === null && number(read('n')) === 0));
  return {
    metric: name,
    value,
    numerator: number(read('numerator')),
    denominator,
    n: number(read('n')),
    nullReason: value !== null ? null : empty ? metric.zero : 'NO_DATA',
    complete: q.period.until <= addDays(catalog.dataAsOf, 1),
  };
}
