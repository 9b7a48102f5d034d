import { enumCase } from '../../catalog/names.js';
import { readWhere } from '../../catalog/where/read.js';
import { attributesOf } from '../../catalog/where/resolve.js';
import { list, tell, type Spot } from '../../catalog/where/spot.js';
import { id } from '../../catalog/where/values.js';
import type { Stages, TransitionsQuestion } from '../../query/movement.js';
import type { EntityName } from '../../query/where.js';
import { readRequest, refuse, type Request } from '../request.js';
import { populationOf, type Segment } from '../segment.js';
import type { Source } from '../session.js';
import { readWorth } from './read.js';
import { isStaged } from './stages.js';

const fields = ['from', 'to', 'by', 'byUser', 'segments', 'value', 'limit'] as const;
type Field = (typeof fields)[number];
const mostSegments = 50;

/** Reads a request for transitions of a segment's members. Throws ProblemError with every mistake. */
export function readTransitions(source: Source, segment: Segment, input: unknown): TransitionsQuestion {
  const { catalog } = source;
  const population = populationOf(segment);
  const request = readRequest(source, population.entity, input, 'a request for transitions', fields);
  if (request.given.from === undefined) tell(request.spot('from'), 'MISSING_VALUE', 'transitions need their first day');
  const to = request.day('to', catalog.dataAsOf);
  const from = request.day('from', to);
  if (request.given.from !== undefined && from >= to)
    tell(request.spot('from'), 'EMPTY_RANGE', `${from} is not before ${to}, so nothing can have moved between them`);
  const stages = readStages(source, population.entity, request);
  const value = readWorth<Field>(source, request);
  const limit = request.whole('limit', 1, 10_000, 1_000);
  return request.done(() => {
    if (!stages) throw new Error('A request without a mistake has stages');
    return { population, from, to, stages, limit, ...(value && { value: value.name }) };
  });
}

const attributeFields: Readonly<Record<EntityName, 'by' | 'byUser'>> = { customer: 'by', user: 'byUser' };

/** Exactly one of an attribute of the members and a list of segments. */
function readStages(source: Source, entity: EntityName, request: Request<Field>): Stages | undefined {
  const { given, spot } = request;
  const named = (['by', 'byUser', 'segments'] as const).filter((field) => given[field] !== undefined);
  const [field] = named;
  const own = attributeFields[entity];
  if (field === undefined)
    return tell(spot(own), 'MISSING_VALUE', 'transitions are between values of an attribute or segments', [
      own,
      'segments',
    ]);
  if (named.length > 1)
    return tell(spot(field), 'CONFLICTING_FIELDS', `transitions are by one of ${named.join(' and ')}`, named);
  if (field === 'segments') return readSegments(source, entity, given.segments, spot('segments'));
  if (field !== own) return refuse(spot(field), 'NOT_GROUPABLE', `${entity}s are told apart with ${own}`, [own]);
  const attribute = request.attribute(field, entity);
  if (!attribute || isStaged(attribute)) return attribute && { kind: 'attribute', name: attribute.name };
  const others = attributesOf(source.catalog, entity).filter((a) => a.type === 'string');
  return refuse(
    spot(field),
    'NOT_GROUPABLE',
    `${attribute.label} is a list; transitions are between single values`,
    others.slice(0, 5).map((a) => enumCase(a.name)),
  );
}

function readSegments(source: Source, entity: EntityName, input: unknown, spot: Spot): Stages | undefined {
  const ids = list(input, spot, id);
  if (ids === undefined) return undefined;
  if (ids.length === 0 || ids.length > mostSegments)
    return tell(
      spot,
      'OUT_OF_RANGE',
      `transitions are between 1 to ${String(mostSegments)} segments, not ${String(ids.length)}`,
    );
  const { catalog, segment } = source;
  const wheres = ids.map((one, i) => {
    const { where, problems } = readWhere({ segment: { in: [one] } }, entity, { catalog, segment });
    spot.problems.push(...problems.map((p) => ({ ...p, path: [...spot.path, i] })));
    return where;
  });
  return { kind: 'segments', ids, wheres };
}
