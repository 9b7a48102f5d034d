import { Router, type RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Activity, QueryEnded } from '../warehouse/warehouse.js';
import { serverCodes } from './codes.js';
import { statusOf } from './request-log.js';
import { currentRequest } from './request-scope.js';

/** A number that somebody else keeps, read whenever metrics are asked for. */
export interface Reading {
  /** Without the prefix `tessera_`; of a counter it ends in `_total`. */
  readonly name: string;
  readonly help: string;
  readonly kind: 'counter' | 'gauge';
  readonly read: () => number;
}

/** What the server tells of itself at `/metrics`, in the text form of Prometheus. */
export interface Metrics {
  /** Counts a query that is over. */
  readonly query: (query: QueryEnded) => void;
  /** Tells how many queries run and wait. */
  watch(warehouse: { readonly activity: Activity }): void;
  /** Adds a number kept elsewhere, such as the hits of a cache. */
  add(reading: Reading): void;
  /** Adds facts that are text, such as a version, as labels of a number that is always 1. */
  addInfo(name: string, help: string, read: () => Readonly<Record<string, string>>): void;
  /** Counts requests; comes before every route. */
  readonly countRequests: RequestHandler;
  readonly routes: Router;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const PREFIX = 'tessera_';

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: `${PREFIX}request_duration_seconds`,
    help: 'Time from a request to the end of its answer, by where it went and HTTP status (499: the client left).',
    labelNames: ['route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: `${PREFIX}request_errors_total`,
    help: 'Requests with an error, by code: those of the server as in the README, and MISTAKE for any mistake in the question.',
    labelNames: ['code'],
    registers,
  });
  const queries = new Histogram({
    name: `${PREFIX}query_duration_seconds`,
    help: 'Time of a query, its waiting included, by outcome: OK or the code of its failure.',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  });
  const rows = new Counter({ name: `${PREFIX}query_rows_total`, help: 'Rows of the answers of queries.', registers });
  const add = ({ name, help, kind, read }: Reading): void => {
    const options = { name: PREFIX + name, help, registers };
    if (kind === 'gauge') new Gauge({ ...options, collect: gaugeOf(read) });
    else new Counter({ ...options, collect: counterOf(read) });
  };

  const countRequests: RequestHandler = (request, response, next) => {
    const started = performance.now();
    const scope = currentRequest();
    const route = ROUTES[request.path] ?? 'other';
    response.on('close', () => {
      requests.observe({ route, status: statusOf(response) }, (performance.now() - started) / 1000);
      for (const code of new Set(scope?.errorCodes.map(labelOf))) errors.inc({ code });
    });
    next();
  };

  const routes = Router();
  routes.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });

  return {
    query: ({ ms, rows: read, outcome }) => {
      queries.observe({ outcome }, ms / 1000);
      rows.inc(read);
    },
    watch: (warehouse) => {
      add({
        name: 'queries_running',
        help: 'Queries in the engine.',
        kind: 'gauge',
        read: () => warehouse.activity.running,
      });
      add({
        name: 'queries_waiting',
        help: 'Queries in the queue.',
        kind: 'gauge',
        read: () => warehouse.activity.waiting,
      });
    },
    add,
    addInfo: (name, help, read) => {
      new Gauge({ name: PREFIX + name, help, registers, labelNames: Object.keys(read()), collect: infoOf(read) });
    },
    countRequests,
    routes,
  };
}

const ROUTES: Readonly<Record<string, string>> = {
  '/graphql': 'graphql',
  '/health': 'health',
  '/ready': 'ready',
  '/metrics': 'metrics',
};

const labelOf = (code: string): string => (code in serverCodes ? code : 'MISTAKE');

const gaugeOf = (read: () => number) =>
  function (this: Gauge): void {
    this.set(read());
  };
const counterOf = (read: () => number) =>
  function (this: Counter): void {
    this.reset();
    this.inc(read());
  };
const infoOf = (read: () => Readonly<Record<string, string>>) =>
  function (this: Gauge): void {
    this.reset();
    this.set(read(), 1);
  };
