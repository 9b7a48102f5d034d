export { whereCodes, type WhereCode } from './codes.js';
export { measureNames } from './facts.js';
export { modifiers, operators } from './operators.js';
export { readPeriod, usualPeriod, type PeriodContext } from './period.js';
export { readWhere, whereFields, type WhereContext } from './read.js';
export { resolveAttribute, resolveMetric, type Reading } from './resolve.js';
export type { SavedSegment } from './scope.js';
export { describeWhere } from './sentence.js';
export { testKindOf, testKinds, type TestKind } from './subject.js';
