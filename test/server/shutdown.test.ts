import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { serve } from './tiny-server.js';

test('closing lets the request in flight finish and takes no other', async () => {
  let finish: (answer: string) => void = () => undefined;
  const started = vi.fn();
  const { ask, close, url } = await serve({
    slow: () => {
      started();
      return new Promise<string>((resolve) => (finish = resolve));
    },
  });
  const inFlight = ask('{ slow }');
  await vi.waitFor(() => {
    expect(started).toHaveBeenCalled();
  });
  let closed = false;
  const closing = close().then(() => (closed = true));
  await vi.waitFor(() => expect(fetch(`${url}/health`)).rejects.toThrow());
  await setTimeout(50);
  expect(closed).toBe(false);
  finish('finished');
  expect(await inFlight).toEqual({ data: { slow: 'finished' } });
  await closing;
});

test('a request that outlasts the drain is aborted and cut off', async () => {
  const signals: AbortSignal[] = [];
  const { ask, close } = await serve(
    { slow: (_root, _args, { signal }) => new Promise(() => signals.push(signal)) },
    { limits: { drainMs: 50 } },
  );
  const inFlight = ask('{ slow }');
  inFlight.catch(() => undefined);
  await vi.waitFor(() => {
    expect(signals).toHaveLength(1);
  });
  await close();
  await expect(inFlight).rejects.toThrow();
  await vi.waitFor(() => {
    expect(signals[0]?.aborted).toBe(true);
  });
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s closes and exits with 0', async (signal) => {
  const program = fileURLToPath(new URL('closing-program.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const read = createInterface(child.stdout);
  read.on('line', (line) => {
    said.push(line);
    if (line === 'listening') child.kill(signal);
  });
  expect(await exited).toBe(0);
  await vi.waitFor(() => {
    expect(said).toEqual(['listening', 'closed']);
  });
});
