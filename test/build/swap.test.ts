import { setTimeout as wait } from 'node:timers/promises';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openServing, type Serving } from '../../src/commands/serving.js';
import { readConfig } from '../../src/config.js';
import { createApp, type App } from '../../src/server/app.js';
import type { Context } from '../../src/graphql/context.js';
import { buildOnce } from './built.js';

let dir: string;
let serving: Serving;
let app: App<Context>;
let url: string;
const lines: Record<string, unknown>[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tessera-swap-'));
  await cp('samples/bistro', dir, { recursive: true });
  await rm(join(dir, '.tessera'), { recursive: true, force: true });
  await writeFile(
    join(dir, 'workspace.yml'),
    'name: Bistro\ntime_zone: Europe/Rome\nas_of: 2026-06-30\nsnapshots: { daily: 2 days }\n',
  );
  lines.length = 0;
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) });
  serving = await openServing(readConfig({ TESSERA_WORKSPACE: dir }), log);
  const { schema, createContext } = serving;
  app = await createApp({ schema, createContext, webRoot: dir, ready: () => true, log });
  url = await app.listen(0, '127.0.0.1');
});
afterEach(async () => {
  await app.close();
  await serving.close();
  await rm(dir, { recursive: true, force: true });
});

test('a build that is published while serving takes over without a failed request', { timeout: 120_000 }, async () => {
  const bodies = new Set<string>();
  let asking = true;
  /** No question comes twice: answers that are kept would hide a warehouse that is gone. */
  let asked = 0;
  const ask = async (): Promise<void> => {
    while (asking) {
      const query = `{ preview(where: { visits90d: { gte: ${String(asked++)} } }) { size query(asOf: "2026-06-30") { sql } } }`;
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const body = (await response.json()) as { data?: { preview: { query: { sql: string } } }; errors?: unknown };
      expect([response.status, body.errors]).toEqual([200, undefined]);
      bodies.add(body.data?.preview.query.sql.includes('customer_snapshots') ? 'built' : 'files');
      await wait(10);
    }
  };
  const clients = [ask(), ask(), ask()];
  await buildOnce(dir);
  await vi.waitFor(
    () => {
      expect([...bodies]).toEqual(['files', 'built']);
    },
    { timeout: 20_000 },
  );
  asking = false;
  await Promise.all(clients);
  expect(lines.filter((line) => Number(line['level']) >= 40)).toEqual([]);
  expect(lines.map((line) => line['msg'])).toContain('serving a new build');
});
