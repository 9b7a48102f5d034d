import { join } from 'node:path';
import { ask } from '../http.js';
import type { StartPeer } from '../peers.js';
import { startProcess } from '../process.js';
import type { Rows } from '../question.js';
import { assertInstalled } from './installed.js';
import { columnsOf } from './columns.js';

/** A library in a server of ours (`asked.js`), which gives the rows of a question's answer under its key. */
export const served =
  (folder: string, script: string, ...more: readonly string[]): StartPeer =>
  async (args) => {
    assertInstalled(folder);
    const { found: url, stop } = await startProcess([join(folder, script), ...args, ...more], /asked at (\S+)/, {});
    const keys = JSON.parse((await ask(url)).text) as readonly string[];
    return { stop, contender: (key) => (keys.includes(key) ? { ask: () => askFor(url, key) } : null) };
  };

async function askFor(url: string, key: string): Promise<() => Rows> {
  const { ok, text } = await ask(`${url}/${key}`);
  if (!ok) throw new Error(text);
  return () => {
    const rows = JSON.parse(text) as Rows;
    return key === 'large-table' ? columnsOf(rows) : rows;
  };
}
