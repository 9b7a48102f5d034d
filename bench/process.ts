import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program that runs until it is stopped. */
export interface Running {
  /** What it told of itself as it was ready. */
  readonly found: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts a program of Node and waits for a line that it prints when it is ready. Throws where it ends before that. */
export async function startProcess(
  args: readonly string[],
  ready: RegExp,
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, UV_THREADPOOL_SIZE: '16', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      done();
    }),
  );
  const found = await new Promise<string>((tell, fail) => {
    createInterface(child.stdout).on('line', (line) => {
      const told = ready.exec(line)?.[1];
      if (told !== undefined) tell(told);
    });
    void ended.then(() => {
      fail(new Error('it ended before it was ready'));
    });
  });
  return {
    found,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
