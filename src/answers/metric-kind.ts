import type { Catalog, Metric } from '../catalog/model.js';
import { partsOf } from '../compile/leaf.js';

/** Whether a metric counts or adds up and does nothing more: of no rows at all it is 0. */
export const isTotal = ({ ratio }: Metric): boolean => ratio.kind === 'value' && ratio.value.total !== undefined;

/** Whether values of a metric may be added up: it is a count, a sum, or a formula of such. */
export const addsUp = (catalog: Catalog, metric: Metric): boolean =>
  metric.source.kind === 'formula'
    ? metric.ratio.kind === 'value' && partsOf(catalog, metric).every((part) => addsUp(catalog, part))
    : isTotal(metric);
