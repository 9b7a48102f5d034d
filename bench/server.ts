import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

const program = resolve(import.meta.dirname, '../src/main.ts');

/** Serves a workspace as `npm start` does, with a store of its own that is gone afterwards. */
export async function startServer(workspace: string): Promise<Server> {
  const home = await mkdtemp(join(tmpdir(), 'tessera-load-'));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, '-w', resolve(workspace), 'start', '--port', '0'],
    {
      env: {
        ...process.env,
        UV_THREADPOOL_SIZE: '16',
        TESSERA_LOG_LEVEL: 'error',
        TESSERA_STORE: join(home, 'store.db'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => void rm(home, { recursive: true }).then(done)));
  const url = await new Promise<string>((found, failed) => {
    createInterface(child.stdout).on('line', (line) => {
      const told = /ask at (\S+)\/graphql/.exec(line)?.[1];
      if (told !== undefined) found(told);
    });
    void ended.then(() => {
      failed(new Error('The server ended before it listened'));
    });
  });
  return {
    url,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
