import { healthOf } from './clients.js';
import { ours } from './measure.js';
import type { Question } from './question.js';
import { startServer } from './server.js';

/** What large answers do to a server that gives one after the other. */
export interface LargeAnswers {
  readonly title: string;
  readonly answers: number;
  /** The longest that the event loop was held, in milliseconds. */
  readonly heldMs: number;
  /** Megabytes resident after each fifth of the answers. */
  readonly memoryMb: readonly number[];
}

const WARM_UPS = 40;
const FIFTHS = 5;
const EACH = 40;

/** Asks for the same table again and again, each computed anew. */
export async function largeAnswers(workspace: string, question: Question): Promise<LargeAnswers> {
  const server = await startServer(workspace, { answers: 'computed' });
  try {
    const contender = ours(server.url, question);
    for (let i = 0; i < WARM_UPS; i++) await contender.ask();
    await healthOf(server.url);
    const fifths: { readonly heldMs: number; readonly memoryMb: number }[] = [];
    for (let fifth = 0; fifth < FIFTHS; fifth++) {
      for (let i = 0; i < EACH; i++) await contender.ask();
      const { bytes, heldSeconds } = await healthOf(server.url);
      fifths.push({ heldMs: heldSeconds * 1000, memoryMb: bytes / 1e6 });
    }
    return {
      title: question.title,
      answers: FIFTHS * EACH,
      heldMs: Math.max(...fifths.map(({ heldMs }) => heldMs)),
      memoryMb: fifths.map(({ memoryMb }) => memoryMb),
    };
  } finally {
    await server.stop();
  }
}
