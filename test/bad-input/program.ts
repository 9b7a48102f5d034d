import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { vi } from 'vitest';
import { check } from '../../src/commands/check.js';

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

/** What `tessera check` prints and ends with, without a process of its own. */
export async function checked(dir: string): Promise<Ended> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)));
  const table = vi.spyOn(console, 'table').mockImplementation(() => undefined);
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await check({ TESSERA_WORKSPACE: dir }, false);
    return { code: process.exitCode, printed: lines.join('\n') };
  } finally {
    process.exitCode = before;
    log.mockRestore();
    table.mockRestore();
  }
}
