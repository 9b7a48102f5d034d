import { resolve } from 'node:path';
import { Command } from 'commander';
import { type Answered, ask, askOnce, type Health, healthOf } from './clients.js';
import { dashboard } from './dashboard.js';
import { draws } from './random.js';
import { startServer } from './server.js';

/** `npm run bench:load`: many dashboards at once, how long they take, what fails, and whether memory grows. */
const options = new Command('bench:load')
  .option('--url <url>', 'a server that runs already, such as http://127.0.0.1:4000')
  .option(
    '--workspace <dir>',
    'the workspace to serve otherwise: the sample, of any size',
    resolve(import.meta.dirname, '..'),
  )
  .option('--clients <n>', 'requests at once', Number, 64)
  .option('--seconds <n>', 'for so long', Number, 60)
  .option('--seed <n>', 'other dashboards', Number, 1)
  .parse()
  .opts<{ url?: string; workspace: string; clients: number; seconds: number; seed: number }>();

const server = options.url === undefined ? await startServer(options.workspace) : undefined;
const url = server?.url ?? options.url ?? '';
try {
  await measure();
} finally {
  await server?.stop();
}

async function measure(): Promise<void> {
  const draw = draws(options.seed);
  const dataAsOf = await lastDay();
  const next = () => dashboard(draw, dataAsOf);
  const warm = await askOnce(url, next());
  if (warm.codes.length > 0) throw new Error(`The dashboard cannot be asked: ${warm.codes.join(', ')}`);

  const all: Answered[] = [];
  const before = await healthOf(url);
  const during: Health[] = [];
  const sixth = setInterval(
    () => {
      void healthOf(url).then((health) => during.push(health));
    },
    (options.seconds * 1000) / 6,
  );
  const started = performance.now();
  await ask(url, options.clients, options.seconds, next, (one) => all.push(one));
  const seconds = (performance.now() - started) / 1000;
  clearInterval(sixth);
  during.push(await healthOf(url));

  const whole = all.filter(({ codes }) => codes.length === 0);
  const errors = new Map<string, number>();
  for (const code of all.flatMap(({ codes }) => codes)) errors.set(code, (errors.get(code) ?? 0) + 1);
  console.log(`${options.clients} dashboards at once for ${seconds.toFixed(1)} s (alone: ${warm.ms.toFixed(0)} ms)`);
  console.log(`whole answers     ${whole.length}, ${(whole.length / seconds).toFixed(1)} a second`);
  console.log(
    `milliseconds      ${[0.5, 0.95, 0.99, 1].map((q) => `${nameOf(q)} ${quantile(whole, q).toFixed(0)}`).join('   ')}`,
  );
  console.log(`requests with     ${[...errors].map(([code, of]) => `${code} ${of}`).join('   ') || 'no error'}`);
  console.log(
    `server memory, MB ${[before, ...during].map(({ bytes }) => (bytes / 1e6).toFixed(0)).join(' → ')} (start, and each sixth of the time)`,
  );
  const lag = Math.max(...during.map(({ lagSeconds }) => lagSeconds));
  console.log(`event loop lag    p99 ${(lag * 1000).toFixed(0)} ms (of the worst sixth)`);
  if ([...errors.keys()].some((code) => code !== 'WAREHOUSE_BUSY')) process.exitCode = 1;
}

async function lastDay(): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query": "{ catalog { dataAsOf } }"}',
  });
  return ((await response.json()) as { data: { catalog: { dataAsOf: string } } }).data.catalog.dataAsOf;
}

function nameOf(q: number): string {
  return q === 1 ? 'most' : `p${q * 100}`;
}

function quantile(answers: readonly Answered[], q: number): number {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}
