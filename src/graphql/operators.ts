import { modifiers, operators } from '../catalog/where/operators.js';
import { testKindOf, type Typed } from '../catalog/where/subject.js';

/** Operators of the test that fits a value, those beside them included. */
export function operatorsOf(typed: Typed & { readonly entity?: string }): readonly string[] {
  const kind = testKindOf(typed);
  const change = kind === 'number' && typed.entity !== undefined ? ['change'] : [];
  return [...new Set([...Object.keys(operators[kind]), ...modifiers[kind], ...change])];
}
