import type { RowWhere, Scalar, Test } from './where.js';

type Values = ReadonlySet<Scalar | null>;

/** The only values a test leaves possible; undefined where they cannot be listed. */
function ofTest(test: Test): Values | undefined {
  if (test.op === 'eq') return test.ignoreCase ? undefined : new Set([test.value]);
  if (test.op === 'in') return test.ignoreCase ? undefined : new Set(test.values);
  return test.op === 'isNull' && test.value ? new Set([null]) : undefined;
}

const both = (a: Values | undefined, b: Values | undefined): Values | undefined =>
  a && b ? new Set([...a].filter((v) => b.has(v))) : (a ?? b);

/** The only values that a column can have in the rows of a condition; undefined where they cannot be listed. */
function valuesOf(where: RowWhere, column: string): Values | undefined {
  switch (where.kind) {
    case 'column':
      return where.name === column ? where.tests.map(ofTest).reduce(both, undefined) : undefined;
    case 'and':
      return where.items.map((item) => valuesOf(item, column)).reduce(both, undefined);
    case 'or': {
      const each = where.items.map((item) => valuesOf(item, column));
      return each.includes(undefined) ? undefined : new Set(each.flatMap((values) => [...(values ?? [])]));
    }
    case 'not':
      return undefined;
  }
}

const columnsOf = (where: RowWhere): readonly string[] =>
  where.kind === 'column'
    ? [where.name]
    : where.kind === 'not'
      ? columnsOf(where.item)
      : where.items.flatMap(columnsOf);

/** Whether one row may fulfil both conditions, as far as their equalities tell: false is certain, true is not. */
export function mayShareRows(a: RowWhere, b: RowWhere): boolean {
  return !columnsOf(a).some((column) => {
    const [mine, others] = [valuesOf(a, column), valuesOf(b, column)];
    return mine !== undefined && others !== undefined && ![...mine].some((v) => others.has(v));
  });
}
