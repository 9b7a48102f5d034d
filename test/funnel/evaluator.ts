/** Funnels by trying everything: all chains of different rows, all orders of rows at one moment. Nothing of the product is used. */

/** A row as one funnel sees it: when it was, the steps it may serve (from 0) and the exclusions it is of. */
export interface SeenRow {
  readonly at: number;
  readonly serves: readonly number[];
  readonly spoils: readonly number[];
  /** Whether it is of a fact that steps are of: what a strict order minds. */
  readonly counts: boolean;
}

export interface Rules {
  readonly steps: number;
  readonly order: 'ORDERED' | 'STRICT' | 'ANY';
  readonly window: number;
  /** By step, from 0; undefined without one. */
  readonly within: readonly (number | undefined)[];
  readonly exclusions: readonly { readonly after: number; readonly before: number }[];
  readonly from: number;
  readonly until: number;
  /** Nothing from here on is known. */
  readonly end: number;
}

export interface Outcome {
  readonly reached: number;
  readonly outcome: 'CONVERTED' | 'PENDING' | 'LOST' | 'EXCLUDED';
  readonly times: readonly number[];
}

interface Attempt {
  readonly times: readonly number[];
  readonly open: boolean;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Longer is better; of equal length the one whose steps came first. */
function better(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length !== b.length) return a.length > b.length ? a : b;
  const at = a.findIndex((t, i) => t !== b[i]);
  return at === -1 || (a[at] ?? 0) < (b[at] ?? 0) ? a : b;
}

/** Every chain of different rows that begins with the entry, each row for the next step, no step too late. */
function chains(rows: readonly SeenRow[], rules: Rules, begin: number): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const extend = (used: readonly number[], times: readonly number[]): void => {
    found.push(times);
    const step = times.length;
    if (step === rules.steps) return;
    const last = times[step - 1] ?? begin;
    rows.forEach((row, i) => {
      const own = rules.within[step];
      const late = row.at > begin + rules.window || (own !== undefined && row.at > last + own);
      if (!used.includes(i) && row.serves.includes(step) && row.at >= last && !late)
        extend([...used, i], [...times, row.at]);
    });
  };
  rows.forEach((row, i) => {
    if (row.at === begin && row.serves.includes(0)) extend([i], [begin]);
  });
  return found;
}

function ordered(rows: readonly SeenRow[], rules: Rules, begin: number): Attempt {
  const all = chains(rows, rules, begin);
  const times = all.reduce(better, []);
  const possible = all.some((chain) => {
    const own = rules.within[chain.length];
    return chain.length < rules.steps && (own === undefined || (chain.at(-1) ?? begin) + own >= rules.end);
  });
  return { times, open: times.length < rules.steps && begin + rules.window >= rules.end && possible };
}

const permutations = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, i) =>
        permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
      );

/** Every order of rows that agrees with their times. */
function orders(rows: readonly SeenRow[]): readonly (readonly SeenRow[])[] {
  const moments = unique(rows.map((r) => r.at)).sort((a, b) => a - b);
  return moments.reduce<readonly (readonly SeenRow[])[]>(
    (before, at) => {
      const own = permutations(rows.filter((r) => r.at === at));
      return before.flatMap((b) => own.map((o) => [...b, ...o]));
    },
    [[]],
  );
}

function strict(rows: readonly SeenRow[], rules: Rules, begin: number): Attempt {
  let times: readonly number[] = [];
  let possible = false;
  for (const order of orders(rows.filter((r) => r.counts)))
    order.forEach((row, entry) => {
      if (row.at !== begin || !row.serves.includes(0)) return;
      const chain = [begin];
      for (;;) {
        const next = order[entry + chain.length];
        const own = rules.within[chain.length];
        const last = chain.at(-1) ?? begin;
        if (!next) possible ||= chain.length < rules.steps && (own === undefined || last + own >= rules.end);
        const late = !next || next.at > begin + rules.window || (own !== undefined && next.at > last + own);
        if (chain.length === rules.steps || late || !next.serves.includes(chain.length)) break;
        chain.push(next.at);
      }
      times = better(times, chain);
    });
  return { times, open: times.length < rules.steps && begin + rules.window >= rules.end && possible };
}

/** The most steps that rows can serve, each another one. */
function matching(rows: readonly SeenRow[]): number {
  const [first, ...rest] = rows;
  if (!first) return 0;
  const without = matching(rest);
  const taken = first.serves.map(
    (step) => 1 + matching(rest.map((r) => ({ ...r, serves: r.serves.filter((s) => s !== step) }))),
  );
  return Math.max(without, ...taken);
}

function inAnyOrder(rows: readonly SeenRow[], rules: Rules, begin: number): Attempt {
  const within = rows.filter((r) => r.at >= begin && r.at <= begin + rules.window && r.serves.length > 0);
  const moments = unique(within.map((r) => r.at)).sort((a, b) => a - b);
  const times: number[] = [];
  for (const at of moments) {
    const done = matching(within.filter((r) => r.at <= at));
    while (times.length < done) times.push(at);
  }
  return { times, open: times.length < rules.steps && begin + rules.window >= rules.end };
}

const ways = { ORDERED: ordered, STRICT: strict, ANY: inAnyOrder };

function isSpoiled({ times }: Attempt, rows: readonly SeenRow[], rules: Rules): boolean {
  return rules.exclusions.some(({ after, before }, i) => {
    const [from, to] = [times[after - 1], times[before - 1]];
    if (from === undefined) return false;
    const ends = (at: number): boolean => (to === undefined ? at <= (times[0] ?? 0) + rules.window : at < to);
    return rows.some((r) => r.spoils.includes(i) && r.at > from && ends(r.at));
  });
}

/** What became of one member with these rows; undefined for those who did not enter. */
export function evaluate(all: readonly SeenRow[], rules: Rules): Outcome | undefined {
  const rows = all.filter((r) => r.at < rules.end);
  const enters = (row: SeenRow): boolean => (rules.order === 'ANY' ? row.serves.length > 0 : row.serves.includes(0));
  const begins = unique(rows.filter((r) => enters(r) && r.at >= rules.from && r.at < rules.until).map((r) => r.at));
  if (begins.length === 0) return undefined;
  const attempts = begins.map((begin) => ways[rules.order](rows, rules, begin));
  const kept = attempts.filter((attempt) => !isSpoiled(attempt, rows, rules));
  if (kept.length === 0) return { reached: 0, outcome: 'EXCLUDED', times: [] };
  const reached = Math.max(...kept.map((a) => a.times.length));
  const furthest = kept.filter((a) => a.times.length === reached).map((a) => a.times);
  const soonest = Math.min(...furthest.map((times) => times.at(-1) ?? 0));
  const first = furthest.filter((times) => times.at(-1) === soonest);
  const times = first.reduce((a, b) => ((b[0] ?? 0) > (a[0] ?? 0) ? b : a));
  const settled = reached === rules.steps ? 'CONVERTED' : 'LOST';
  return { reached, outcome: reached < rules.steps && kept.some((a) => a.open) ? 'PENDING' : settled, times };
}
