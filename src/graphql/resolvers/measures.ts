import { trendPoints, trendSeries } from '../../answers/trend.js';
import { metricOf } from '../../compile/metric-formulas.js';
import type {
  MetricValueResolvers,
  NullReason,
  TableResolvers,
  TrendPointResolvers,
  TrendResolvers,
} from '../generated.js';

/** A value's period as two days. */
const days = {
  from: ({ period }: { period: { from: string } }) => period.from,
  until: ({ period }: { period: { until: string } }) => period.until,
};
const nullReason = (value: { nullReason: string | null }) => value.nullReason as NullReason | null;

export const MetricValue: MetricValueResolvers = {
  ...days,
  nullReason,
  metric: (v, _, { session }) => metricOf(session.catalog, v.metric),
};
export const TrendPoint: TrendPointResolvers = { ...days, nullReason };
export const Trend: TrendResolvers = {
  metric: (t, _, { session }) => metricOf(session.catalog, t.request.metric),
  grain: (t) => t.request.grain,
  points: (t, _, { session }) => trendPoints(session, t.request),
  series: (t, _, { session }) => (t.by.length === 0 ? [] : trendSeries(session, t.request, t.by)),
};
export const Table: TableResolvers = {
  rows: (t) => Array.from({ length: t.rowCount }, (_, row) => t.columns.map((c) => c.values[row] ?? null)),
};
