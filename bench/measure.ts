import { bound } from './bound.js';
import { ask } from './http.js';
import type { Question, Rows } from './question.js';
import { asTheyAre, type Rival } from './rival.js';
import { sameRows } from './same.js';

/** Milliseconds of each run. */
export type Times = readonly number[];

/** How long those asked took for the same answer. */
export interface Measured {
  readonly question: Question;
  readonly ours: Times;
  readonly rival: Times;
  /** The rival's SQL over HTTP with its values bound, and the rival between; null where that takes no part worth telling. */
  readonly served: { readonly overHttp: Times; readonly rival: Times } | null;
  /** By the name, ours as it took between theirs; none where there are no peers. */
  readonly amongPeers: Readonly<Record<string, Times>>;
}

/** Asks and gives the rows of the answer; only the first part is timed. */
export interface Contender {
  ask(): Promise<() => Rows>;
}

/** Asks over GraphQL and HTTP; until the last byte has come counts. */
export function ours(url: string, { query, variables, rows }: Question): Contender {
  const body = JSON.stringify({ query, variables });
  return {
    ask: async () => {
      const { text } = await ask(`${url}/graphql`, body);
      return () => {
        const { data, errors } = JSON.parse(text) as { data: unknown; errors?: readonly { message: string }[] };
        if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
        return rows(data as never);
      };
    },
  };
}

/** The rival's SQL over HTTP too, its values bound (`by-hand-server.ts`). */
export function byHandOverHttp(url: string, { sql, shape = asTheyAre }: Question): Contender {
  const body = JSON.stringify(bound(sql));
  return {
    ask: async () => {
      const { ok, text } = await ask(url, body);
      if (!ok) throw new Error(text);
      return () => shape(JSON.parse(text) as Rows);
    },
  };
}

export const byHand = (rival: Rival): Contender => ({
  ask: async () => {
    const read = await rival.ask();
    return () => (typeof read === 'string' ? (JSON.parse(read) as Rows) : read);
  },
});

type Contenders = Readonly<Record<string, Contender>>;
interface Runs {
  readonly runs: number;
  readonly warmUps: number;
}

/** Ours and the rival in turn; then the rival's SQL over HTTP beside it; then ours and the peers. Throws where an answer differs. */
export async function measure(
  question: Question,
  {
    ours,
    rival,
    served,
    peers,
  }: {
    readonly ours: Contender;
    readonly rival: Contender;
    readonly served: Contender;
    readonly peers: Contenders;
  },
  runs: Runs,
): Promise<Measured> {
  const expected = (await rival.ask())();
  const check = (name: string, rows: Rows): void => {
    const difference = sameRows(rows, expected);
    if (difference !== null) throw new Error(`${question.title}: ${name} answers otherwise: ${difference}`);
  };
  const { [OURS]: mine = [], rival: other = [] } = await inTurn({ [OURS]: ours, rival }, runs, check);
  const isQuick = quantile(other, 0.5) < MOST_SERVED_MS;
  const { overHttp = [], rival: between = [] } = isQuick ? await inTurn({ overHttp: served, rival }, runs, check) : {};
  const amongPeers = Object.keys(peers).length > 0 ? await inTurn({ [OURS]: ours, ...peers }, runs, check) : {};
  return { question, ours: mine, rival: other, served: isQuick ? { overHttp, rival: between } : null, amongPeers };
}

/** Where the SQL takes longer, what HTTP and planning take is no matter. */
const MOST_SERVED_MS = 20;

/** The name of ours. */
export const OURS = 'Tessera';

/**
 * Programs get faster over their first thousands of answers, as Node compiles what is run often; a server in use has given them.
 * Quick questions get there in this time for each that is asked. Those that take long depend little on it.
 */
const WARM_UP_MS = { quick: 10_000, long: 3_000 } as const;
const QUICK_MS = 50;

function isCold(started: number, asked: number, contenders: number): boolean {
  const elapsed = performance.now() - started;
  return elapsed < contenders * WARM_UP_MS[asked === 0 || elapsed / asked < QUICK_MS ? 'quick' : 'long'];
}

/**
 * Asks all in turn until they are warm, and then as often as is timed. Each time another is first: what one leaves running or
 * cold for the next is not always left to the same.
 */
async function inTurn(
  contenders: Contenders,
  { runs, warmUps }: Runs,
  check: (name: string, rows: Rows) => void,
): Promise<Readonly<Record<string, Times>>> {
  const all = Object.entries(contenders).map(([name, contender]) => ({ name, contender, times: [] as number[] }));
  const turn = (round: number) => [...all.slice(round % all.length), ...all.slice(0, round % all.length)];
  const started = performance.now();
  for (let round = 0; round < warmUps || isCold(started, round * all.length, all.length); round++)
    for (const { name, contender } of turn(round)) check(name, (await contender.ask())());
  for (let round = 0; round < runs; round++)
    for (const { contender, times } of turn(round)) times.push(await timed(contender));
  return Object.fromEntries(all.map(({ name, times }) => [name, times]));
}

/** How long an answer takes that is known already, as for the second who looks at a dashboard, of a server that is warm. */
export async function askAgain(contender: Contender, runs: number): Promise<Times> {
  const started = performance.now();
  do await contender.ask();
  while (performance.now() - started < WARM_UP_MS.long);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await timed(contender));
  return times;
}

async function timed(contender: Contender): Promise<number> {
  const started = performance.now();
  await contender.ask();
  return performance.now() - started;
}

/** The value that a share of the times does not exceed; NaN where there are none. */
export function quantile(times: Times, share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return low + (high - low) * (at - Math.floor(at));
}
