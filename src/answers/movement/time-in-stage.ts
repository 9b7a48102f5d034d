import type { Column, Fact } from '../../catalog/model.js';
import { camelCase, enumCase } from '../../catalog/names.js';
import { columnsOf } from '../../catalog/where/resolve.js';
import { closeOrAll, tell } from '../../catalog/where/spot.js';
import { text } from '../../catalog/where/values.js';
import { factOf } from '../../compile/attribute-scan.js';
import { staysStatement, stayMeasures } from '../../compile/stays.js';
import type { StaysQuestion } from '../../query/movement.js';
import { addDays } from '../../query/time.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { People } from '../people.js';
import { readRequest, refuse, type Request } from '../request.js';
import { populationOf, type Segment } from '../segment.js';
import type { Session, Source } from '../session.js';
import { usualTrendPeriod } from '../trend.js';
import { hasValue, isStaged } from './stages.js';
import { and, peopleAt, type Json } from './wheres.js';

type Lengths = Readonly<Record<(typeof stayMeasures)[number], number | null>>;
/** Stays and how many days they lasted. */
export interface Stays extends Lengths {
  readonly stays: number;
  readonly people: People;
}
export interface StageTime {
  readonly stage: unknown;
  readonly completed: Stays;
  readonly open: Stays;
}
export interface TimeInStage {
  readonly question: StaysQuestion;
  readonly stages: readonly StageTime[];
}

const fields = ['fact', 'stage', 'period'] as const;

/** Reads a request for the time in stages. Throws ProblemError with every mistake. */
export function readStays(source: Source, segment: Segment, input: unknown): StaysQuestion {
  const { catalog } = source;
  const population = populationOf(segment);
  const request = readRequest(source, population.entity, input, 'a request for the time in stages', fields);
  const period = request.period('period', catalog.dataAsOf, usualTrendPeriod(catalog, 'MONTH', catalog.dataAsOf));
  const fact = readFact(source, segment, request);
  const column = fact && readColumn(fact, request);
  return request.done(() => {
    if (!fact || !column) throw new Error('A request without a mistake has a fact and a column');
    return { population, fact: fact.plural, column: column.name, period };
  });
}

type Asked = Request<(typeof fields)[number]>;

function readFact({ catalog }: Source, { entity }: Segment, { given, spot }: Asked): Fact | undefined {
  const facts = Object.values(catalog.facts).filter((f) => f.time.kind === 'interval');
  const names = facts.map((f) => enumCase(f.plural));
  if (given.fact === undefined)
    return tell(spot('fact'), 'MISSING_VALUE', 'stages are rows of a fact over an interval', names);
  const found = Object.values(catalog.facts).find((f) => enumCase(f.plural) === given.fact);
  if (!found) return tell(spot('fact'), 'UNKNOWN_FIELD', `there is no such fact`, names);
  if (found.time.kind !== 'interval')
    return refuse(spot('fact'), 'NOT_AN_INTERVAL', `${found.plural} happen at a time and last for nothing`, names);
  if (entity === 'user' && found.user === undefined)
    return tell(spot('fact'), 'FACT_WITHOUT_USER', `the rows of ${found.plural} belong to no user`);
  const { until } = found.time;
  return found.relation.columns[until]?.hidden
    ? refuse(spot('fact'), 'NOT_AN_INTERVAL', `the ends of ${found.plural} are hidden`, names)
    : found;
}

function readColumn(fact: Fact, request: Asked): Column | undefined {
  const columns = columnsOf(fact).filter(isStaged);
  const names = columns.map((c) => camelCase(c.name));
  const spot = request.spot('stage');
  if (request.given.stage === undefined)
    return tell(spot, 'MISSING_VALUE', 'the column with the stage is needed', names);
  const field = request.optional('stage', text);
  return (
    columns.find((c) => camelCase(c.name) === field) ??
    (field === undefined
      ? undefined
      : tell(
          spot,
          'UNKNOWN_COLUMN',
          `${fact.plural} have no column ${field} to tell stages by`,
          closeOrAll(field, names),
        ))
  );
}

export async function timeInStage(session: Session, segment: Segment, q: StaysQuestion): Promise<TimeInStage> {
  const rows = toRows(await session.run(staysStatement(session.catalog, q)));
  const stages = [...new Map(rows.map((row) => [JSON.stringify(row['stage']), row['stage']])).values()];
  const wheres = wheresOf(session, q);
  const last = addDays(q.period.until, -1);
  const stays = (stage: unknown, completed: boolean): Stays => {
    const row = rows.find((r) => r['stage'] === stage && r['completed'] === completed);
    const number = (column: string): number | null => (row?.[column] == null ? null : Number(row[column]));
    const where = and(segment.whereJson, wheres[completed ? 'completed' : 'open'](stage));
    return {
      ...(Object.fromEntries(stayMeasures.map((m) => [m, number(m)])) as Lengths),
      stays: number('stays') ?? 0,
      people: peopleAt(segment.entity, last, number('people') ?? 0, where),
    };
  };
  return {
    question: q,
    stages: stages.map((stage) => ({ stage, completed: stays(stage, true), open: stays(stage, false) })),
  };
}

/** Those with a stay in a stage that ended in the period, or that is open at its end. */
function wheresOf(
  { catalog }: Session,
  q: StaysQuestion,
): Readonly<Record<'completed' | 'open', (stage: unknown) => Json>> {
  const fact = factOf(catalog, q.fact);
  const column = fact.relation.columns[q.column];
  if (fact.time.kind !== 'interval' || !column) throw new Error(`${q.fact} have no stages`);
  const field = camelCase(fact.plural);
  const until = camelCase(fact.time.until);
  const { from, until: end } = q.period;
  return {
    open: (stage) => ({ [field]: { where: hasValue(column, stage) } }),
    completed: (stage) => ({
      [field]: {
        where: and(hasValue(column, stage), { [until]: { between: { from, until: end } } }),
        during: { until: end },
      },
    }),
  };
}
