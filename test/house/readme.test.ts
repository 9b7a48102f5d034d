import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { backtestRefusals } from '../../src/answers/health/backtest.js';
import { questionCodes } from '../../src/answers/problem-codes.js';
import { refusalCodes } from '../../src/answers/refusal.js';
import * as modelCodes from '../../src/catalog/problem-codes.js';
import { whereCodes } from '../../src/catalog/where/codes.js';
import { settings } from '../../src/config.js';
import { serverCodes } from '../../src/server/codes.js';
import { storeCodes } from '../../src/store/codes.js';

const ofModel = Object.assign({}, ...Object.values(modelCodes)) as Readonly<Record<string, string>>;
const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'in a question': { ...whereCodes, ...questionCodes },
  'where data say too little': { ...refusalCodes, ...backtestRefusals },
  'in a change of a segment': storeCodes,
  'of the server': serverCodes,
  'in a workspace': ofModel,
};

const row = (cells: readonly string[]): string => `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const sections: Readonly<Record<string, string>> = {
  settings: table(
    ['setting', 'default', 'meaning'],
    settings.map((s) => [`\`${s.name}\``, s.default === 'undefined' ? '' : s.default, s.meaning]),
  ),
  codes: Object.entries(groups)
    .map(([where, codes]) => {
      const rows = Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1));
      return table(
        [`code ${where}`, 'meaning'],
        rows.map(([code, meaning]) => [`\`${code}\``, meaning]),
      );
    })
    .join('\n\n'),
};

async function rendered(readme: string): Promise<string> {
  const filled = Object.entries(sections).reduce(
    (text, [name, body]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`),
        (_, start: string, end: string) => `${start}\n\n${body}\n\n${end}`,
      ),
    readme,
  );
  return format(filled, { ...(await resolveConfig('README.md')), parser: 'markdown' });
}

describe('the README', () => {
  it('lists every setting and error code (UPDATE_README=1 writes it)', async () => {
    const readme = readFileSync('README.md', 'utf8');
    const wanted = await rendered(readme);
    if (process.env['UPDATE_README']) writeFileSync('README.md', wanted);
    else expect(readme).toBe(wanted);
  });

  it('knows every code that the source raises', () => {
    const known = new Set(Object.values(groups).flatMap((codes) => Object.keys(codes)));
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
    const raised = files.flatMap((file) =>
      [
        ...readFileSync(join('src', file), 'utf8').matchAll(
          /(?:\bcode: |\bproblem\(\s*|\brefuse\(|\btell\(\s*[a-z(][^,'"]*,\s*)'([A-Z]+(?:_[A-Z]+)+)'/g,
        ),
      ].map(([, code]) => ({ file, code: code ?? '' })),
    );
    expect(raised.length).toBeGreaterThan(50);
    expect(raised.filter(({ code }) => !known.has(code))).toEqual([]);
  });
});
