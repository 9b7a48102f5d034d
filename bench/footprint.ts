import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { startServer } from './server.js';

/** What it takes to have a workspace served. */
export interface Footprint {
  readonly name: string;
  readonly customers: number;
  /** Milliseconds from the start of the process to the last byte of its first answer. */
  readonly coldStartMs: number;
  /** Megabytes resident while nobody asks. */
  readonly idleMb: number;
}

const QUERY = JSON.stringify({ query: '{ preview { size } }' });
const IDLE_MS = 3_000;

/** Starts a server, asks it how many customers there are, and looks at it when it has been idle for a while. */
export async function footprint(name: string, workspace: string): Promise<Footprint> {
  const started = performance.now();
  const server = await startServer(workspace);
  try {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: QUERY,
    });
    const { data } = (await response.json()) as { readonly data: { readonly preview: { readonly size: number } } };
    const coldStartMs = performance.now() - started;
    await wait(IDLE_MS);
    return { name, customers: data.preview.size, coldStartMs, idleMb: await residentMb(server.pid) };
  } finally {
    await server.stop();
  }
}

/** Of Linux, as `ps` tells it. */
async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
