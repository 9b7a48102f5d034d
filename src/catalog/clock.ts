import type { ParsedSql } from './model.js';

/** Functions whose answer is another one tomorrow, or on the next call. */
const unsteady = new Set([
  ...['now', 'today', 'get_current_timestamp', 'get_current_time', 'transaction_timestamp', 'clock_timestamp'],
  ...['current_timestamp', 'current_date', 'current_time', 'localtime', 'localtimestamp', 'current_localtime'],
  ...['current_localtimestamp', 'statement_timestamp', 'random', 'setseed', 'uuid', 'gen_random_uuid', 'uuidv4'],
  ...['uuidv7', 'nextval', 'currval', 'txid_current'],
]);

const textOrComment = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** `using sample` and `tablesample`, which the parser does not tell of. */
export const drawsSample = (sql: string): boolean =>
  /\b(using\s+sample|tablesample)\b/i.test(sql.replace(textOrComment, ' '));

/** Functions in the SQL that read the clock or draw at random. */
export const clockReads = ({ functions }: ParsedSql): readonly string[] => [
  ...new Set(functions.map((f) => f.toLowerCase()).filter((f) => unsteady.has(f))),
];
