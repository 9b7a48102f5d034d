import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';
import { describe, expect, it } from 'vitest';

const src = resolve('src');

/** Each part of the house and the parts it may import: only downward. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  query: [],
  catalog: ['query'],
  warehouse: ['catalog', 'query'],
  compile: ['catalog', 'query'],
  build: ['compile', 'warehouse', 'catalog', 'query'],
  store: ['catalog', 'query'],
  answers: ['build', 'compile', 'warehouse', 'store', 'catalog', 'query'],
  graphql: ['answers', 'compile', 'warehouse', 'store', 'catalog', 'query'],
  server: ['graphql', 'answers', 'warehouse', 'query'],
  web: [],
  config: ['query'],
  'progress-bar': [],
  sample: ['progress-bar', 'query'],
  commands: [
    'progress-bar',
    'build',
    'server',
    'web',
    'graphql',
    'answers',
    'warehouse',
    'store',
    'catalog',
    'query',
    'config',
  ],
  cases: ['server', 'graphql', 'answers', 'warehouse', 'store', 'catalog', 'query'],
  main: ['commands', 'query'],
};

/** Packages that only some places may know. */
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  kysely: ['compile', 'store'],
  '@duckdb/node-api': ['warehouse/duckdb', 'sample'],
  '@duckdb/node-bindings': ['warehouse/duckdb'],
  'prom-client': ['server'],
  libsql: ['store'],
  express: ['server'],
};

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)));

const partOf = (file: string): string => file.split('/')[0]?.replace(/\.[jt]s$/, '') ?? '';
const importsOf = (file: string): readonly string[] =>
  preProcessFile(readFileSync(join(src, file), 'utf8'), true, true).importedFiles.map((f) => f.fileName);
const targetOf = (file: string, specifier: string): string => relative(src, resolve(src, dirname(file), specifier));

describe('imports go down only', () => {
  it('knows every part of the house', () => {
    expect([...new Set(files.map(partOf))].filter((part) => !(part in mayImport))).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });
  it('has no import up or across', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => partOf(targetOf(file, specifier)))
        .filter((part) => part !== partOf(file) && part !== '..' && !mayImport[partOf(file)]?.includes(part))
        .map((part) => `${file} imports ${part}`),
    );
    expect(wrong).toEqual([]);
  });
  it('keeps engines and builders where they belong', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier in onlyIn && !onlyIn[specifier]?.some((place) => file.startsWith(place)))
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
  it('reads the environment in one place', () => {
    const wrong = files.filter(
      (file) => file !== 'config.ts' && readFileSync(join(src, file), 'utf8').includes('process.env'),
    );
    expect(wrong).toEqual([]);
  });
});
