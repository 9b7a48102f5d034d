import { describeDuration } from '../../query/time.js';
import type { Attribute, Catalog } from '../model.js';
import { describeWhere } from '../where/sentence.js';

/** What makes an attribute: SQL of the model, or for one made by wheres or over time, the same in words. */
export function attributeText(catalog: Catalog, { source, entity }: Attribute): string {
  switch (source.kind) {
    case 'column':
      return source.column;
    case 'formula':
      return source.expression.sql;
    case 'fact':
    case 'users':
      return source.value.sql;
    case 'cases': {
      const cases = source.cases.map(
        ({ where, value }) => `${String(value)}: ${describeWhere(where, catalog, entity)}`,
      );
      return [...cases, ...(source.otherwise === undefined ? [] : [`${String(source.otherwise)}: otherwise`])].join(
        '\n',
      );
    }
    case 'change': {
      const { attribute, over, as } = source;
      return `${attribute} now and ${describeDuration(over)} before: ${as === 'percent' ? 'percent of the earlier value' : 'the difference'}`;
    }
  }
}
