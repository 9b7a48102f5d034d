import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { serveWorkspace, type Reply, type Served } from './served.js';
import { copyStarter, type StarterCopy } from './starter-copy.js';

/** The starter behind the real server, for the tests of one file; after each it must answer the same question with the same number. */
export function starterServer(): {
  readonly ask: Served['ask'];
  readonly post: Served['post'];
  /** The size of a where that is sent as a variable. */
  readonly sizeOf: (where: unknown) => Promise<Reply<unknown>>;
} {
  let starter: StarterCopy;
  let server: Served;
  beforeAll(async () => {
    starter = await copyStarter();
    server = await serveWorkspace(starter.dir);
  });
  afterAll(async () => {
    await server.close();
    await starter.remove();
  });
  afterEach(async () => {
    expect(await server.ask('{ preview { size } }')).toEqual({ data: { preview: { size: 8 } } });
  });
  return {
    ask: (query, variables) => server.ask(query, variables),
    post: (body) => server.post(body),
    sizeOf: (where) => server.ask('query ($w: CustomerWhere!) { preview(where: $w) { size } }', { w: where }),
  };
}
