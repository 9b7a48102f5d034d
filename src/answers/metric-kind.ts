import type { Catalog, Metric } from '../catalog/model.js';
import { partsOf } from '../compile/leaf.js';

/** Whether values of a metric may be added up: it is a count, a sum, or a formula of such. */
export const addsUp = (catalog: Catalog, metric: Metric): boolean =>
  metric.ratio.kind === 'value' &&
  (metric.source.kind === 'formula'
    ? partsOf(catalog, metric).every((part) => addsUp(catalog, part))
    : metric.ratio.value.total !== undefined);
