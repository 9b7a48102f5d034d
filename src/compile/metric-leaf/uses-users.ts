import type { Catalog, Metric } from '../../catalog/model.js';
import { factOf } from '../attribute-scan.js';

/** Whether a metric is made of rows that tell their user. */
export const usesUsers = (catalog: Catalog, metric: Metric): boolean => {
  const { source } = metric;
  if (source.kind === 'flow') return factOf(catalog, source.fact).user !== undefined;
  if (source.kind === 'state') {
    return 'entity' in source.over
      ? source.over.entity === 'user'
      : factOf(catalog, source.over.fact).user !== undefined;
  }
  return source.kind === 'change' ? source.entity === 'user' : true;
};
