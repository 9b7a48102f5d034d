import { breathe } from './breathe.js';

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** Whether the search closed in on a point, rather than running out of steps or onto something that is no number. */
  readonly converged: boolean;
}

type Target = (x: readonly number[]) => number;
interface Vertex {
  readonly x: readonly number[];
  readonly f: number;
}

/** Milliseconds of search before other work is let through. */
const breath = 15;
const tolerance = 1e-12;
const mostSteps = 2_000;
const mostRestarts = 12;

const toward = (from: readonly number[], to: readonly number[], by: number): readonly number[] =>
  from.map((v, i) => v + by * ((to[i] ?? 0) - v));

/** One descent of Nelder and Mead's simplex: reflect the worst corner, reach further, draw back, or shrink. */
async function descend(target: Target, start: readonly number[], size: number): Promise<Minimum> {
  const vertex = (x: readonly number[]): Vertex => {
    const f = target(x);
    return { x, f: Number.isNaN(f) ? Infinity : f };
  };
  let simplex = [start, ...start.map((_, i) => start.map((v, j) => (i === j ? v + size : v)))].map(vertex);
  let since = performance.now();
  for (let step = 0; step < mostSteps; step++) {
    if (performance.now() - since > breath) {
      await breathe();
      since = performance.now();
    }
    simplex.sort((a, b) => a.f - b.f);
    const [best, worst, second] = [simplex[0], simplex.at(-1), simplex.at(-2)];
    if (!best || !worst || !second) break;
    if (worst.f - best.f <= tolerance * (1 + Math.abs(best.f)))
      return { at: best.x, value: best.f, converged: Number.isFinite(best.f) };
    const others = simplex.slice(0, -1);
    const centre = start.map((_, i) => others.reduce((sum, v) => sum + (v.x[i] ?? 0), 0) / others.length);
    const reflected = vertex(toward(worst.x, centre, 2));
    const better =
      reflected.f < best.f
        ? least(reflected, vertex(toward(worst.x, centre, 3)))
        : reflected.f < second.f
          ? reflected
          : drawnBack(vertex(toward(worst.x, centre, reflected.f < worst.f ? 1.5 : 0.5)), worst, reflected);
    simplex = better ? [...others, better] : [best, ...simplex.slice(1).map((v) => vertex(toward(best.x, v.x, 0.5)))];
  }
  const [best] = simplex.sort((a, b) => a.f - b.f);
  return { at: best?.x ?? start, value: best?.f ?? Infinity, converged: false };
}

const least = (a: Vertex, b: Vertex): Vertex => (b.f < a.f ? b : a);
const drawnBack = (tried: Vertex, worst: Vertex, reflected: Vertex): Vertex | undefined =>
  tried.f < Math.min(worst.f, reflected.f) ? tried : undefined;

/**
 * The point of least value near a start, without derivatives. Begins again where it ended until nothing is gained, since a
 * simplex can collapse short of the minimum. Never holds the process up for long.
 */
export async function minimise(target: Target, start: readonly number[], size = 0.5): Promise<Minimum> {
  let found = await descend(target, start, size);
  for (let restart = 0; restart < mostRestarts; restart++) {
    const again = await descend(target, found.at, size / 5);
    const gained = found.value - again.value;
    if (again.value < found.value) found = again;
    if (!(gained > 1e-9 * (1 + Math.abs(found.value)))) return { ...found, converged: again.converged };
  }
  return { ...found, converged: false };
}
