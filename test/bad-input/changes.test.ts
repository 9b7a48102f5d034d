import { expect, test } from 'vitest';
import type { Mistake } from './served.js';
import { starterServer } from './starter-server.js';

const { ask } = starterServer();

interface Made {
  readonly segment: { readonly id: string; readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}
const payload = '{ segment { id version } userErrors { code path } }';

async function change(mutation: string, variables?: unknown): Promise<Made> {
  const { data, errors } = await ask<{ readonly change: Made }>(mutation, variables);
  expect(errors).toBeUndefined();
  if (!data) throw new Error('no data');
  return data.change;
}
const told = ({ userErrors }: Made): readonly Mistake[] => userErrors.map(({ code, path }) => [code, path.join('.')]);

const create = (name: string, where: unknown): Promise<Made> =>
  change(
    `mutation ($name: String!, $w: CustomerWhere) { change: createSegment(input: { name: $name, where: $w }) ${payload} }`,
    { name, w: where },
  );
const update = (id: string, version: number, where: unknown): Promise<Made> =>
  change(
    `mutation ($id: ID!, $v: Int!, $w: CustomerWhere) { change: updateSegment(input: { id: $id, version: $v, where: $w }) ${payload} }`,
    { id, v: version, w: where },
  );

test('a segment may not refer to itself, directly or through others', async () => {
  await create('One', {});
  await create('Two', { segment: { in: ['one'] } });
  expect(told(await update('one', 1, { segment: { in: ['one'] } }))).toEqual([
    ['SEGMENT_CYCLE', 'input.where.segment.in.0'],
  ]);
  expect(told(await update('one', 1, { not: { segment: { notIn: ['two'] } } }))).toEqual([
    ['SEGMENT_CYCLE', 'input.where.not.segment.notIn.0'],
  ]);
  expect((await update('two', 1, { mrr: { gt: 0 } })).segment?.version).toBe(2);
  expect((await update('one', 1, { segment: { in: ['two'] } })).segment?.version).toBe(2);
});

test('all mistakes are told and nothing is saved', async () => {
  const made = await create('Wrong', { mrr: { between: { min: 2, max: 1 } }, rank: { by: 'MRR' } });
  expect(made.segment).toBeNull();
  expect(told(made)).toEqual([
    ['EMPTY_RANGE', 'input.where.mrr.between'],
    ['MISSING_VALUE', 'input.where.rank'],
  ]);
  expect((await ask('{ segments(search: "Wrong") { nodes { id } } }')).data).toEqual({ segments: { nodes: [] } });
});

test('what a segment cannot be without', async () => {
  expect(told(await create('', {})).map(([, path]) => path)).toEqual(['input.name']);
  const both = `mutation { change: createSegment(input: { name: "Both", where: {}, userWhere: {} }) ${payload} }`;
  expect(told(await change(both))).toEqual([['WHERE_NEEDED', 'input.where']]);
});

test('a stale version, and what never was, are refused', async () => {
  await create('Stale', {});
  expect((await update('stale', 1, { mrr: { gt: 1 } })).segment?.version).toBe(2);
  expect(told(await update('stale', 1, {}))).toEqual([['STALE_VERSION', 'input.version']]);
  expect(told(await update('nobody', 1, {}))).toEqual([['SEGMENT_NOT_FOUND', 'input.id']]);
  expect(told(await update('gone-quiet', 1, {}))).toEqual([['SEGMENT_READ_ONLY', 'input.id']]);
  const restore = (version: number): string =>
    `mutation { change: restoreSegmentVersion(input: { id: "stale", restore: ${String(version)}, version: 2 }) ${payload} }`;
  expect(told(await change(restore(7)))).toEqual([['VERSION_NOT_FOUND', 'input.restore']]);
  expect((await change(restore(1))).segment?.version).toBe(3);
});
