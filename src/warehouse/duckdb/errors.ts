import { EngineError } from '../../catalog/model.js';
import { WarehouseError, type WarehouseErrorCode } from '../warehouse.js';

/** What DuckDB says of an error with `errors_as_json`. */
export interface EngineComplaint {
  readonly type: string;
  readonly message: string;
  readonly candidates: readonly string[];
  /** Where in the SQL, in bytes. */
  readonly position?: number;
}

export function complaint(error: unknown): EngineComplaint {
  const text = error instanceof Error ? error.message : String(error);
  const { exception_type, exception_message, position } = fields(text);
  const message = (exception_message ?? text).replace(/^[A-Z][\w ]* Error: /, '');
  return {
    type: exception_type ?? '',
    message,
    candidates: candidates(message),
    ...(position !== undefined && { position: Number(position) }),
  };
}

/** JSON with something before it now and then, or the plain text of an error about binding. */
function fields(text: string): Readonly<Record<string, string | undefined>> {
  try {
    return JSON.parse(text.slice(text.indexOf('{'))) as Record<string, string>;
  } catch {
    const [, exception_type, exception_message] = /^(?:.*: )?([A-Z][\w ]*) Error: (.+)$/s.exec(text) ?? [];
    return { exception_type, exception_message };
  }
}

/** Names quoted on the line that offers them, as in `Candidate bindings: "mrr", "seats"` or `Did you mean "sum"?`. */
function candidates(message: string): readonly string[] {
  const offers = message.split('\n').filter((line) => /^(Candidate|Did you mean)/.test(line));
  return offers.flatMap((line) => [...line.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name));
}

const NOT_FOR_ONE_LINE = /^(Candidate|Did you mean|Original Line|LINE \d)/;

/** The first paragraph in one line, without offers, and the file it is about. */
export function oneLine(message: string): string {
  const [paragraph = ''] = message.split(/\n\n|\nPotential Fixes/);
  const lines = paragraph.split('\n').filter((line) => !NOT_FOR_ONE_LINE.test(line) && line.trim() !== '');
  const file = /^\s*file = (.+)$/m.exec(message)?.[1];
  const said = lines.map((line) => line.trim().replace(/[!.]$/, '')).join('. ');
  return file === undefined ? said : `${said} (file ${file})`;
}

const CODES: Readonly<Record<string, WarehouseErrorCode>> = {
  'Out of Memory': 'OUT_OF_MEMORY',
  IO: 'DATA_UNREADABLE',
  HTTP: 'DATA_UNREADABLE',
  Permission: 'DATA_UNREADABLE',
  Conversion: 'DATA_UNREADABLE',
  INTERRUPT: 'QUERY_CANCELLED',
};

/** DuckDB calls much that is wrong with a file just invalid input. */
const ABOUT_A_FILE = /parquet|csv|json|\bfiles?\b/i;

function code({ type, message }: EngineComplaint): WarehouseErrorCode {
  const known = CODES[type];
  if (known) return known;
  return type === 'Invalid Input' && ABOUT_A_FILE.test(message) ? 'DATA_UNREADABLE' : 'QUERY_FAILED';
}

/** Only plain Errors are the engine's; others are ours and pass through. */
export function warehouseError(error: unknown, sql: string, dir: string): unknown {
  if (!(error instanceof Error) || error.constructor !== Error) return error;
  const said = complaint(error);
  const line = said.position === undefined ? 1 : lineOf(sql, said.position);
  const text = oneLine(said.message).replaceAll(`${dir}/`, '');
  const message = line > 1 ? `${text} (line ${String(line)})` : text;
  return new WarehouseError(code(said), message, { cause: error });
}

/** The warehouse's error as the catalogue knows it, with the names the engine suggests. */
export function engineError(error: unknown): unknown {
  if (!(error instanceof WarehouseError)) return error;
  const said = new EngineError(error.message, complaint(error.cause).candidates);
  said.cause = error;
  return said;
}

/** The line of a position that counts bytes. */
export const lineOf = (sql: string, position: number): number =>
  Buffer.from(sql).subarray(0, position).toString().split('\n').length;
