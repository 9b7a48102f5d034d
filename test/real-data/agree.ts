import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, type OpenWorkspace } from '../support/workspace.js';
import type { Question } from './ask.js';
import { type ByHand, type Cell, openByHand, type Rows } from './by-hand.js';
import { absence, type DataSet, makeWorkspace, type TemporaryWorkspace } from './workspace.js';

/** Sums of doubles depend on the order of their terms, so numbers agree to nine digits. */
const near = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** The rows got, with every number near the one wanted replaced by it: what is left to differ is a difference. */
const snap = (got: Rows, wanted: Rows): Rows =>
  got.map((row, i) =>
    row.map((cell, j) => {
      const want = wanted[i]?.[j];
      return want !== undefined && near(cell, want) ? want : cell;
    }),
  );

const decimals = (n: number): number => String(n).split('.')[1]?.length ?? 0;
const roundedLike = (got: Rows, known: Rows): Rows =>
  got.map((row, i) =>
    row.map((cell, j) => {
      const want = known[i]?.[j];
      return typeof cell === 'number' && typeof want === 'number' ? Number(cell.toFixed(decimals(want))) : cell;
    }),
  );

/** Asks every question of the product over GraphQL and of the files by hand, and expects one answer. */
export function agree(title: string, set: DataSet, questions: readonly Question[]): void {
  const absent = absence(set);
  describe.skipIf(absent)(absent ? `${title} (skipped: ${absent})` : title, () => {
    let temporary: TemporaryWorkspace;
    let hand: ByHand;
    let opened: Promise<OpenWorkspace> | undefined;
    const workspace = (): Promise<OpenWorkspace> => (opened ??= openWorkspace(temporary.dir));

    beforeAll(async () => {
      temporary = makeWorkspace(set);
      hand = await openByHand(set, temporary.dir);
    });
    afterAll(async () => {
      const open = await opened?.catch(() => undefined);
      await open?.close();
      hand.close();
      temporary.remove();
    });

    for (const { asks, query, pick, sql, known } of questions) {
      if (known) {
        it(`${asks}: the files give the known answer`, async () => {
          expect(roundedLike(await hand.rows(sql), known)).toEqual(known);
        });
      }
      it(asks, async () => {
        const wanted = await hand.rows(sql);
        expect(wanted, 'the hand-written SQL returns rows').not.toHaveLength(0);
        const { data, errors } = await (await workspace()).ask(query);
        expect(errors ?? []).toEqual([]);
        expect(snap(pick(data), wanted)).toEqual(wanted);
      });
    }
  });
}
