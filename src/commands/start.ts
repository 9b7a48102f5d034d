import pino from 'pino';
import { processConfig } from '../config.js';
import type { Environment } from '../config.js';
import type { OpenWorkspace } from '../answers/workspace.js';
import { describeProblem } from '../query/problem.js';
import { createApp } from '../server/app.js';
import { closeOnSignal } from '../server/shutdown.js';
import { buildWeb, WEB_ROOT } from '../web/build.js';
import { openServing } from './serving.js';

/** Serves a workspace until a signal ends the process. */
export async function start(overrides: Environment): Promise<void> {
  const config = processConfig(overrides);
  const log = pino({ level: config.logLevel });
  const serving = await openServing(config, log);
  const workspace = serving.workspace();
  workspace.segmentProblems.forEach((p) => {
    log.warn({ code: p.code, file: p.file }, describeProblem(p));
  });
  await buildWeb();
  const app = await createApp({
    schema: serving.schema,
    createContext: serving.createContext,
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
