import pino from 'pino';
import { workOf } from '../answers/work.js';
import { contextFactory } from '../graphql/request.js';
import { processConfig } from '../config.js';
import type { Environment } from '../config.js';
import { schemaOf } from '../graphql/schema.js';
import { describeProblem } from '../query/problem.js';
import { createApp } from '../server/app.js';
import { createMetrics } from '../server/metrics.js';
import { closeOnSignal } from '../server/shutdown.js';
import { buildWeb, WEB_ROOT } from '../web/build.js';
import { openConfigured } from './open.js';

/** Serves a workspace until a signal ends the process. */
export async function start(overrides: Environment): Promise<void> {
  const config = processConfig(overrides);
  const log = pino({ level: config.logLevel });
  const metrics = createMetrics();
  const opened = await openConfigured(config, { onQuery: metrics.query });
  const { workspace } = opened;
  metrics.watch(workspace.warehouse);
  workspace.segmentProblems.forEach((p) => {
    log.warn({ code: p.code, file: p.file }, describeProblem(p));
  });
  await buildWeb();
  const app = await createApp({
    schema: schemaOf(workspace.catalog),
    createContext: contextFactory(workspace),
    workOf: ({ session }) => workOf(session.ran),
    metrics,
    webRoot: WEB_ROOT,
    ready: () => true,
    log,
  });
  const url = await app.listen(config.port, config.host);
  closeOnSignal(async () => {
    await app.close();
    await opened.close();
  }, log);
  console.log(
    `\n  ${workspace.catalog.workspace.name}: ask at ${url}/graphql (data up to ${workspace.catalog.dataAsOf})\n`,
  );
}
