import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

const program = resolve(import.meta.dirname, '../../bin/tessera.js');

/** A folder of its own for what the compiled program writes, gone after the test. */
async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-compiled-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

test('the compiled program finds its schema, its starter workspace and its pages', async () => {
  const dir = await folder();
  const run = (...args: readonly string[]) =>
    spawn(process.execPath, [program, ...args], {
      env: { ...process.env, TESSERA_STORE: join(dir, 'store.db'), TESSERA_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const workspace = join(dir, 'workspace');
  const init = run('init', workspace);
  expect(await new Promise((ended) => init.once('exit', ended))).toBe(0);

  const server = run('-w', workspace, 'start', '--port', '0');
  const ended = new Promise((done) => server.once('exit', done));
  try {
    const url = await new Promise<string>((found) =>
      createInterface(server.stdout).on('line', (line) => {
        const told = /ask at (\S+)\/graphql/.exec(line)?.[1];
        if (told !== undefined) found(told);
      }),
    );
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ preview { size } }' }),
    });
    expect(await response.json()).toMatchObject({ data: { preview: { size: expect.any(Number) as number } } });
    const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<script');
  } finally {
    server.kill('SIGTERM');
  }
  expect(await ended).toBe(0);
});
