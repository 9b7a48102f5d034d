import { resolve } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { type Problem, problem, raise } from './query/problem.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'is not a whole number')
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, `is less than ${String(min)}`)
        .max(max, `is more than ${String(max)}`),
    );
const path = z.string().transform((text) => resolve(text));
const oneOf = <const T extends readonly string[]>(names: T) => z.enum(names, `is not one of ${names.join(', ')}`);

/** What other defaults depend on. */
interface Base {
  readonly workspace: string;
  readonly threadpoolSize: number;
}

interface Entry<T> {
  readonly name: string;
  readonly schema: z.ZodType<T, string>;
  readonly fallback: T | ((base: Base) => T) | undefined;
  /** The default in words, where the value does not say it. */
  readonly shown: string;
  readonly meaning: string;
}

const setting = <T extends string | number, F extends T | ((base: Base) => T) | undefined>(
  name: string,
  schema: z.ZodType<T, string>,
  fallback: F,
  meaning: string,
  shown = String(fallback),
): Entry<F extends undefined ? T | undefined : T> => ({ name, schema, fallback, shown, meaning }) as never;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MEMORY = z.string().regex(/^\d+(\.\d+)? ?[KMGT]i?B$/i, 'is not a size such as 512MB or 4GB');

const ENTRIES = {
  port: setting('TESSERA_PORT', wholeNumber(0, 65_535), 4000, 'Port to listen on; 0 takes any free one.'),
  host: setting(
    'TESSERA_HOST',
    z.string(),
    '127.0.0.1',
    'Address to listen on. Only this machine can reach the default; `0.0.0.0` lets others in.',
  ),
  workspace: setting(
    'TESSERA_WORKSPACE',
    path,
    () => resolve('.'),
    'Folder with `workspace.yml`, `sql/` and `data/`.',
    'the current folder',
  ),
  store: setting(
    'TESSERA_STORE',
    path,
    ({ workspace }) => resolve(workspace, '.tessera/store.db'),
    'SQLite file that keeps saved segments.',
    '.tessera/store.db in the workspace',
  ),
  poolSize: setting(
    'TESSERA_POOL_SIZE',
    wholeNumber(1, 128),
    ({ threadpoolSize }) => Math.max(1, Math.min(4, threadpoolSize - 1)),
    'Queries that may run at once. Each holds one of the UV_THREADPOOL_SIZE threads.',
    '4, or one less than UV_THREADPOOL_SIZE if that is fewer',
  ),
  queueSize: setting(
    'TESSERA_QUEUE_SIZE',
    wholeNumber(0, 100_000),
    200,
    'Requests that may wait for their turn; one more is refused with WAREHOUSE_BUSY.',
  ),
  queryTimeoutMs: setting(
    'TESSERA_QUERY_TIMEOUT_MS',
    wholeNumber(1, 86_400_000),
    30_000,
    'Milliseconds a query may take; then it fails with QUERY_TIMEOUT. A request that waits so long for its turn is refused with WAREHOUSE_BUSY.',
  ),
  maxRows: setting('TESSERA_MAX_ROWS', wholeNumber(1, 100_000_000), 1_000_000, 'Rows one query may return.'),
  loadRows: setting(
    'TESSERA_LOAD_ROWS',
    wholeNumber(0, 1_000_000_000),
    1_000_000,
    'Relations of at most so many rows are read into memory at start; larger ones are read from their files by each question.',
  ),
  resultCacheMb: setting(
    'TESSERA_RESULT_CACHE_MB',
    wholeNumber(0, 1_000_000),
    64,
    'Memory for answers that may be asked for again, in megabytes; 0 keeps none. A new build starts with an empty one.',
  ),
  memoryLimit: setting(
    'TESSERA_MEMORY_LIMIT',
    MEMORY,
    undefined,
    'Memory DuckDB may use, such as `4GB`. Node and the answers need some beside it.',
    'four fifths of the memory',
  ),
  threads: setting(
    'TESSERA_THREADS',
    wholeNumber(1, 1024),
    undefined,
    'Threads a query may use. With 1, more are answered where many ask at once, and one alone is answered later.',
    'one per core',
  ),
  tempDirectory: setting(
    'TESSERA_TEMP_DIRECTORY',
    path,
    ({ workspace }) => resolve(workspace, '.tessera/tmp'),
    'Folder for what queries cannot hold within the memory limit.',
    '.tessera/tmp in the workspace',
  ),
  logLevel: setting('TESSERA_LOG_LEVEL', oneOf(LOG_LEVELS), 'info', `One of ${LOG_LEVELS.join(', ')}.`),
  threadpoolSize: setting(
    'UV_THREADPOOL_SIZE',
    wholeNumber(1, 1024),
    4,
    'Threads for running queries and reading files. Node looks at it once, as it starts.',
  ),
  environment: setting(
    'NODE_ENV',
    oneOf(['development', 'production', 'test']),
    'development',
    'development, production or test.',
  ),
} as const;

