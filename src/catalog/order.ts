/** Puts things after what they need. What stands in a circle is left out of `order` and told in `cycles`. */
export function dependencyOrder(needs: ReadonlyMap<string, readonly string[]>): {
  readonly order: readonly string[];
  /** Each as a closed walk: `['a', 'b', 'a']`. */
  readonly cycles: readonly (readonly string[])[];
} {
  const order: string[] = [];
  const cycles: string[][] = [];
  const state = new Map<string, 'open' | 'done' | 'stuck'>();
  const trail: string[] = [];

  function visit(name: string): boolean {
    const known = state.get(name);
    if (known === 'done') return true;
    if (known === 'stuck') return false;
    if (known === 'open') {
      cycles.push([...trail.slice(trail.indexOf(name)), name]);
      return false;
    }
    state.set(name, 'open');
    trail.push(name);
    const sound = (needs.get(name) ?? [])
      .filter((n) => needs.has(n))
      .map(visit)
      .every(Boolean);
    trail.pop();
    state.set(name, sound ? 'done' : 'stuck');
    if (sound) order.push(name);
    return sound;
  }

  for (const name of needs.keys()) visit(name);
  return { order, cycles };
}
