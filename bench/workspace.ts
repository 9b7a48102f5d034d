import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { currentBuild, fileOf } from '../src/build/place.js';

/** What to make where there is nothing yet. */
export interface Size {
  readonly customers: number;
  readonly days: number;
  readonly users?: number;
  readonly events?: number;
  /** How many days back snapshots are kept of every day, and at a lower spacing. */
  readonly snapshots?: number;
}

const home = resolve(import.meta.dirname, '..');

/** Makes a workspace of the sample company unless there is one. */
export async function makeSample(dir: string, { customers, days, users, events }: Size): Promise<void> {
  if (existsSync(join(dir, 'workspace.yml'))) return;
  const size = Object.entries({ customers, days, users, events }).filter(([, value]) => value !== undefined);
  await run('src/sample/main.ts', [...size.flatMap(([name, value]) => [`--${name}`, String(value)]), '--out', dir]);
}

/** Makes a workspace and its build, with snapshots of every day of a year or as asked, unless they are there. */
export async function makeWorkspace(dir: string, size: Size): Promise<void> {
  await makeSample(dir, size);
  if (await currentBuild(dir)) return;
  const file = join(dir, 'workspace.yml');
  const settings = parseDocument(await readFile(file, 'utf8'));
  const kept = `${size.snapshots ?? 365} days`;
  settings.set('snapshots', { daily: kept, weekly: kept, monthly: kept });
  await writeFile(file, settings.toString());
  await run('src/main.ts', ['--workspace', dir, 'build']);
}

/** The file of the build that serves. */
export async function builtFile(dir: string): Promise<string> {
  const build = await currentBuild(dir);
  if (!build) throw new Error(`${dir} has no build`);
  return fileOf(dir, build);
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(home, program), ...args], {
    cwd: home,
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
}
