import type { Small } from './small.js';

/** A health model of the small workspace, as its yml says it and as the evaluator reads it. */
export interface Part {
  readonly name: string;
  readonly column: 'a' | 'b' | 'c';
  readonly weight: number;
  readonly scale?: readonly (readonly [number, number])[];
  readonly bands?: readonly { readonly below?: number; readonly score: number }[];
  /** Days; by `measured_on`. */
  readonly maxAge?: number;
}
export interface Profile {
  readonly name: string;
  /** Customers whose `kind` this is; everybody left where it is not given. */
  readonly kind?: string;
  readonly model: 'weighted' | 'worst_of';
  readonly missing: 'exclude' | number;
  readonly coverage: number;
  readonly parts: readonly Part[];
}

export const asYml = (profiles: readonly Profile[]): string =>
  JSON.stringify({
    profiles: Object.fromEntries(
      profiles.map(({ name, kind, model, missing, coverage, parts }) => [
        name,
        {
          ...(kind === undefined ? {} : { where: { kind: { eq: kind } } }),
          model,
          missing: missing === 'exclude' ? missing : `score ${String(missing)}`,
          coverage,
          components: Object.fromEntries(
            parts.map(({ name: part, column, weight, scale, bands, maxAge }) => [
              part,
              {
                attribute: column,
                weight,
                ...(scale ? { scale } : { bands }),
                ...(maxAge === undefined ? {} : { max_age: `${String(maxAge)} days`, date: 'measured_on' }),
              },
            ]),
          ),
        },
      ]),
    ),
  });

function scoreOf({ scale, bands }: Part, value: number): number {
  if (bands) return (bands.find(({ below }) => below === undefined || value < below) ?? { score: NaN }).score;
  const points = scale ?? [];
  const above = points.findIndex(([x]) => x > value);
  if (above === 0) return points[0]?.[1] ?? NaN;
  if (above < 0) return points.at(-1)?.[1] ?? NaN;
  const [[x0, y0] = [0, 0], [x1, y1] = [0, 0]] = points.slice(above - 1, above + 1);
  const share = (value - x0) / (x1 - x0);
  return y0 * (1 - share) + y1 * share;
}

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

function observed(part: Part, customer: Small, asOf: string): number | null {
  const value = customer[part.column] ?? null;
  if (value === null || part.maxAge === undefined) return value;
  const on = customer.measuredOn ?? null;
  return on !== null && day(asOf) - day(on) <= part.maxAge ? value : null;
}

export interface Health {
  readonly profile: string | null;
  readonly score: number | null;
  readonly coverage: number | null;
  readonly band: string | null;
}

/** What a customer's health is, worked out one customer at a time. */
export function healthOf(customer: Small, profiles: readonly Profile[], asOf: string): Health {
  const profile = profiles.find(({ kind }) => kind === undefined || kind === customer.kind);
  if (!profile) return { profile: null, score: null, coverage: null, band: null };
  let [weighed, weight, present, whole, worst] = [0, 0, 0, 0, Infinity];
  for (const part of profile.parts) {
    const value = observed(part, customer, asOf);
    whole += part.weight;
    if (value !== null) present += part.weight;
    if (value === null && profile.missing === 'exclude') continue;
    const score = value === null ? Number(profile.missing) : scoreOf(part, value);
    weighed += score * part.weight;
    weight += part.weight;
    worst = Math.min(worst, score);
  }
  const coverage = present / whole;
  const known = coverage >= profile.coverage && weight > 0;
  const score = known ? (profile.model === 'weighted' ? weighed / weight : worst) : null;
  const band = score === null ? 'UNKNOWN' : score >= 70 ? 'good' : score >= 40 ? 'average' : 'poor';
  return { profile: profile.name, score, coverage, band };
}
