import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { compile } from '../../bin/compile.js';

/** A program of two entries, as the repository's is laid out, gone after the test. */
async function home(main: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tessera-program-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const folder of ['src/web', 'bin']) await mkdir(join(dir, folder), { recursive: true });
  await writeFile(join(dir, 'package-lock.json'), '{}');
  await writeFile(join(dir, 'src/web/build.ts'), 'export const web = 1;');
  await writeFile(join(dir, 'src/word.ts'), `export const word: string = 'one';`);
  await writeFile(join(dir, 'src/main.ts'), main);
  return dir;
}

const MAIN = `import { word } from './word.js';\nexport const said: string = word + import.meta.url;`;
const compiled = (dir: string): Promise<string> => readFile(join(dir, 'dist/program/main.js'), 'utf8');

test('the program is compiled anew when its source has changed, and only then', async () => {
  const dir = await home(MAIN);
  expect(await compile(dir)).toBe(true);
  expect(await compiled(dir)).toContain('"one"');
  expect(await compile(dir)).toBe(false);
  await writeFile(join(dir, 'src/word.ts'), `export const word: string = 'two';`);
  expect(await compile(dir)).toBe(true);
  expect(await compiled(dir)).toContain('"two"');
});

test('what cannot be compiled leaves the program that was there, and is tried again', async () => {
  const dir = await home(MAIN);
  await compile(dir);
  const before = await compiled(dir);
  await writeFile(join(dir, 'src/word.ts'), 'export const word = ;');
  await expect(compile(dir)).rejects.toThrow(/src\/word\.ts:1:20: ERROR/);
  await expect(compile(dir)).rejects.toThrow();
  expect(await compiled(dir)).toBe(before);
  expect(await readdir(join(dir, 'dist'))).toEqual(['program']);
});

test('two that compile at once both end with the program', async () => {
  const dir = await home(MAIN);
  const program = `import { compile } from ${JSON.stringify(resolve('bin/compile.js'))}; await compile(${JSON.stringify(dir)});`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  await Promise.all([run(), run()]);
  expect(await compile(dir)).toBe(false);
  expect(await readdir(join(dir, 'dist'))).toEqual(['program']);
});
