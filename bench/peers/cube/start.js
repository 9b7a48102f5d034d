import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hasAddon } from './addon.js';

const [file, , segments] = process.argv.slice(2);

Object.assign(process.env, {
  NODE_ENV: 'production',
  CUBEJS_DB_TYPE: 'duckdb',
  CUBEJS_CACHE_AND_QUEUE_DRIVER: 'memory',
  CUBEJS_DEV_MODE: 'false',
  CUBEJS_SCHEDULED_REFRESH_TIMER: 'false',
  CUBEJS_LOG_LEVEL: 'error',
  CUBEJS_API_SECRET: 'none is checked',
  CUBEJS_DB_QUERY_LIMIT: '100000',
  PORT: '0',
});

// Required, not imported, so that it is read after the environment is set.
const require = createRequire(import.meta.url);
const { CubejsServer } = require('@cubejs-backend/server');
const { DuckDBDriver } = require('@cubejs-backend/duckdb-driver');

/** The build as the hand-written SQL has it. */
const settings = [
  `attach '${file.replaceAll("'", "''")}' as built (read_only, row_group_size 16384)`,
  'use built',
  "set timezone = 'UTC'",
  'set preserve_insertion_order = false',
];

/**
 * As it comes, Cube casts times to ones with a zone and back, even from UTC to UTC, and columns to DOUBLE where they are compared with a number, so
 * that DuckDB passes over no row group. The times of this model are days.
 */
class Tuned extends DuckDBDriver.dialectClass() {
  convertTz(field) {
    return this.timezone === 'UTC' ? field : super.convertTz(field);
  }

  timeStampCast(value) {
    return `${value}::date`;
  }

  newFilter(filter) {
    return Object.assign(super.newFilter(filter), { castParameter: () => '?' });
  }
}

/** A measure is filtered in the model, not in a query, so each segment of the benchmark is one. */
const segmentSizes = () => {
  const measures = JSON.parse(segments).map(({ sql }, i) => [`s${i}`, { type: 'count', filters: [{ sql }] }]);
  return `cube('sizes', { extends: snapshots, measures: ${JSON.stringify(Object.fromEntries(measures))} });`;
};

async function dataSchemaFiles() {
  const folder = join(import.meta.dirname, 'model');
  const names = await readdir(folder);
  const written = names.map(async (fileName) => ({
    fileName,
    content: await readFile(join(folder, fileName), 'utf8'),
  }));
  return [...(await Promise.all(written)), { fileName: 'sizes.js', content: segmentSizes() }];
}

const server = new CubejsServer({
  driverFactory: () => new DuckDBDriver({ initSql: settings.join('; ') }),
  dialectFactory: () => Tuned,
  repositoryFactory: () => ({ dataSchemaFiles }),
  telemetry: false,
  checkAuth: () => undefined,
  // Each answer is computed, as Tessera's are; the argument `cache` of a GraphQL query has no effect in this version.
  queryRewrite: (query) => ({ ...query, cache: 'no-cache' }),
  orchestratorOptions: { continueWaitTimeout: 90, queryCacheOptions: { backgroundRenew: true } },
});
const { server: listening } = await server.listen();
console.log(`asked at http://127.0.0.1:${listening.address().port}${hasAddon ? '' : ', without its addon'}`);
process.on('SIGTERM', () => process.exit(0));
