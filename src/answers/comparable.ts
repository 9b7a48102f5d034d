import { problem, raise } from '../query/problem.js';
import type { Segment } from './segment.js';
import { preview, populationOf, savedSegment } from './segment.js';
import type { Source } from './session.js';
import type { EntityName } from '../query/where.js';
import type { StoredSegment } from '../store/segment.js';

/** A segment as it is named in a comparison. */
export interface ComparedInput {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly where?: unknown;
  readonly userWhere?: unknown;
}
export interface Compared {
  readonly name: string;
  readonly segment: Segment;
}

/** Segments of a comparison in the order given, each a saved one or a where. Throws ProblemError with every mistake. */
export async function comparedSegments(
  source: Source,
  find: (id: string) => Promise<StoredSegment>,
  inputs: readonly ComparedInput[],
  { least, most, path }: { readonly least: number; readonly most: number; readonly path: readonly string[] },
): Promise<readonly Compared[]> {
  const amount = `from ${String(least)} to ${String(most)} segments can be compared, not ${String(inputs.length)}`;
  raise([
    ...(inputs.length < least || inputs.length > most ? [problem('OUT_OF_RANGE', path, amount)] : []),
    ...inputs.flatMap((input, i) =>
      [input.id, input.where, input.userWhere].filter((given) => given != null).length === 1
        ? []
        : [problem('WHERE_NEEDED', [...path, i], 'give exactly one of id, where and userWhere', ['id', 'where'])],
    ),
  ]);
  const found = await Promise.all(
    inputs.map(async (input, i) => {
      const segment =
        input.id == null ? askedWhere(source, input, [...path, String(i)]) : savedSegment(source, await find(input.id));
      const name = input.name ?? segment.saved?.name ?? `segment ${String(i + 1)}`;
      return { name, segment };
    }),
  );
  found.forEach(({ segment }) => populationOf(segment));
  const entity = found[0]?.segment.entity;
  const names = found.map(({ name }) => name);
  raise(
    found.flatMap(({ name, segment }, i) => [
      ...(segment.entity === entity
        ? []
        : [problem('WRONG_POPULATION', [...path, i], `${name} is a segment of ${segment.entity}s, unlike the first`)]),
      ...(names.indexOf(name) === i
        ? []
        : [problem('NAME_REPEATED', [...path, i, 'name'], `two segments are called ${name}`)]),
    ]),
  );
  return found;
}

/** A where on customers or on users, whichever is given. */
export const askedWhere = (
  source: Source,
  { where, userWhere }: Pick<ComparedInput, 'where' | 'userWhere'>,
  path: readonly string[],
): Segment =>
  userWhere == null
    ? preview(source, 'customer', where, [...path, 'where'])
    : preview(source, 'user', userWhere, [...path, 'userWhere']);

/** Whom to look at: everyone of a kind where nothing is said. Throws ProblemError where the other kind is meant. */
export function askedWithin(
  source: Source,
  { within, withinUsers }: { readonly within?: unknown; readonly withinUsers?: unknown },
  entity: EntityName,
  path: readonly string[],
): Segment {
  const [field, given, other, otherGiven] =
    entity === 'customer'
      ? (['within', within, 'withinUsers', withinUsers] as const)
      : (['withinUsers', withinUsers, 'within', within] as const);
  if (otherGiven != null)
    raise([problem('WRONG_POPULATION', [...path, other], `${entity}s are looked at with ${field}`, [field])]);
  return preview(source, entity, given ?? {}, [...path, field]);
}
