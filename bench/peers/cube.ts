import { join } from 'node:path';
import { ask } from '../http.js';
import type { StartPeer } from '../peers.js';
import { startProcess } from '../process.js';
import type { Rows } from '../question.js';
import { type Asked, questionsFor } from './cube/questions.js';
import { assertInstalled } from './installed.js';

/** Cube's own server, asked over its REST API or, for many queries in one request, over its GraphQL API. */
export const startCube =
  (folder: string): StartPeer =>
  async (args) => {
    assertInstalled(folder);
    const { found, stop } = await startProcess([join(folder, 'start.js'), ...args], /asked at (.+)/, {});
    const [url = '', remark] = found.split(', ');
    const questions = questionsFor(args[1]);
    return {
      stop,
      ...(remark !== undefined && { remark }),
      contender: (key) => {
        const asked = questions[key];
        return asked ? { ask: () => askFor(url, asked) } : null;
      },
    };
  };

/** What Cube says instead of an answer that is not ready in time; the same request is then sent again. */
const WAIT = 'Continue wait';

async function askFor(url: string, { path, body, rows }: Asked): Promise<() => Rows> {
  for (;;) {
    const { ok, text } = await ask(`${url}/cubejs-api/${path}`, body);
    if (text.length < 1_000 && text.includes(WAIT)) continue;
    if (!ok) throw new Error(text);
    return () => {
      const { data, error, errors } = JSON.parse(text) as { data: unknown; error?: string; errors?: unknown };
      if (error ?? errors) throw new Error(error ?? JSON.stringify(errors));
      return rows(data as never);
    };
  }
}
