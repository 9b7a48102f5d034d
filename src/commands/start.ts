import pino from 'pino';
import { workOf } from '../answers/work.js';
import { processConfig } from '../config.js';
import type { Environment } from '../config.js';
import type { OpenWorkspace } from '../answers/workspace.js';
import { describeProblem } from '../query/problem.js';
import { createApp } from '../server/app.js';
import { createMetrics } from '../server/metrics.js';
import { closeOnSignal } from '../server/shutdown.js';
import { buildWeb, WEB_ROOT } from '../web/build.js';
import { openServing } from './serving.js';

/** Serves a workspace until a signal ends the process. */
export async function start(overrides: Environment): Promise<void> {
  const config = processConfig(overrides);
  const log = pino({ level: config.logLevel });
  const metrics = createMetrics();
  const serving = await openServing(config, log, { onQuery: metrics.query });
  const workspace = serving.workspace();
  metrics.watch({
    get activity() {
      return serving.workspace().warehouse.activity;
    },
  });
  for (const [name, kind, help] of CACHE_READINGS)
    metrics.add({
      name: `result_cache_${name}${kind === 'counter' ? '_total' : ''}`,
      kind,
      help,
      read: () => serving.workspace().cache?.counts[name] ?? 0,
    });
  metrics.addInfo('data_info', 'The data that answers: its last day and the build it comes from.', () => {
    const { catalog, build } = serving.workspace();
    return { data_as_of: catalog.dataAsOf, build: build?.pointer.file ?? '' };
  });
  workspace.segmentProblems.forEach((p) => {
    log.warn({ code: p.code, file: p.file }, describeProblem(p));
  });
  await buildWeb();
  const app = await createApp({
    schema: serving.schema,
    createContext: serving.createContext,
    workOf: ({ session }) => workOf(session.ran),
    metrics,
    webRoot: WEB_ROOT,
    ready: () => true,
    log,
  });
  const url = await app.listen(config.port, config.host);
  closeOnSignal(async () => {
    await app.close();
    await serving.close();
  }, log);
  const { name } = workspace.catalog.workspace;
  console.log(
    `\n  ${name}: ask at ${url}/graphql (data up to ${workspace.catalog.dataAsOf})\n  ${dataOf(workspace)}\n`,
  );
}

const CACHE_READINGS = [
  ['hits', 'counter', 'Statements whose answer was known; starts anew with a new build.'],
  ['misses', 'counter', 'Statements whose answer was not known.'],
  ['bytes', 'gauge', 'Memory that known answers take, roughly.'],
] as const;

/** Where answers come from, in a sentence. */
function dataOf({ build, onFiles, catalog }: OpenWorkspace): string {
  if (!build) {
    const files = onFiles.length > 0 ? `; each question reads the files of ${onFiles.join(', ')}` : '';
    return `There is no build: answers come from the files as they were at the start${files}. \`tessera build\` makes large data fast.`;
  }
  const days = catalog.snapshots?.days.size ?? 0;
  const parts = [
    `Answers come from the build of ${build.pointer.builtAt}, with snapshots of ${String(days)} days.`,
    ...(build.redefined.length > 0 ? [`The SQL of ${build.redefined.join(', ')} is newer: read from the files.`] : []),
    ...(build.stale.length > 0 ? [`The files of ${build.stale.join(', ')} are newer.`] : []),
  ];
  return parts.join(' ') + (parts.length > 1 ? ' `tessera build` takes them in.' : '');
}
