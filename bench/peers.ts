import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './measure.js';
import type { Rows } from './question.js';
import { startProcess } from './process.js';

/** Another product on the same file, in a process of its own. */
export interface Peer {
  readonly name: string;
  /** Null where it cannot say the question. */
  contender(key: string): Contender | null;
  readonly stop: () => Promise<void>;
}

const folder = join(import.meta.dirname, 'peers');
const PEERS = { 'drizzle-cube': 'drizzle-cube.js', Malloy: 'malloy.js' } as const;

/** Those that are installed and start; why others do not is told. */
export async function startPeers(file: string, asOf: string): Promise<readonly Peer[]> {
  if (!existsSync(join(folder, 'node_modules'))) {
    console.log('No peers: `npm install` in bench/peers first');
    return [];
  }
  const started = Object.entries(PEERS).map(([name, script]) =>
    startPeer(name, script, file, asOf).catch((error: unknown) => {
      console.log(`${name} does not start: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }),
  );
  return (await Promise.all(started)).filter((peer) => peer !== null);
}

async function startPeer(name: string, script: string, file: string, asOf: string): Promise<Peer> {
  const { found: url, stop } = await startProcess([join(folder, script), file, asOf], /asked at (\S+)/, {});
  const keys = (await (await fetch(url)).json()) as readonly string[];
  return {
    name,
    stop,
    contender: (key) => (keys.includes(key) ? { ask: () => askPeer(url, key) } : null),
  };
}

async function askPeer(url: string, key: string): Promise<() => Rows> {
  const response = await fetch(`${url}/${key}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return () => JSON.parse(text) as Rows;
}
