import { join } from 'node:path';
import { ask } from '../http.js';
import type { StartPeer } from '../peers.js';
import { startProcess } from '../process.js';
import type { Rows } from '../question.js';
import { type Asked, questionsFor } from './drizzle-cube/questions.js';
import { assertInstalled } from './installed.js';

/** drizzle-cube's own Express adapter, asked as its client asks. */
export const startDrizzleCube =
  (folder: string): StartPeer =>
  async (args) => {
    assertInstalled(folder);
    const { found: url, stop } = await startProcess(
      [join(folder, 'drizzle-cube/start.js'), ...args],
      /asked at (\S+)/,
      {},
    );
    const questions = questionsFor(args[1]);
    return {
      stop,
      contender: (key) => {
        const asked = questions[key];
        return asked ? { ask: () => askFor(url, asked) } : null;
      },
    };
  };

async function askFor(url: string, { path, body, rows }: Asked): Promise<() => Rows> {
  const { ok, text } = await ask(`${url}/${path}`, body);
  if (!ok) throw new Error(text);
  return () => rows(JSON.parse(text) as never);
}
