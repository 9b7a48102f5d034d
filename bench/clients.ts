import type { Dashboard } from './dashboard.js';

export interface Answered {
  readonly ms: number;
  /** Codes of its errors, each once; none for a whole answer. */
  readonly codes: readonly string[];
}

interface Reply {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** So many clients that each ask again as soon as they are answered, until the time is up. */
export async function ask(
  url: string,
  clients: number,
  seconds: number,
  next: () => Dashboard,
  answered: (one: Answered) => void,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) answered(await askOnce(url, next()));
  };
  await Promise.all(Array.from({ length: clients }, client));
}

export async function askOnce(url: string, body: Dashboard): Promise<Answered> {
  const started = performance.now();
  const codes = await codesOf(url, body);
  return { ms: performance.now() - started, codes: [...new Set(codes)] };
}

async function codesOf(url: string, body: Dashboard): Promise<readonly string[]> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { errors = [] } = (await response.json()) as Reply;
    return errors.map(({ extensions }) => extensions?.code ?? 'NO_CODE');
  } catch (error) {
    return [`NO_ANSWER (${error instanceof Error ? error.message : String(error)})`];
  }
}

/** Memory in use, and how long the event loop was held since this was asked before: the 99th percentile and the longest. */
export interface Health {
  readonly bytes: number;
  readonly lagSeconds: number;
  readonly heldSeconds: number;
}

/** Node tells the time between two ticks of a timer, which is this long where nothing holds it up. */
const TICK_SECONDS = 0.01;

/** Of the server's `/metrics`; NaN where it does not tell. */
export async function healthOf(url: string): Promise<Health> {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n');
  const metric = (name: string): number =>
    Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length));
  return {
    bytes: metric('process_resident_memory_bytes'),
    lagSeconds: metric('nodejs_eventloop_lag_p99_seconds') - TICK_SECONDS,
    heldSeconds: metric('nodejs_eventloop_lag_max_seconds') - TICK_SECONDS,
  };
}
