import { expect, test } from 'vitest';
import { findings } from '../../src/catalog/report.js';
import { readYaml } from '../../src/catalog/yaml.js';

const read = (text: string) => {
  const found = findings();
  return { value: readYaml(text, found.in('a.yml')), problems: found.problems };
};

test('a comma inside { } that is not followed by a key belongs to the text', () => {
  expect(read('{ formula: a / nullif(b, 0), unit: ratio }').value).toEqual({
    formula: 'a / nullif(b, 0)',
    unit: 'ratio',
  });
  expect(read('{ description: What happened, such as login, or export, unit: count }').value).toEqual({
    description: 'What happened, such as login, or export',
    unit: 'count',
  });
  expect(read('a:\n  { value: sum(x),\n    description: one,\n      two,\n    last: all }').value).toEqual({
    a: { value: 'sum(x)', description: 'one, two', last: 'all' },
  });
});

test('quoted text ends where its quotes end', () => {
  expect(read('{ label: "a, b", hidden }').value).toEqual({ label: 'a, b', hidden: null });
});

test('lists and values over several lines are as in any YAML', () => {
  expect(read('interval: [from, until]\nflow: >-\n  sum(a,\n  b)\nday: 2026-01-01').value).toEqual({
    interval: ['from', 'until'],
    flow: 'sum(a, b)',
    day: '2026-01-01',
  });
});

test('an empty file is an empty map', () => {
  expect(read('# nothing yet\n')).toEqual({ value: {}, problems: [] });
});

test('what does not parse is told with its line', () => {
  const { value, problems } = read("a: 1\nb: { where: x in ('a', 'b') }\n");
  expect(value).toBeNull();
  expect(problems.map((p) => p.code)).toContain('BAD_YAML');
  expect(problems[0]?.message).toMatch(/^line 2: .*quotes/);
});
