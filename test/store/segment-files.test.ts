import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSegmentFiles } from '../../src/catalog/segment-files.js';
import { temporaryFolder } from './opened.js';

/** A workspace with these segment files. */
function workspaceWith(files: Readonly<Record<string, string>>): string {
  const dir = temporaryFolder();
  mkdirSync(join(dir, 'segments'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, 'segments', name), text);
  return dir;
}

const told = async (files: Readonly<Record<string, string>>) => {
  const { segments, problems } = await readSegmentFiles(workspaceWith(files));
  return {
    ids: segments.map(({ id }) => id),
    problems: problems.map(({ code, file, path, suggestions }) => [code, file, path.join('.'), ...suggestions]),
  };
};

test('the sample’s own segments are read without a problem', async () => {
  const { segments, problems } = await readSegmentFiles(join(import.meta.dirname, '../..'));
  expect(problems).toEqual([]);
  expect(segments.length).toBeGreaterThanOrEqual(12);
});

test('a segment file is read as it is written', async () => {
  const dir = workspaceWith({
    'due-for-renewal.yml': `
      name: Due for renewal in 30 days
      folder: Renewals
      description: Paying customers whose first renewal falls in the next 30 days.
      objective: { kind: RETAIN, metric: grr, target: 0.95, expected_size: { min: 10, max: 60 } }
      where:
        isPaying: { eq: true }
        renewsOn: { next: { days: 30 } }
        since: { after: 2026-01-31 }`,
    'admins_1.yml': 'name: Admins\nentity: user\nobjective: { kind: INFORM }\nwhere: { role: { eq: admin } }',
    'README.md': 'No segment.',
    '.hidden.yml': 'no: segment',
  });
  const { segments, problems } = await readSegmentFiles(dir);
  expect(problems).toEqual([]);
  const modifiedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;
  expect(segments).toEqual([
    {
      id: 'admins_1',
      entity: 'user',
      name: 'Admins',
      description: '',
      folder: null,
      objective: { kind: 'INFORM' },
      where: { role: { eq: 'admin' } },
      file: 'segments/admins_1.yml',
      modifiedAt,
    },
    {
      id: 'due-for-renewal',
      entity: 'customer',
      name: 'Due for renewal in 30 days',
      description: 'Paying customers whose first renewal falls in the next 30 days.',
      folder: 'Renewals',
      objective: { kind: 'RETAIN', metric: 'grr', target: 0.95, expectedSize: { min: 10, max: 60 } },
      where: { isPaying: { eq: true }, renewsOn: { next: { days: 30 } }, since: { after: '2026-01-31' } },
      file: 'segments/due-for-renewal.yml',
      modifiedAt,
    },
  ]);
});

test('a workspace without segments has none', async () => {
  expect(await readSegmentFiles(temporaryFolder())).toEqual({ segments: [], problems: [] });
});

test('every mistake in every file is told at once, with file and path, and the sound files are read', async () => {
  const { ids, problems } = await told({
    'a-sound.yml': 'name: Sound\nwhere: {}',
    'b-keys.yml': 'nmae: X\nfoldr: Y\nwhere: {}',
    'c-types.yml': 'name: 3\ndescription: [a]\nfolder: ""\nwhere: [1]\nentity: users',
    'd-objective.yml':
      'name: D\nwhere: {}\nobjective: { kind: RETIAN, metric: "", target: high, expected_size: { min: 5, max: 2 }, size: 1 }',
    'e-size.yml': 'name: E\nwhere: {}\nobjective: { kind: INFORM, expected_size: { min: -1, max: 2.5, maxx: 1 } }',
    'f-size.yml': 'name: F\nwhere: {}\nobjective: { kind: INFORM, expected_size: {} }',
    'g-yaml.yml': 'name: "G\nwhere: {',
    'h-twice.yml': 'name: H\nname: H\nwhere: {}',
    'i-empty.yml': '',
    'j-list.yml': '- name: J',
    'k-same.yml': 'name: SOUND\nwhere: {}',
    'l-elsewhere.yml': 'name: Sound\nfolder: L\nwhere: {}',
    'm m.yml': 'name: M\nwhere: {}',
    'n.yaml': 'name: N\nwhere: {}',
    'o-lines.yml': 'name: "two\\nlines"\nwhere: {}',
    'p-alias.yml': 'name: *nothing\nwhere: {}',
  });
  expect(ids).toEqual(['a-sound', 'k-same', 'l-elsewhere']);
  const byFile = (name: string) =>
    problems
      .filter(([, file]) => file === `segments/${name}`)
      .map(([code, , path, ...hints]) => [code, path, ...hints]);
  expect(byFile('b-keys.yml').sort()).toEqual([
    ['MISSING_KEY', 'name'],
    ['UNKNOWN_KEY', 'foldr', 'folder'],
    ['UNKNOWN_KEY', 'nmae', 'name'],
  ]);
  expect(byFile('c-types.yml').sort()).toEqual([
    ['WRONG_TYPE', 'description'],
    ['WRONG_TYPE', 'name'],
    ['WRONG_TYPE', 'where'],
    ['WRONG_VALUE', 'entity', 'user'],
    ['WRONG_VALUE', 'folder'],
  ]);
  expect(byFile('d-objective.yml').sort()).toEqual([
    ['UNKNOWN_KEY', 'objective.size'],
    ['WRONG_TYPE', 'objective.target'],
    ['WRONG_VALUE', 'objective.expected_size'],
    ['WRONG_VALUE', 'objective.kind', 'RETAIN'],
    ['WRONG_VALUE', 'objective.metric'],
  ]);
  expect(byFile('e-size.yml').sort()).toEqual([
    ['UNKNOWN_KEY', 'objective.expected_size.maxx', 'max'],
    ['WRONG_VALUE', 'objective.expected_size.max'],
    ['WRONG_VALUE', 'objective.expected_size.min'],
  ]);
  expect(byFile('f-size.yml')).toEqual([['WRONG_VALUE', 'objective.expected_size']]);
  expect(new Set(byFile('g-yaml.yml').map(([code]) => code))).toEqual(new Set(['BAD_YAML']));
  expect(byFile('h-twice.yml')).toEqual([['BAD_YAML', '']]);
  expect(byFile('i-empty.yml')).toEqual([
    ['MISSING_KEY', 'name'],
    ['MISSING_KEY', 'where'],
  ]);
  expect(byFile('j-list.yml')).toEqual([['WRONG_TYPE', '']]);
  expect(byFile('k-same.yml')).toEqual([['DUPLICATE_NAME', 'name']]);
  expect(byFile('l-elsewhere.yml')).toEqual([]);
  expect(byFile('m m.yml')).toEqual([['BAD_NAME', '', 'm-m.yml']]);
  expect(byFile('n.yaml')).toEqual([['BAD_NAME', '', 'n.yml']]);
  expect(byFile('o-lines.yml')).toEqual([['WRONG_VALUE', 'name']]);
  expect(byFile('p-alias.yml')).toEqual([['BAD_YAML', '']]);
});

test('a folder of files and a file that cannot be read are told', async () => {
  const dir = workspaceWith({});
  mkdirSync(join(dir, 'segments', 'renewals'));
  symlinkSync(join(dir, 'nowhere'), join(dir, 'segments', 'gone.yml'));
  const { problems } = await readSegmentFiles(dir);
  expect(problems).toMatchObject([
    { code: 'BAD_NAME', file: 'segments/renewals', message: expect.stringContaining('folder: renewals') as string },
    { code: 'DATA_UNREADABLE', file: 'segments/gone.yml' },
  ]);
});
