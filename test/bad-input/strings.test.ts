import { expect, test } from 'vitest';
import { mistakesIn } from './served.js';
import { starterServer } from './starter-server.js';

const { ask, sizeOf } = starterServer();

const sql = "'; drop table customers; --";
const texts = [sql, '"; drop table customers; --', "Acme' or '1'='1", '\\', '%', "$1'", '${sql}', '\u0000', '💥'];

test.each(texts)('%j is only text: as a value, an id, a key and a search', async (text) => {
  const reply = await ask(
    `query ($w: CustomerWhere!, $in: CustomerWhere!, $u: UserWhere!, $text: String!, $id: ID!) {
      eq: preview(where: $w) { size text }
      any: preview(where: $in) { size metrics(names: [MRR]) { value } breakdown(by: [NAME]) { rowCount } }
      users: userPreview(where: $u) { size }
      customer(id: $id) { id }
      catalog { attributes(search: "Name of the company") { values(search: $text) { value } } metrics(search: $text) { name } }
      segments(search: $text) { nodes { id } }
    }`,
    {
      w: { name: { eq: text }, events: { where: { name: { contains: text } }, count: { eq: 0 } } },
      in: { or: [{ ids: [text] }, { name: { in: [text] } }, { name: { startsWith: text, ignoreCase: true } }] },
      u: { role: { endsWith: text }, ids: [text] },
      text,
      id: text,
    },
  );
  expect(reply.errors).toBeUndefined();
  expect(reply.data).toMatchObject({
    eq: { size: 0 },
    any: { size: 0, metrics: [{ value: 0 }], breakdown: { rowCount: 0 } },
    users: { size: 0 },
    customer: null,
    catalog: { attributes: [{ values: [] }], metrics: [] },
    segments: { nodes: [] },
  });
});

test('SQL is only text in what is saved', async () => {
  const reply = await ask<{ createSegment: { segment: { id: string } } }>(
    `mutation ($name: String!, $w: CustomerWhere!) { createFolder(name: $name) { folder { name } }
      createSegment(input: { name: $name, folder: $name, description: $name, where: $w }) { segment { id name folder size } userErrors { code } } }`,
    { name: sql, w: { bucket: { of: 2, in: [0, 1], salt: sql }, name: { ne: sql } } },
  );
  expect(reply.data?.createSegment).toMatchObject({ segment: { name: sql, folder: sql, size: 8 }, userErrors: [] });
  const again = await ask(
    'query ($id: ID!, $text: String!, $folder: String!) { segment(id: $id) { name size } segments(search: $text, folder: $folder) { nodes { name } } }',
    { id: reply.data?.createSegment.segment.id, text: 'DROP TABLE', folder: sql },
  );
  expect(again).toEqual({ data: { segment: { name: sql, size: 8 }, segments: { nodes: [{ name: sql }] } } });
});

test('SQL is only text in the name of what does not exist', async () => {
  expect(mistakesIn(await sizeOf({ segment: { in: [sql] } }))).toEqual([['UNKNOWN_SEGMENT', 'where.segment.in.0']]);
  expect(mistakesIn(await ask('query ($id: ID!) { segment(id: $id) { size } }', { id: sql }))).toEqual([
    ['SEGMENT_NOT_FOUND', 'id'],
  ]);
  expect(
    mistakesIn(await ask('query ($f: String!) { segments(folder: $f) { nodes { id } } }', { f: `${sql}2` })),
  ).toEqual([['FOLDER_NOT_FOUND', 'folder']]);
});
