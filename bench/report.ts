import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Footprint } from './footprint.js';
import type { LargeAnswers } from './large-answers.js';
import type { Setting } from './setting.js';
import { markdownTable, peerTable, resultTable, type Row } from './table.js';

/** A whole run. */
export interface Results {
  readonly at: string;
  readonly runs: number;
  readonly setting: Setting;
  readonly rows: readonly Row[];
  readonly footprints: readonly Footprint[];
  readonly largeAnswers: LargeAnswers | null;
}

const MOST_START_MS = 3_000;
const MOST_IDLE_MB = 250;

/** Cold start and idle memory; what is asked of them is asked of the first. */
export function footprintTable([sample, ...others]: readonly Footprint[]): string {
  const line = ({ name, customers, coldStartMs, idleMb }: Footprint, aims: readonly [string, string]) => [
    `${name} (${customers.toLocaleString('en')} customers)`,
    (coldStartMs / 1000).toFixed(2),
    aims[0],
    idleMb.toFixed(0),
    aims[1],
  ];
  const told = (is: number, most: number, shown: string): string => `≤ ${shown}: ${is <= most ? 'yes' : '**no**'}`;
  return markdownTable(
    ['served', 'start to first answer, s', 'target', 'idle memory, MB', 'target'],
    [
      ...(sample
        ? [
            line(sample, [
              told(sample.coldStartMs, MOST_START_MS, `${MOST_START_MS / 1000}`),
              told(sample.idleMb, MOST_IDLE_MB, `${MOST_IDLE_MB}`),
            ]),
          ]
        : []),
      ...others.map((other) => line(other, ['', ''])),
    ],
  );
}

const MOST_HELD_MS = 50;

/** Whether a large answer holds up others, and whether many keep memory. */
export function largeAnswersText({ title, answers, heldMs, memoryMb }: LargeAnswers): string {
  const told = heldMs <= MOST_HELD_MS ? 'yes' : '**no**';
  return `${title}, ${answers} times one after the other: the event loop was held for ${heldMs.toFixed(0)} ms at most (≤ ${MOST_HELD_MS}: ${told}); resident after each fifth: ${memoryMb.map((mb) => mb.toFixed(0)).join(', ')} MB.`;
}

const here = (name: string): string => join(import.meta.dirname, name);

/** Keeps a run as `results/latest.json` and tells it in `RESULTS.md`. */
export async function writeResults(results: Results): Promise<readonly string[]> {
  const json = here('results/latest.json');
  await writeFile(json, `${JSON.stringify(results, null, 2)}\n`);
  const file = here('RESULTS.md');
  const text = await markdown(results);
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
  return [json, file];
}

async function markdown({ at, runs, setting, rows, footprints, largeAnswers }: Results): Promise<string> {
  const { machine, data, versions } = setting;
  const peers = peerTable(rows);
  const missed = await Promise.all(rows.filter(({ reached }) => !reached).map(paragraph));
  return [
    '# Results of the benchmark',
    `Written by \`npm run bench\` on ${at}. ${machine}. ${data}. ${versions}. Each question was asked ${runs} times in turn with its rival;
milliseconds, ours until the last byte has come over HTTP, the rival's until its result is read in the process that asks. Both gave the same rows, and had been asked in turn before for three seconds each, quick ones for ten.
No answer is kept between the runs; the SQL that was made for a question asked before is, as it is by hand. “By hand over HTTP” is the ratio that the hand-written SQL itself has behind a server that does nothing but bind its values and write its
rows as JSON (by-hand-server.ts), run in turn likewise: less cannot be reached with these parts. The last column is a server that keeps answers, as it does unless told otherwise, warm, asked for one once more.`,
    resultTable(rows),
    ...(footprints.length > 0 ? ['## Start and memory', footprintTable(footprints)] : []),
    ...(largeAnswers ? ['## Large answers', largeAnswersText(largeAnswers)] : []),
    ...(peers === null
      ? []
      : [
          '## Peers',
          'Medians in milliseconds, the same run and file, Tessera and the peers in turn. `peers/README.md` tells how they are set up and asked, and what is in their favour.',
          peers,
        ]),
    ...(missed.length > 0 ? ['## Not reached', ...missed] : []),
  ].join('\n\n');
}

/** Why a ratio is missed and what the limit is, by the note that is kept for the question. */
async function paragraph({ key, title, ratio, target, ours, rival }: Row): Promise<string> {
  const found = `**${title}**: ${ratio.toFixed(2)} instead of ${target.ratio}, ${(ours.median - rival.median).toFixed(1)} ms more than by hand.`;
  const note = await readFile(here(`notes/${key}.md`), 'utf8').catch(() => 'Not looked into yet.');
  return `${found} ${note.trim()}`;
}
