import { format, resolveConfig } from 'prettier';
import { readableSql } from './readable-sql.js';
import type { Ran } from '../../src/answers/run.js';

/** One request of a case, and what it was answered with. */
export interface Step {
  /** Prose above the request. */
  readonly told: string;
  readonly request: string;
  readonly statements: string;
  readonly answer: unknown;
}
export interface Case {
  readonly title: string;
  readonly steps: readonly Step[];
}

const fence = /```(graphql|sql|json)\n([\s\S]*?)```/g;

/** A case as it is written: a title, and per request some prose, the request, the statements and the answer. */
export function readCase(text: string): Case {
  const title = /^# (.+)/.exec(text)?.[1] ?? '';
  const steps: { told: string; request: string; statements: string; answer: unknown }[] = [];
  let end = `# ${title}`.length;
  for (const { 0: whole, 1: language, 2: body = '', index } of text.matchAll(fence)) {
    const told = text.slice(end, index).trim();
    end = index + whole.length;
    const last = steps.at(-1);
    if (language === 'graphql') steps.push({ told, request: body.trim(), statements: '', answer: undefined });
    else if (last && language === 'sql') last.statements = body.trim();
    else if (last) last.answer = JSON.parse(body);
  }
  return { title, steps };
}

const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

export async function writeCase(path: string, { title, steps }: Case): Promise<string> {
  const parts = steps.flatMap(({ told, request, statements, answer }) => [
    ...(told === '' ? [] : [told]),
    block('graphql', request),
    ...(statements === '' ? [] : [block('sql', statements)]),
    block('json', JSON.stringify(answer)),
  ]);
  return format([`# ${title}`, ...parts].join('\n\n'), { ...(await resolveConfig(path)), parser: 'markdown' });
}

/** Statements with the values of their parameters, in an order that does not depend on which was done first. */
export const writtenStatements = (ran: readonly Ran[]): string =>
  ran
    .map(({ sql, parameters }) => [readableSql(sql), ...values(parameters)].join('\n'))
    .sort()
    .join(';\n\n');

function values(parameters: readonly unknown[]): readonly string[] {
  const lines: string[] = [];
  for (const [i, value] of parameters.entries()) {
    const shown = `$${String(i + 1)} = ${JSON.stringify(value)}`;
    const last = lines.at(-1);
    if (last !== undefined && last.length + shown.length < 110) lines[lines.length - 1] = `${last}, ${shown}`;
    else lines.push(`-- ${shown}`);
  }
  return lines;
}
