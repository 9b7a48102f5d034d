import type { Attribute, AttributeSource } from '../catalog/model.js';
import { minus } from '../query/time.js';
import type { Scalar } from '../query/where.js';
import type { Base } from './base.js';
import { moved } from './moved.js';
import type { Sql } from './sql.js';
import { model, no, sql } from './sql.js';
import { compileWhere } from './where.js';

/** A column made of others of the same row, which `row` names. */
export interface Step {
  /** Columns that must be there before it. */
  readonly needs: readonly string[];
  readonly value: Sql;
}

/** The alias under which a step finds the columns it needs. */
export const row = '_f';

/** How an attribute is made of other columns of its row; null where it is not. Asks the base for all it needs. */
export function derivedStep(base: Base, attribute: Attribute): Step | null {
  const { source } = attribute;
  switch (source.kind) {
    case 'formula':
      return { needs: source.expression.names, value: model(`(${source.expression.sql})`) };
    case 'cases':
      return casesStep(base, source);
    case 'change': {
      const past = base.at(minus(base.day, source.over));
      return { needs: [source.attribute], value: moved(base, past, source.attribute, source.as, row) };
    }
    case 'column':
    case 'fact':
    case 'users':
      return null;
  }
}

function casesStep(base: Base, { cases, otherwise }: Extract<AttributeSource, { kind: 'cases' }>): Step {
  const needs = new Set<string>();
  const recording: Base = {
    ...base,
    attribute: (name) => {
      needs.add(name);
      base.attribute(name);
    },
    ranked: (over, by) => {
      const column = base.ranked(over, by);
      needs.add(column);
      return column;
    },
  };
  const whens = cases.map(({ where, value }) => {
    const condition = compileWhere(recording, where, row);
    return sql`when ${condition} then ${literal(value)}`;
  });
  const rest = otherwise === undefined ? sql`null` : literal(otherwise);
  return { needs: [...needs], value: cases.length === 0 ? no : sql`case ${sql.join(whens, sql` `)} else ${rest} end` };
}

const literal = (value: Scalar): Sql =>
  typeof value === 'number' ? sql`cast(${sql.lit(value)} as double)` : sql.lit(value);
