import { conditionsOf, groupJson, together, type Part } from './part.js';

/** The where with one condition turned the other way. Groups without it stay as they are written. */
export function turned(part: Part, id: string): unknown {
  if (part.id === id && part.kind === 'CONDITION') return { not: part.json };
  if (!conditionsOf(part).some((p) => p.id === id)) return part.json;
  return groupJson(
    part.kind,
    part.parts.map((p) => turned(p, id)),
  );
}

/** Those who are not members and would be if one condition turned out the other way, as a where. */
export const keptOutBy = (whole: Part, id: string): unknown => together([{ not: whole.json }, turned(whole, id)]);

/** The same for any condition. */
export const keptOutByOne = (whole: Part): unknown =>
  together([{ not: whole.json }, { or: conditionsOf(whole).map(({ id }) => turned(whole, id)) }]);
