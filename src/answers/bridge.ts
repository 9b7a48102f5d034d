import { enumCase } from '../catalog/names.js';
import { tell } from '../catalog/where/spot.js';
import { movingValue } from '../catalog/where/value-moved.js';
import type { BridgePart as Part } from '../compile/bridge.js';
import { bridgeParts, bridgeStatement } from '../compile/bridge.js';
import type { BridgeQuestion, MoveKind } from '../query/bridge.js';
import { moveKinds, nettings } from '../query/bridge.js';
import type { Period } from '../query/time.js';
import { addDays, grains, periodsOf } from '../query/time.js';
import { toRows } from '../warehouse/warehouse.js';
import { and, endsOf, not, or, peopleAt, type Json } from './movement/wheres.js';
import type { People } from './people.js';
import { readRequest, refuse } from './request.js';
import { populationOf, type Segment } from './segment.js';
import type { Session, Source } from './session.js';
import { usualTrendPeriod } from './trend.js';

export interface BridgePart {
  readonly value: number;
  readonly people: People;
}
export type BridgeParts = Readonly<Record<Part, BridgePart>>;
export interface BridgePoint {
  readonly period: Period;
  readonly complete: boolean;
  readonly parts: BridgeParts;
}
export interface ValueBridge {
  readonly question: BridgeQuestion;
  readonly points: readonly BridgePoint[];
}

const fields = ['value', 'userValue', 'netting', 'grain', 'period'] as const;
const mostPoints = 100;

/** Reads a request for a bridge. Throws ProblemError with every mistake. */
export function readBridge(source: Source, segment: Segment, input: unknown): BridgeQuestion {
  const { catalog } = source;
  const population = populationOf(segment);
  const { entity } = population;
  const request = readRequest(source, entity, input, 'a request for a bridge', fields);
  const { given, spot } = request;
  const [own, other] = entity === 'user' ? (['userValue', 'value'] as const) : (['value', 'userValue'] as const);
  const netting = request.oneOf('netting', 'netting', nettings, 'DAY');
  const grain = request.oneOf('grain', 'length of a period', grains, 'MONTH');
  const asked = request.period('period', catalog.dataAsOf, usualTrendPeriod(catalog, grain, catalog.dataAsOf));
  const periods = periodsOf(grain, asked, catalog.workspace.weekStart);
  if (periods.length > mostPoints)
    refuse(
      spot('period'),
      'TOO_MANY_POINTS',
      `${String(periods.length)} periods are more than the ${String(mostPoints)} of a bridge`,
      ['a longer grain', 'a shorter period'],
    );
  if (given[other] !== undefined)
    refuse(spot(other), 'NOT_GROUPABLE', `the values of ${entity}s are told with ${own}`, [own]);
  else if (given[own] === undefined) tell(spot(own), 'MISSING_VALUE', 'a bridge needs the value that moves', [own]);
  const attribute =
    given[own] === undefined ? undefined : movingValue({ catalog, entity }, given[own], spot(own), netting === 'DAY');
  return request.done(() => {
    if (!attribute) throw new Error('A request without a mistake has a value');
    return { population, attribute: attribute.name, netting, grain, periods };
  });
}

export async function bridgeOf(session: Session, segment: Segment, q: BridgeQuestion): Promise<ValueBridge> {
  const rows = toRows(await session.run(bridgeStatement(session.catalog, q)));
  const points = q.periods.map((period, i): BridgePoint => {
    const row = rows.find((r) => r['point'] === i) ?? {};
    const tell = peopleOf(segment, q, period);
    const parts = bridgeParts.map((part): readonly [Part, BridgePart] => [
      part,
      { value: Number(row[part] ?? 0), people: tell(part, Number(row[`${part}$n`] ?? 0)) },
    ]);
    return {
      period,
      complete: period.until <= addDays(session.catalog.dataAsOf, 1),
      parts: Object.fromEntries(parts) as Record<Part, BridgePart>,
    };
  });
  return { question: q, points };
}

const isMove = (part: Part): part is MoveKind => moveKinds.some((kind) => kind === part);

/** The people of each part of a period. */
function peopleOf(segment: Segment, q: BridgeQuestion, period: Period): (part: Part, count: number) => People {
  const [before, after] = [addDays(period.from, -1), addDays(period.until, -1)];
  const { was, is } = endsOf(segment, before);
  const moved = (kind: MoveKind): Json => ({
    valueMoved: { value: enumCase(q.attribute), kinds: [kind], during: period, netting: q.netting },
  });
  const others = {
    entering: and(is, not(was)),
    leaving: and(was, not(is)),
    end: is,
  };
  return (part, count) => {
    if (part === 'start') return peopleAt(segment.entity, before, count, segment.whereJson);
    const where = isMove(part) ? and(or(was, is), moved(part)) : others[part];
    return peopleAt(segment.entity, after, count, where);
  };
}
