import type { World } from './world.js';

const found = new WeakMap<World, Map<string, unknown>>();

/** What was worked out of a company before is not worked out again. */
export function once<T>(world: World, key: string, make: () => T): T {
  const known = found.get(world) ?? new Map<string, unknown>();
  found.set(world, known);
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}
