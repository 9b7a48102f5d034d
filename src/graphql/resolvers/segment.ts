import { metricsOf, shareOf, sizeOf } from '../../answers/measured.js';
import { populationOf, sentenceOf } from '../../answers/segment.js';
import { tableOf } from '../../answers/table.js';
import { usualTrendPeriod } from '../../answers/trend.js';
import { usualPeriod } from '../../catalog/where/period.js';
import { readArguments } from '../arguments.js';
import type { SegmentResolvers } from '../generated.js';
import { groupsOf } from '../groups.js';
import { memberTable } from '../member-table.js';
import { pageOf } from '../pages.js';
import { challenge } from './challenge.js';
import { concentration, distinguishes, sensitivity, stability, validation } from './composition.js';
import { cohorts } from './cohorts.js';
import { movementFields } from './movement.js';
import { bridge } from './bridge.js';
import { segmentQuery } from '../../answers/segment-query.js';

export const Segment: SegmentResolvers = {
  id: (s) => s.saved?.id ?? null,
  name: (s) => s.saved?.name ?? null,
  description: (s) => s.saved?.description ?? null,
  of: (s) => (s.entity === 'user' ? 'USERS' : 'CUSTOMERS'),
  folder: (s) => s.saved?.folder ?? null,
  objective: (s) => s.saved?.objective ?? null,
  version: (s) => s.saved?.version ?? null,
  readOnly: (s) => s.saved?.readOnly ?? false,
  archivedAt: (s) => s.saved?.archivedAt ?? null,
  versions: (s, _, { segments }) => (s.saved ? segments.versions(s.saved.id) : []),
  problems: (s) => s.problems.map((p) => ({ ...p, path: p.path.map(String) })),
  where: (s) => s.whereJson,
  text: (s, _, { session }) => sentenceOf(session, s),
  size: (s, { asOf }, { session }) => {
    const read = readArguments(session.catalog);
    return sizeOf(session, populationOf(s), read.done(read.day(asOf, s.asOf)));
  },
  share: (s, { asOf }, { session }) => {
    const read = readArguments(session.catalog);
    return shareOf(session, populationOf(s), read.done(read.day(asOf, s.asOf)));
  },
  metrics: (s, args, { session }) => {
    const read = readArguments(session.catalog);
    const metrics = read.metrics(args.names, ['names']);
    const period = read.done(read.period(args.period, usualPeriod(session.catalog.dataAsOf)));
    return metricsOf(session, populationOf(s), metrics, period, args.compareTo ?? undefined);
  },
  trend: (s, args, { session }) => {
    const { catalog } = session;
    const read = readArguments(catalog);
    const [metric = ''] = read.metrics([args.metric], ['metric']);
    const by = groupsOf(read, s, args.by ? [args.by] : [], args.byUser ? [args.byUser] : []);
    const period = read.done(read.period(args.period, usualTrendPeriod(catalog, args.grain, catalog.dataAsOf)));
    const request = {
      population: populationOf(s),
      metric,
      grain: args.grain,
      period,
      fixed: args.membership === 'FIXED',
      fill: args.fill,
      ...(args.compareTo && { compareTo: args.compareTo }),
    };
    return { request, by };
  },
  breakdown: (s, args, { session }) => {
    const read = readArguments(session.catalog);
    const metrics = read.metrics(args.metrics, ['metrics']);
    const by = groupsOf(read, s, args.by, args.byUser);
    const limit = read.atMost(args.limit, 100_000, 'limit');
    const period = read.done(read.period(args.period, usualPeriod(session.catalog.dataAsOf)));
    const populations = [{ label: null, population: populationOf(s) }];
    return tableOf(session, { populations, metrics, by, period, fixed: false, limit, bySegment: false });
  },
  customers: (s, args, { session }) => pageOf(session, s, 'customer', args),
  users: (s, args, { session }) => pageOf(session, s, 'user', args),
  customerTable: (s, args, { session }) => memberTable(session, s, 'customer', args),
  userTable: (s, args, { session }) => memberTable(session, s, 'user', args),
  challenge,
  distinguishes,
  validation,
  concentration,
  stability,
  sensitivity,
  cohorts,
  ...movementFields,
  bridge,
  query: (s, { asOf }, { session }) => {
    const read = readArguments(session.catalog);
    return segmentQuery(session, populationOf(s), read.done(read.day(asOf, s.asOf)));
  },
};
