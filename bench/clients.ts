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

/** A number of the server's `/metrics`; NaN where it tells none. */
export async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length),
  );
}
