import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineError } from './model.js';
import type { ModelProblemCode } from './problem-codes.js';
import { suggest } from './suggest.js';

export interface EngineProblem {
  readonly code: ModelProblemCode;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** Names that may be meant by one the engine does not know. */
export interface Meant {
  readonly relations: readonly string[];
  readonly files: readonly string[];
}
export const nothingMeant: Meant = { relations: [], files: [] };

interface Rule {
  readonly pattern: RegExp;
  readonly code: ModelProblemCode;
  readonly among?: (meant: Meant, offered: readonly string[]) => readonly string[];
}

const rules: readonly Rule[] = [
  { pattern: /Table with name (\S+) does not exist/, code: 'UNKNOWN_RELATION', among: ({ relations }) => relations },
  { pattern: /No files found that match the pattern "([^"]+)"/, code: 'DATA_UNREADABLE', among: ({ files }) => files },
  { pattern: /Referenced column "([^"]+)" not found/, code: 'UNKNOWN_COLUMN', among: (_, offered) => offered },
  { pattern: /Column with name (\S+) does not exist/i, code: 'UNKNOWN_COLUMN', among: (_, offered) => offered },
  { pattern: /syntax error|SELECT .*is expected|statement is expected/i, code: 'SQL_SYNTAX' },
  {
    pattern: /\b(csv|parquet|json)\b.*\b(error|file|line|sniff|invalid)|\bfile\b|cannot open|could not (read|open)/i,
    code: 'DATA_UNREADABLE',
  },
];

/** The engine's complaint as a problem: its kind, and what may have been meant. */
export function engineProblem({ message, suggestions }: EngineError, meant: Meant): EngineProblem {
  for (const { pattern, code, among } of rules) {
    const match = pattern.exec(message);
    if (match === null) continue;
    const offered = suggestions.map((s) => s.split('.').at(-1) ?? s);
    return { code, message, suggestions: among ? suggest(match[1] ?? '', among(meant, offered)) : [] };
  }
  return { code: 'INVALID_EXPRESSION', message, suggestions: /function/i.test(message) ? suggestions : [] };
}

const dataFile = /\.(parquet|csv|tsv|json|ndjson|jsonl)(\.\w+)?$/i;

/** Files of a workspace's `data/`, as a SELECT would name them. */
export function dataFiles(dir: string): readonly string[] {
  try {
    return readdirSync(join(dir, 'data'), { recursive: true, encoding: 'utf8' })
      .filter((file) => dataFile.test(file))
      .map((file) => `data/${file}`);
  } catch {
    return [];
  }
}
