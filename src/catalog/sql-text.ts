import type { TimeType } from './model.js';

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SQL for the local day of a time. */
export const dayOf = (sql: string, timeType: TimeType, zone: string): string =>
  timeType === 'date'
    ? sql
    : timeType === 'timestamp'
      ? `cast(${sql} as date)`
      : `cast(${sql} at time zone ${quoteText(zone)} as date)`;

/** A SELECT without its final semicolons, so that it can be wrapped. */
export const withoutSemicolon = (sql: string): string => sql.replace(/[\s;]+$/, '');
