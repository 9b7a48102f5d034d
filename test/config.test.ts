import { resolve } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Config, type Environment, processConfig, readConfig, settings } from '../src/config.js';
import { ProblemError } from '../src/query/problem.js';

const problemsOf = (env: Environment): unknown => {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, path, suggestions }) => [code, path[0], ...suggestions]);
  }
};

test('an empty environment is enough: only this machine can reach the server, on the current folder', () => {
  expect(readConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    workspace: resolve('.'),
    store: resolve('.tessera/store.db'),
    poolSize: 3,
    queueSize: 200,
    resultCacheMb: 64,
    queryTimeoutMs: 30_000,
    maxRows: 1_000_000,
    loadRows: 1_000_000,
    memoryLimit: undefined,
    threads: undefined,
    tempDirectory: resolve('.tessera/tmp'),
    logLevel: 'info',
    threadpoolSize: 4,
    environment: 'development',
  });
});

test('values are read, and paths made absolute', () => {
  expect(
    readConfig({
      TESSERA_PORT: '0',
      TESSERA_HOST: '0.0.0.0',
      TESSERA_WORKSPACE: 'companies/acme',
      TESSERA_POOL_SIZE: '8',
      TESSERA_MEMORY_LIMIT: '1.5 GiB',
      TESSERA_THREADS: '2',
      TESSERA_LOG_LEVEL: 'debug',
      UV_THREADPOOL_SIZE: '16',
      NODE_ENV: 'production',
    }),
  ).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    workspace: resolve('companies/acme'),
    store: resolve('companies/acme/.tessera/store.db'),
    tempDirectory: resolve('companies/acme/.tessera/tmp'),
    poolSize: 8,
    memoryLimit: '1.5 GiB',
    threads: 2,
    logLevel: 'debug',
    environment: 'production',
  });
});

test('the store may live elsewhere', () => {
  expect(readConfig({ TESSERA_STORE: '/var/lib/tessera.db' }).store).toBe(resolve('/var/lib/tessera.db'));
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ TESSERA_PORT: '', TESSERA_LOG_LEVEL: '' })).toEqual(readConfig({}));
});

test('all bad values are reported at once, and misspelt names with what they look like', () => {
  expect(
    problemsOf({
      TESSERA_PORT: '65536',
      TESSERA_QUEUE_SIZE: '-1',
      TESSERA_QUERY_TIMEOUT_MS: '1e3',
      TESSERA_MEMORY_LIMIT: '50%',
      TESSERA_THREADS: '0',
      TESSERA_LOG_LEVEL: 'loud',
      TESSERA_PROT: '4001',
      TESSERA_COLOUR_OF_THE_SKY: 'blue',
    }),
  ).toEqual([
    ['INVALID_SETTING', 'TESSERA_PORT'],
    ['INVALID_SETTING', 'TESSERA_QUEUE_SIZE'],
    ['INVALID_SETTING', 'TESSERA_QUERY_TIMEOUT_MS'],
    ['INVALID_SETTING', 'TESSERA_MEMORY_LIMIT'],
    ['INVALID_SETTING', 'TESSERA_THREADS'],
    ['INVALID_SETTING', 'TESSERA_LOG_LEVEL'],
    ['UNKNOWN_SETTING', 'TESSERA_PROT', 'TESSERA_PORT'],
    ['UNKNOWN_SETTING', 'TESSERA_COLOUR_OF_THE_SKY'],
  ]);
});

describe('the pool leaves a thread for everything else', () => {
  test('by default', () => {
    expect(readConfig({ UV_THREADPOOL_SIZE: '2' }).poolSize).toBe(1);
    expect(readConfig({ UV_THREADPOOL_SIZE: '16' }).poolSize).toBe(4);
  });

  test('and a larger one is refused', () => {
    expect(problemsOf({ TESSERA_POOL_SIZE: '4' })).toEqual([['INVALID_SETTING', 'TESSERA_POOL_SIZE', '3']]);
    expect(problemsOf({ TESSERA_POOL_SIZE: '16', UV_THREADPOOL_SIZE: '16' })).toEqual([
      ['INVALID_SETTING', 'TESSERA_POOL_SIZE', '15'],
    ]);
    expect(readConfig({ TESSERA_POOL_SIZE: '15', UV_THREADPOOL_SIZE: '16' }).poolSize).toBe(15);
  });
});

test('the result is frozen, and typed without the undefined of what has a default', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
  expectTypeOf<Config['port']>().toEqualTypeOf<number>();
  expectTypeOf<Config['store']>().toEqualTypeOf<string>();
  expectTypeOf<Config['memoryLimit']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Config['environment']>().toEqualTypeOf<'development' | 'production' | 'test'>();
});

test('every setting is described for the README under its own name', () => {
  expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
  for (const { meaning, default: shown } of settings) {
    expect(meaning).toMatch(/\.$/);
    expect(shown).not.toMatch(/undefined|=>/);
  }
});

test('the process has its own settings, which a caller may override', () => {
  expect(processConfig({ TESSERA_PORT: '1234' }).port).toBe(1234);
  expect(processConfig().environment).toBe('test');
});
