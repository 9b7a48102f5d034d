import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, vi } from 'vitest';
import type { Session } from '../../src/answers/session.js';
import type { Catalog } from '../../src/catalog/model.js';
import { arbitraryTables, type Setting } from './arbitrary-company.js';
import { arbitrarySegments } from './arbitrary-question.js';
import { openOracle, type Opened, type Options } from './opened.js';
import { runs } from './runs.js';
import type { World } from './world.js';

type Check<T> = (session: Session, world: World, asked: T, catalog: Catalog) => Promise<void>;

/** A slow machine that does much else is no failure. */
const patience = 600_000;

/** Companies in a setting, and questions that are all asked of each. */
export function companies(setting: Setting, options: Options = {}) {
  vi.setConfig({ testTimeout: patience });
  let opened: Opened;
  beforeAll(async () => {
    opened = await openOracle(setting, options);
  });
  afterAll(() => opened.close());

  /** Checks some numbers of companies with up to `most` questions each. */
  return async <T>(numRuns: number, most: number, question: (catalog: Catalog) => Arbitrary<T>, check: Check<T>) => {
    const company = fc.record({
      tables: arbitraryTables(setting),
      segments: arbitrarySegments(opened.catalog, setting),
      asked: fc.array(question(opened.catalog), { minLength: 1, maxLength: most, size: 'max' }),
    });
    const property = fc.asyncProperty(company, async ({ tables, segments, asked }) => {
      const { session, world } = await opened.fill(tables, segments);
      await Promise.all(asked.map((one) => check(session, world, one, opened.catalog)));
    });
    await fc.assert(property, runs(numRuns, setting));
  };
}
