import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceStamp } from './source-stamp.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Folder of the built GraphiQL. */
export const WEB_ROOT = join(ROOT, 'dist/web');
const SOURCES = ['src/web', 'vite.config.ts', 'package-lock.json'];
const STAMP = '.stamp';

/** Builds GraphiQL into `dist/web` unless it was built from these very sources. Returns whether it had to. */
export async function buildWeb(): Promise<boolean> {
  const stamp = sourceStamp(ROOT, SOURCES);
  if (readStamp() === stamp) return false;
  const { build } = await import('vite');
  const fresh = `${WEB_ROOT}.${process.pid}`;
  try {
    await build({ configFile: join(ROOT, 'vite.config.ts'), root: join(ROOT, 'src/web'), build: { outDir: fresh } });
    writeFileSync(join(fresh, STAMP), stamp);
    rmSync(WEB_ROOT, { recursive: true, force: true });
    renameSync(fresh, WEB_ROOT);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}

function readStamp(): string | undefined {
  try {
    return readFileSync(join(WEB_ROOT, STAMP), 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const built = await buildWeb();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(built ? `GraphiQL built in ${seconds} s` : 'GraphiQL is up to date');
}
