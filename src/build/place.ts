import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Raise it when builds of an older version must not be read. */
export const FORMAT = 3;

/** Which build serves: written last, in one step, so that a build that was killed is never seen. */
const pointerSchema = z.object({ format: z.number(), file: z.string(), builtAt: z.string() });
export type Pointer = z.infer<typeof pointerSchema>;

const folder = (dir: string): string => join(dir, '.tessera', 'builds');
const pointerFile = (dir: string): string => join(folder(dir), 'current.json');
export const fileOf = (dir: string, { file }: Pointer): string => join(folder(dir), file);

/** The build that serves, or null where there is none of this version's. */
export async function currentBuild(dir: string): Promise<Pointer | null> {
  try {
    const { data } = pointerSchema.safeParse(JSON.parse(await readFile(pointerFile(dir), 'utf8')));
    return data?.format === FORMAT ? data : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A name for a new build, never used before: one that is replaced under its name would keep its old rows. */
export async function newBuild(dir: string, now: Date): Promise<Pointer> {
  await mkdir(folder(dir), { recursive: true });
  const builtAt = now.toISOString();
  return { format: FORMAT, file: `${builtAt.replace(/\D/g, '')}-${String(process.pid)}.duckdb`, builtAt };
}

/** Makes a finished build the one that serves. */
export async function publish(dir: string, build: Pointer): Promise<void> {
  const draft = join(folder(dir), `${build.file}.json`);
  await writeFile(draft, JSON.stringify(build));
  await rename(draft, pointerFile(dir));
}

const A_DAY_MS = 86_400_000;

/** Removes every build but the given ones and those that another process is making, which writes to its file. */
export async function sweep(dir: string, keep: readonly Pointer[]): Promise<void> {
  for (const file of await readdir(folder(dir))) {
    const maker = /^\d+-(\d+)\.duckdb/.exec(file)?.[1];
    if (maker === undefined || keep.some((k) => file === k.file)) continue;
    const path = join(folder(dir), file);
    const old = Date.now() - (await stat(path)).mtimeMs > A_DAY_MS;
    if (old || Number(maker) === process.pid || !isRunning(Number(maker))) await rm(path, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