type Key = keyof typeof ENTRIES;
type Values = { readonly [K in Key]: (typeof ENTRIES)[K] extends Entry<infer T> ? T : never };

/** All settings, with defaults filled in and paths absolute. */
export type Config = Readonly<Values>;

/** One environment variable, as the README lists it. */
export interface Setting {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

export const settings: readonly Setting[] = Object.values(ENTRIES).map(({ name, shown, meaning }) =>
  Object.freeze({ name, default: shown, meaning }),
);

/**
 * Reads the settings; an empty variable counts as one that is not set. Throws ProblemError with every bad value
 * (INVALID_SETTING) and every unknown name (UNKNOWN_SETTING).
 */
export function readConfig(env: Environment): Config {
  const problems: Problem[] = [];
  const given: Partial<Record<Key, unknown>> = {};
  for (const [key, { name, schema }] of entries()) {
    const value = env[name];
    if (value === undefined || value === '') continue;
    const { data, error } = schema.safeParse(value);
    if (error) problems.push(invalid(name, value, error));
    else given[key] = data;
  }
  const config = withDefaults(given);
  raise([...problems, ...poolTooLarge(config), ...unknownNames(env)]);
  return Object.freeze(config);
}

/** The settings of this process; `overrides` take the place of variables of the same name. */
export const processConfig = (overrides: Environment = {}): Config => readConfig({ ...process.env, ...overrides });

const entries = (): [Key, Entry<unknown>][] => Object.entries(ENTRIES) as [Key, Entry<unknown>][];

const invalid = (name: string, value: string, error: z.ZodError): Problem =>
  problem('INVALID_SETTING', [name], `${JSON.stringify(value)} ${error.issues[0]?.message ?? 'is not valid'}`);

function withDefaults(given: Partial<Record<Key, unknown>>): Values {
  const or = (key: Key, base?: Base): unknown => {
    const { fallback } = ENTRIES[key] as Entry<unknown>;
    return given[key] ?? (typeof fallback === 'function' ? (fallback as (base?: Base) => unknown)(base) : fallback);
  };
  const base = { workspace: or('workspace') as string, threadpoolSize: or('threadpoolSize') as number };
  return Object.fromEntries(entries().map(([key]) => [key, or(key, base)])) as Values;
}

/** With as many queries as threads, nothing could read a file while they run. */
function poolTooLarge({ poolSize, threadpoolSize }: Config): readonly Problem[] {
  if (poolSize < threadpoolSize || poolSize === 1) return [];
  const { name } = ENTRIES.poolSize;
  const message = `${String(poolSize)} is not below ${ENTRIES.threadpoolSize.name}, which is ${String(threadpoolSize)}`;
  return [problem('INVALID_SETTING', [name], message, [String(Math.max(1, threadpoolSize - 1))])];
}

function unknownNames(env: Environment): readonly Problem[] {
  const known = settings.map(({ name }) => name);
  const unknown = Object.keys(env).filter((name) => name.startsWith('TESSERA_') && !known.includes(name));
  return unknown.map((name) => {
    const nearest = closest(name, known);
    return problem('UNKNOWN_SETTING', [name], 'No such setting', distance(name, nearest) <= 4 ? [nearest] : []);
  });
}
