import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { informationalIn, readFolder } from '../../src/cases/case-file.js';
import { families } from '../../src/cases/families.js';
import { failures, linesOf } from '../../src/cases/report.js';
import { casesOver, type Cases } from '../../src/cases/runner.js';

/** Worked cases that are handed round with the product, beside its folder. */
const folder = resolve(import.meta.dirname, '../../../shared/cases');
const reason = existsSync(folder) ? '' : `: there is no ../shared/cases`;

describe.skipIf(reason !== '')(`the worked cases over GraphQL${reason}`, () => {
  const cases = reason === '' ? readFolder(folder) : [];
  const informational = reason === '' ? informationalIn(folder) : [];
  let runner: Cases;
  beforeAll(() => {
    runner = casesOver();
  });
  afterAll(() => runner.close());

  test.each([...new Set(cases.map(({ family }) => family))])(
    '%s',
    async (family) => {
      expect(Object.keys(families)).toContain(family);
      for (const raw of cases.filter((c) => c.family === family)) {
        const outcome = await runner.outcomeOf(raw, informational);
        expect(failures([outcome]), linesOf(outcome).join('\n')).toBe(0);
      }
    },
    120_000,
  );
});
