import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number;
  /** What it printed, on either stream. */
  readonly printed: string;
}

/** Runs `tessera` as a user would, to its end. */
export const tessera = (...args: readonly string[]): Promise<Ended> =>
  new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', resolve(home, 'src/main.ts'), ...args],
      { cwd: home, env: { ...process.env, TESSERA_PORT: '0' } },
      (_, stdout, stderr) => {
        done({ code: child.exitCode ?? -1, printed: stdout + stderr });
      },
    );
  });
