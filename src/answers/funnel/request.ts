import type { Catalog } from '../../catalog/model.js';
import { usualPeriod } from '../../catalog/where/period.js';
import { readWhere } from '../../catalog/where/read.js';
import { at, tell, type Spot } from '../../catalog/where/spot.js';
import { oneOf } from '../../catalog/where/values.js';
import type { FunnelDefinition, FunnelQuestion } from '../../query/funnel.js';
import type { Bounded } from '../../query/grid.js';
import type { EntityName } from '../../query/where.js';
import { commonFields, readRequest, readStretch, readWhom } from '../activity/request.js';
import { populationAs, type Json } from '../activity/population.js';
import { comparedPeriod, comparisons, type Comparison } from '../compared.js';
import type { Segment } from '../segment.js';
import type { Source } from '../session.js';

const definitionFields = ['steps', 'order', 'window', 'exclusions'] as const;
const fields = [...definitionFields, 'period', 'moments', 'compareTo', ...commonFields] as const;
type Given = Readonly<Partial<Record<(typeof fields)[number], unknown>>>;

/** A funnel with what it was asked of and how its steps were written. */
export interface FunnelAsked {
  readonly segment: Segment;
  readonly question: FunnelQuestion;
  readonly definition: Json;
  /** The period of entry compared with. */
  readonly compared?: Bounded;
}

const withoutNulls = (input: unknown): unknown =>
  Array.isArray(input)
    ? input.map((item: unknown) =>
        typeof item === 'object' && item !== null
          ? Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null))
          : item,
      )
    : input;

/** Read as it is in a where, which tells the same mistakes. */
function readDefinition(source: Source, entity: EntityName, given: Given, spot: Spot) {
  const json: Json = Object.fromEntries(
    definitionFields.flatMap((field) => (given[field] === undefined ? [] : [[field, withoutNulls(given[field])]])),
  );
  const context = { catalog: source.catalog, segment: source.segment, path: spot.path };
  const { where, problems } = readWhere({ funnel: json }, entity, context);
  const inWhere = spot.path.length;
  spot.problems.push(...problems.map((p) => ({ ...p, path: p.path.filter((_, i) => i !== inWhere) })));
  return { json, funnel: where.kind === 'funnel' ? where.funnel : undefined };
}

/** Reads a request for a funnel of a segment. Throws ProblemError with every mistake. */
export function readFunnelRequest(source: Source, segment: Segment, input: object): FunnelAsked {
  const { catalog } = source;
  return readRequest(input, fields, (given, spot) => {
    const { entity, asOf, by, limit } = readWhom(given, spot, catalog, segment);
    const known = entity === 'customer' || catalog.entities.user !== undefined;
    const { json, funnel } = known ? readDefinition(source, entity, given, spot) : noUsers;
    const entry =
      given.period === undefined && given.moments === undefined
        ? ({ kind: 'range', ...usualPeriod(asOf) } as const)
        : readStretch(given, spot, catalog, 'HOUR', asOf);
    const compareTo =
      given.compareTo === undefined
        ? undefined
        : oneOf('comparison', comparisons)(given.compareTo, at(spot, 'compareTo'));
    const compared = compareTo && entry && comparedEntry(entry, compareTo, at(spot, 'compareTo'));
    if (!funnel || !entry) return undefined;
    const question = { population: populationAs(segment, entity), funnel, entry, asOf, by, limit };
    return { segment, question, definition: json, ...(compared && { compared }) };
  });
}

const noUsers: { readonly json: Json; readonly funnel: FunnelDefinition | undefined } = { json: {}, funnel: undefined };

function comparedEntry(entry: Bounded, compareTo: Comparison, spot: Spot): Bounded | undefined {
  if (entry.kind === 'range') return { kind: 'range', ...comparedPeriod(entry, compareTo) };
  return tell(spot, 'CONFLICTING_FIELDS', 'moments are not compared; ask for a period', ['period']);
}

/** The same funnel for the period compared with. */
export const comparedWith = ({ compared, ...asked }: FunnelAsked): FunnelAsked | null =>
  compared ? { ...asked, question: { ...asked.question, entry: compared } } : null;

export const zoneOf = (catalog: Catalog): string => catalog.workspace.timeZone;
