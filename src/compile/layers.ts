import type { Step } from './derived.js';

/** Columns of a row in layers: each is made of those before it, and the first of none. */
export function layersOf(columns: Iterable<string>, steps: ReadonlyMap<string, Step>): readonly (readonly string[])[] {
  const depth = new Map<string, number>();
  const visit = (column: string): number => {
    const step = steps.get(column);
    const known = depth.get(column) ?? (step ? 1 + Math.max(0, ...step.needs.map(visit)) : 0);
    depth.set(column, known);
    return known;
  };
  const layers: string[][] = [];
  for (const column of columns) (layers[visit(column)] ??= []).push(column);
  return layers;
}
