import { afterEach, beforeEach, expect, test } from 'vitest';
import { mistakesIn, serveWorkspace, type Served } from './served.js';
import { copyStarter, type StarterCopy } from './starter-copy.js';

let starter: StarterCopy;
let server: Served | undefined;
beforeEach(async () => {
  starter = await copyStarter();
});
afterEach(async () => {
  await server?.close();
  await starter.remove();
});

/** Starts the server anew over the workspace as it is now. */
async function restart(): Promise<Served> {
  await server?.close();
  server = await serveWorkspace(starter.dir);
  return server;
}

const create = (name: string, where: string): string =>
  `mutation { createSegment(input: { name: "${name}", where: ${where} }) { segment { id size } userErrors { code } } }`;
const state = (id: string): string =>
  `{ segment(id: "${id}") { id name version where text problems { code path message } } }`;
const sizes = (...ids: readonly string[]): string =>
  `{ ${ids.map((id) => `${id}: segment(id: "${id}") { size }`).join(' ')} preview { size } }`;

test('a segment that no longer fits the model is kept, marked, refused, and can be mended', async () => {
  const { ask } = await restart();
  await ask(create('Large', '{ mrr: { gte: 100 }, seatUse: { lt: 0.9 } }'));
  await ask(create('Around', '{ not: { segment: { in: ["large"] } } }'));
  await ask(create('Other', '{ industry: { isNull: false } }'));
  expect((await ask(sizes('large', 'around', 'other'))).errors).toBeUndefined();

  await starter.edit('sql/customers.yml', '  seat_use:', '  seats_in_use:');
  const changed = await restart();
  const kept = await changed.ask(state('large'));
  expect(kept.errors).toBeUndefined();
  expect(kept.data).toMatchObject({
    segment: {
      id: 'large',
      name: 'Large',
      version: 1,
      where: { mrr: { gte: 100 }, seatUse: { lt: 0.9 } },
      problems: [{ code: 'UNKNOWN_FIELD', path: ['where', 'seatUse'] }],
    },
  });

  const refused = await changed.ask(sizes('large', 'around', 'other'));
  expect(refused.data).toEqual({
    large: { size: null },
    around: { size: null },
    other: { size: 8 },
    preview: { size: 8 },
  });
  expect(refused.errors?.map(({ extensions, path }) => [path?.[0], extensions.code])).toEqual([
    ['large', 'SEGMENT_BROKEN'],
    ['around', 'SEGMENT_BROKEN'],
  ]);
  expect(mistakesIn({ errors: refused.errors?.slice(0, 1) ?? [] })).toEqual([
    ['SEGMENT_BROKEN', 'segment.large'],
    ['UNKNOWN_FIELD', 'where.seatUse'],
  ]);
  expect(mistakesIn(await changed.ask('{ preview(where: { segment: { in: ["large"] } }) { size } }'))).toEqual([
    ['SEGMENT_BROKEN', 'where.segment.in.0'],
  ]);
  expect(
    mistakesIn(await changed.ask('{ table(request: { segments: ["large"], metrics: [MRR] }) { rowCount } }')),
  ).toContainEqual(['SEGMENT_BROKEN', 'segment.large']);
  const member = await changed.ask('{ customer(id: "c1") { segments { id } } segments { nodes { id } } }');
  expect(member.errors).toBeUndefined();
  expect(JSON.stringify(member.data)).toContain('"large"');

  const mended = await changed.ask(
    'mutation { updateSegment(input: { id: "large", version: 1, where: { seatsInUse: { lt: 0.9 } } }) { segment { version problems { code } size } userErrors { code } } }',
  );
  expect(mended.data).toMatchObject({ updateSegment: { segment: { version: 2, problems: [] }, userErrors: [] } });
  expect((await changed.ask(sizes('large', 'around', 'other'))).errors).toBeUndefined();
});

test('a broken segment fits again when the model does', async () => {
  const { ask } = await restart();
  await ask(create('Large', '{ seatUse: { lt: 0.9 } }'));
  const before = await ask(sizes('large'));
  await starter.edit('sql/customers.yml', '  seat_use:', '  seats_in_use:');
  expect((await (await restart()).ask(sizes('large'))).errors).toHaveLength(1);
  await starter.edit('sql/customers.yml', '  seats_in_use:', '  seat_use:');
  expect(await (await restart()).ask(sizes('large'))).toEqual(before);
});

test('a file of a segment that is wrong does not keep the server from starting', async () => {
  await starter.write('segments/unreadable.yml', 'name: [');
  await starter.write('segments/broken.yml', 'name: Broken\nwhere: { mmr: { gt: 1 } }\n');
  await starter.write('segments/circle.yml', 'name: Circle\nwhere: { segment: { in: [circle] } }\n');
  const { ask, segmentProblems } = await restart();
  expect(segmentProblems.map(({ code, file }) => [code, file])).toEqual([['BAD_YAML', 'segments/unreadable.yml']]);
  const { data, errors } = await ask(
    '{ segments { nodes { id problems { code path } } } gone: segment(id: "gone-quiet") { size } preview { size } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    segments: {
      nodes: [
        { id: 'broken', problems: [{ code: 'UNKNOWN_FIELD', path: ['where', 'mmr'] }] },
        { id: 'circle', problems: [{ code: 'SEGMENT_CYCLE', path: ['where', 'segment', 'in', '0'] }] },
        { id: 'gone-quiet', problems: [] },
      ],
    },
    preview: { size: 8 },
  });
  expect(mistakesIn(await ask('{ segment(id: "circle") { size } }'))).toEqual([
    ['SEGMENT_BROKEN', 'segment.circle'],
    ['SEGMENT_CYCLE', 'where.segment.in.0'],
  ]);
});
