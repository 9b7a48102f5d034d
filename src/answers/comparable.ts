import { problem, raise } from '../query/problem.js';
import type { Segment } from './segment.js';
import { preview, populationOf, savedSegment } from './segment.js';
import type { Source } from './session.js';
import type { StoredSegment } from '../store/segment.js';

/** A segment as it is named in a comparison. */
export interface ComparedInput {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly where?: unknown;
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
      (input.id == null) === (input.where == null)
        ? [problem('WHERE_NEEDED', [...path, i], 'give exactly one of id and where', ['id', 'where'])]
        : [],
    ),
  ]);
  const found = await Promise.all(
    inputs.map(async (input, i) => {
      const segment =
        input.id == null
          ? preview(source, 'customer', input.where, [...path, String(i), 'where'])
          : savedSegment(source, await find(input.id));
      const name = input.name ?? segment.saved?.name ?? `segment ${String(i + 1)}`;
      return { name, segment };
    }),
  );
  found.forEach(({ segment }) => populationOf(segment));
  const names = found.map(({ name }) => name);
  raise(
    found.flatMap(({ name, segment }, i) => [
      ...(segment.entity === 'customer'
        ? []
        : [problem('WRONG_POPULATION', [...path, i], `${name} is a segment of users`)]),
      ...(names.indexOf(name) === i
        ? []
        : [problem('NAME_REPEATED', [...path, i, 'name'], `two segments are called ${name}`)]),
    ]),
  );
  return found;
}
