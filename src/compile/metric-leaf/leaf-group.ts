import type { MetricsQuestion } from '../../query/question.js';
import type { Leaf } from '../leaf.js';
import type { Sql } from '../sql.js';
import type { StatementScope } from '../statement.js';
import { change } from './change.js';
import { entityState } from './entity-state.js';
import { flow } from './flow.js';
import { intervalState } from './interval-state.js';

/** One SELECT for leaves that share rows: `_d0` …, `_count` and per leaf its value or numerator and denominator. */
export function leafGroup(scope: StatementScope, q: MetricsQuestion, leaves: readonly Leaf[]): Sql {
  const [first] = leaves;
  if (!first) throw new Error('A group has at least one leaf');
  const { source } = first.metric;
  switch (source.kind) {
    case 'flow':
      return flow(scope, q, leaves, first, source);
    case 'state':
      return 'fact' in source.over
        ? intervalState(scope, q, leaves, first, source)
        : entityState(scope, q, leaves, first, source);
    case 'change':
      return change(scope, q, leaves, first, source);
    case 'formula':
      throw new Error('A formula has no rows of its own');
  }
}
