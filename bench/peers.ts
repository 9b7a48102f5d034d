import { join } from 'node:path';
import type { Contender } from './measure.js';
import { startCube } from './peers/cube.js';
import { startDrizzleCube } from './peers/drizzle-cube.js';
import { served } from './peers/served.js';
import { segments } from './segments.js';

/** Another product on the same file, in a process of its own. */
export interface Peer {
  readonly name: string;
  /** Null where it cannot say the question. */
  contender(key: string): Contender | null;
  readonly stop: () => Promise<void>;
}

/** Throws where it is not installed or does not start. */
export type StartPeer = (args: PeerArgs) => Promise<Started>;

export interface Started extends Omit<Peer, 'name'> {
  /** What has to be said beside its name. */
  readonly remark?: string;
}

/** What a peer's process is given: the file of the build, the last day of its data, and the benchmark's segments as JSON. */
export type PeerArgs = readonly [file: string, asOf: string, segments: string];

const folder = join(import.meta.dirname, 'peers');

/** By the names in the results. */
const PEERS: Readonly<Record<string, StartPeer>> = {
  'drizzle-cube': startDrizzleCube(folder),
  Malloy: served(folder, 'malloy.js'),
  'Malloy, compiled before': served(folder, 'malloy.js', 'compiled before'),
  Cube: startCube(join(folder, 'cube')),
};

/** Those that are installed and start; why others do not is told. */
export async function startPeers(file: string, asOf: string): Promise<readonly Peer[]> {
  const args: PeerArgs = [file, asOf, JSON.stringify(segments(50))];
  const started = Object.entries(PEERS).map(async ([name, start]) => {
    try {
      const { remark, ...peer } = await start(args);
      return { name: remark === undefined ? name : `${name} (${remark})`, ...peer };
    } catch (error) {
      console.log(`Without ${name}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  });
  return (await Promise.all(started)).filter((peer) => peer !== null);
}
