import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { settings } from '../src/config.js';
import { startProcess, type Running } from './process.js';

/** A server in a process of its own. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const program = resolve(import.meta.dirname, '../bin/tessera.js');

/** Settings by name, those that the server does not have left out. */
const known = (wanted: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(wanted).filter(([name]) => settings.some((setting) => setting.name === name)));

/** Serves a workspace as `npm start` does, with a store of its own that is gone afterwards. */
export async function startServer(
  workspace: string,
  { answers = 'kept' }: { readonly answers?: 'kept' | 'computed' } = {},
): Promise<Server> {
  const home = await mkdtemp(join(tmpdir(), 'tessera-bench-'));
  const { found, pid, stop } = await startProcess(
    [program, '-w', resolve(workspace), 'start', '--port', '0'],
    /ask at (\S+)\/graphql/,
    {
      TESSERA_LOG_LEVEL: 'error',
      TESSERA_STORE: join(home, 'store.db'),
      ...(answers === 'computed' && known({ TESSERA_RESULT_CACHE_MB: '0' })),
    },
  );
  return { url: found, pid, stop: () => stop().then(() => rm(home, { recursive: true })) };
}

/** The rival's SQL behind a server that does nothing besides. */
export const startByHand = (file: string): Promise<Running> =>
  startProcess(['--import', 'tsx', join(import.meta.dirname, 'by-hand-server.ts'), file], /asked at (\S+)/, {});
