import { readCase, type RawCase, type WorkedCase } from './case-file.js';
import { differences, type Difference } from './compare.js';
import type { Answered, Open, Translation } from './family.js';
import { families } from './families.js';
import { oneAtATime } from './serve.js';

/** What became of a case. */
export type Outcome =
  | { readonly kind: 'passed'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly differences: readonly Difference[] }
  /** Could not be put to the product, or the product refused it. */
  | { readonly kind: 'refused'; readonly id: string; readonly complaint: string }
  /** Another answer than the case's, for a reason that lies in the case. */
  | {
      readonly kind: 'listed';
      readonly id: string;
      readonly reason: string;
      readonly differences: readonly Difference[];
    };

/** Puts cases to the product, one after the other; `close` ends what was served last. */
export interface Cases {
  readonly outcomeOf: (raw: RawCase, informational?: readonly string[]) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

export function casesOver(): Cases {
  const { open, close } = oneAtATime();
  return { outcomeOf: (raw, informational = []) => outcomeOf(raw, informational, open), close };
}

async function outcomeOf(raw: RawCase, informational: readonly string[], open: Open): Promise<Outcome> {
  const { id } = raw;
  const said = saidOf(id, informational);
  try {
    const worked = readCase(raw);
    const answered = await translationOf(raw.family)(worked, open);
    const found = compared(worked, answered);
    if (found.length === 0) return { kind: 'passed', id };
    const reason = answered.departs ?? saidOfItself(worked) ?? said;
    return reason === undefined
      ? { kind: 'failed', id, differences: found }
      : { kind: 'listed', id, reason, differences: found };
  } catch (error) {
    const complaint = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (said !== undefined) return { kind: 'listed', id, reason: `${said}; ${complaint}`, differences: [] };
    return { kind: 'refused', id, complaint };
  }
}

function compared(worked: WorkedCase, { got, tolerance, besides = [] }: Answered): readonly Difference[] {
  const expected = Object.fromEntries(Object.entries(worked.expected).filter(([key]) => !besides.includes(key)));
  return differences(expected, got, tolerance);
}

/** A case that says of itself that systems need not agree on it. */
function saidOfItself(worked: WorkedCase): string | undefined {
  if (worked.informational || !worked.checked) return 'informational';
  const idiosyncratic = worked.notes.find((note) => /^IDIOSYNCRATIC\b/i.test(note));
  return idiosyncratic && `informational: ${idiosyncratic}`;
}

/** A case is named by the beginning of its id: `fn-020` is `fn-020-exclusion-second-attempt`. */
const saidOf = (id: string, informational: readonly string[]): string | undefined =>
  informational.some((name) => id === name || id.startsWith(`${name}-`)) ? 'informational, says the README' : undefined;

function translationOf(family: string): Translation {
  const found = Object.hasOwn(families, family) ? families[family] : undefined;
  return found ?? (() => Promise.reject(new Error(`no translation of the family ${family}`)));
}
