import { resolve } from 'node:path';
import { Command } from 'commander';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Footprint, footprint } from './footprint.js';
import { largeAnswers } from './large-answers.js';
import { askAgain, byHand, byHandOverHttp, measure, ours } from './measure.js';
import { startPeers } from './peers.js';
import type { Asked, Question } from './question.js';
import { questionsOf } from './questions/index.js';
import { largeTable } from './questions/large-table.js';
import { sizeOfASegment } from './questions/size-of-a-segment.js';
import { footprintTable, largeAnswersText, writeResults } from './report.js';
import { openRival, rivalOf } from './rival.js';
import { startByHand, startServer } from './server.js';
import { settingOf } from './setting.js';
import { peerTable, resultTable, type Row, rowOf } from './table.js';
import { builtFile, makeSample, makeWorkspace } from './workspace.js';

const home = resolve(import.meta.dirname, '..');

/** `npm run bench`: every question beside the best SQL that can be written by hand for it, and what a server takes. */
const options = new Command('bench')
  .option('--workspace <dir>', 'the sample company, made and built where it is not', 'bench/data/100k')
  .option('--customers <n>', 'customers of one that is made', Number, 100_000)
  .option('--days <n>', 'its days of product events', Number, 365)
  .option('--users <n>', 'its users, about; ten for each customer unless told', Number)
  .option('--events <n>', 'its product events, about', Number, 50_000_000)
  .option('--larger <dir>', 'a company of a million customers, for the size of a segment', 'bench/data/1m')
  .option('--no-larger', 'without it')
  .option('--runs <n>', 'times that each question is asked', Number, 30)
  .option('--warm-ups <n>', 'times before that, and for three seconds at least, quick ones for ten', Number, 5)
  .option('--only <text>', 'questions with this in their key')
  .option('--no-peers', 'without the products in bench/peers')
  .option('--no-footprint', 'without start, memory and large answers')
  .option('--no-write', 'print the results alone')
  .parse()
  .opts<{
    workspace: string;
    customers: number;
    days: number;
    users?: number;
    events: number;
    larger: string | false;
    runs: number;
    warmUps: number;
    only?: string;
    peers: boolean;
    footprint: boolean;
    write: boolean;
  }>();

const workspace = resolve(options.workspace);
await makeWorkspace(workspace, { users: options.customers * 10, ...options });
const file = await builtFile(workspace);
const connection = await openRival(file);
const setting = await settingOf(connection, file);
const [asOf, customers] = await lastDay(connection);
connection.closeSync();
console.log(`${setting.machine}\n${setting.data}\n${setting.versions}\n`);

const rows = [...(await compare(workspace, questionsOf)), ...(options.larger ? await atAMillion(options.larger) : [])];
console.log(`\n${resultTable(rows)}\n`);
const peers = peerTable(rows);
if (peers !== null) console.log(`${peers}\n`);

const footprints = options.footprint ? await startAndMemory() : [];
if (footprints.length > 0) console.log(`${footprintTable(footprints)}\n`);
const large = options.footprint ? await manyLargeAnswers() : null;
if (large) console.log(`${largeAnswersText(large)}\n`);

if (options.write && options.only === undefined) {
  const at = new Date().toISOString();
  const written = await writeResults({ at, runs: options.runs, setting, rows, footprints, largeAnswers: large });
  console.log(`Written: ${written.join(', ')}`);
}

async function compare(dir: string, ask: (asked: Asked) => readonly Question[]): Promise<readonly Row[]> {
  const file = await builtFile(dir);
  const rival = await openRival(file);
  const running: (() => Promise<void>)[] = [];
  const stoppedAtTheEnd = <T extends { readonly stop: () => Promise<void> }>(started: T): T => {
    running.push(started.stop);
    return started;
  };
  try {
    const server = stoppedAtTheEnd(await startServer(dir, { answers: 'computed' }));
    const keeping = stoppedAtTheEnd(await startServer(dir, { answers: 'kept' }));
    const served = stoppedAtTheEnd(await startByHand(file));
    const [asOf, customers] = await lastDay(rival);
    const peers = options.peers ? (await startPeers(file, asOf)).map(stoppedAtTheEnd) : [];
    const done: Row[] = [];
    for (const question of ask({ asOf, customers })) {
      if (options.only !== undefined && !question.key.includes(options.only)) continue;
      const beside = peers.flatMap((peer) => {
        const contender = peer.contender(question.key);
        return contender ? [[peer.name, contender] as const] : [];
      });
      const contenders = {
        ours: ours(server.url, question),
        rival: byHand(await rivalOf(rival, question)),
        served: byHandOverHttp(served.found, question),
        peers: Object.fromEntries(beside),
      };
      const measured = await measure(question, contenders, options);
      const row = rowOf(measured, await askAgain(ours(keeping.url, question), options.runs));
      console.log(`${row.reached ? 'reached' : 'missed '}  ${row.ratio.toFixed(2).padStart(6)}  ${row.title}`);
      done.push(row);
    }
    return done;
  } finally {
    rival.closeSync();
    await Promise.all(running.map((stop) => stop()));
  }
}

/** The one question that is asked of so many: their events are few, and one day of them is kept. */
async function atAMillion(larger: string): Promise<readonly Row[]> {
  const dir = resolve(larger);
  await makeWorkspace(dir, { customers: 1_000_000, days: 365, events: 20_000_000, snapshots: 1 });
  return compare(dir, (asked) =>
    [sizeOfASegment(asked)].flat().map((question) => ({
      ...question,
      key: `${question.key}-at-a-million`,
      title: `${question.title}, ${asked.customers.toLocaleString('en')} customers`,
    })),
  );
}

async function manyLargeAnswers() {
  const [question] = [largeTable({ asOf, customers })].flat();
  return question ? largeAnswers(workspace, question) : null;
}

async function lastDay(rival: DuckDBConnection): Promise<readonly [string, number]> {
  const found = await rival.runAndReadAll(
    'select max(day)::varchar, (select count(*)::int from customers) from tessera.snapshot_days',
  );
  const [day, customers] = found.getRows()[0] ?? [];
  if (typeof day !== 'string' || typeof customers !== 'number') throw new Error('The build has no snapshots');
  return [day, customers];
}

/** Of the repository's sample, of one ten times as large, and of the workspace that was asked. */
async function startAndMemory(): Promise<readonly Footprint[]> {
  const larger = resolve(home, 'bench/data/sample-10x');
  await makeSample(larger, { customers: 5_000, days: 730 });
  await footprint('unmeasured', home);
  return [
    await footprint('the repository’s sample, from files', home),
    await footprint('ten times its customers, from files', larger),
    await footprint('the benchmark’s workspace, built', workspace),
  ];
}
