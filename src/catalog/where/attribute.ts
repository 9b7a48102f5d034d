import { everyone, type ChangeTest, type Where } from '../../query/where.js';
import type { Attribute } from '../model.js';
import { at, record, tell, type Entry } from './spot.js';
import { testKindOf } from './subject.js';
import { readTests, testEntries, testsOf } from './tests.js';
import { days } from './window.js';

/** The test of an attribute; `change` is a condition of its own beside the tests of today's value. */
export function readAttribute({ key, value, spot }: Entry, attribute: Attribute): Where {
  const subject = { name: key, kind: testKindOf(attribute) };
  const given = testEntries(value, spot, subject);
  const moved = subject.kind === 'number' ? given.filter((entry) => entry.key === 'change') : [];
  const tests = testsOf(
    given.filter((entry) => !moved.includes(entry)),
    subject,
  );
  const items: readonly Where[] = [
    ...(tests.length > 0 ? [{ kind: 'attribute', name: attribute.name, tests } as const] : []),
    ...moved.flatMap(readChange).map((change) => ({ kind: 'change', name: attribute.name, change }) as const),
  ];
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : items.length === 0 ? everyone : { kind: 'and', items };
}

const ways = ['percent', 'absolute'] as const;

/** `{over, percent}`, `{over, absolute}` or both, which then both hold. */
function readChange({ value, spot }: Entry): readonly ChangeTest[] {
  const given = record(value, spot, 'a change', ['over', ...ways]);
  if (given === undefined) return [];
  const present = ways.filter((way) => way in given);
  if (!('over' in given))
    tell(at(spot, 'over'), 'MISSING_VALUE', 'a change needs the duration it looks back', ['{"days":30}']);
  if (present.length === 0) tell(spot, 'MISSING_VALUE', 'a change needs percent or absolute', ways);
  const over = given.over === undefined ? undefined : days(given.over, at(spot, 'over'));
  const changes = present.map((as) => ({
    as,
    tests: given[as] === undefined ? [] : readTests(given[as], at(spot, as), { name: as, kind: 'number' }),
  }));
  return over === undefined
    ? []
    : changes.filter(({ tests }) => tests.length > 0).map((change) => ({ over, ...change }));
}
