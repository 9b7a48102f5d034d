import { entityOf } from '../compile/entity-of.js';
import { keyColumns, memberTableStatement } from '../compile/member-table.js';
import type { MemberTableQuestion } from '../query/question.js';
import { sizeOf } from './measured.js';
import type { Session } from './session.js';
import type { Table } from './table.js';

/** Members with their keys and attributes as columns, one row more being looked for to tell whether there are more. */
export async function memberTableOf(session: Session, question: MemberTableQuestion): Promise<Table> {
  const { limit, population, asOf } = question;
  const most = Math.min(limit + 1, session.warehouse.maxRows);
  const answer = await session.run(memberTableStatement(session.catalog, { ...question, limit: most }));
  const truncated =
    answer.rowCount > limit || (most === answer.rowCount && (await sizeOf(session, population, asOf)) > limit);
  const { attributes } = entityOf(session.catalog, population.entity);
  const keys = keyColumns[population.entity];
  const columns = answer.names.map((name, i) => {
    const values = answer.columns[i] ?? [];
    const attribute = keys.includes(name) ? undefined : attributes[name];
    return {
      name,
      type: attribute?.type ?? 'string',
      unit: attribute?.unit ?? null,
      values: values.length > limit ? values.slice(0, limit) : values,
    };
  });
  return { columns, rowCount: Math.min(answer.rowCount, limit), truncated };
}
