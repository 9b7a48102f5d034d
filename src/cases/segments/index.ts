import { z } from 'zod';
import { check, type WorkedCase } from '../case-file.js';
import { inOrderOf } from '../compare.js';
import { dayOf } from '../clock.js';
import type { Answered, Served, Translation } from '../family.js';
import { NotUnderstood } from '../not-understood.js';
import { propertiesIn, readRule } from './rule.js';
import { whereOfRule, type Asking } from './where.js';
import { segmentWorld } from './world.js';

const question = z.strictObject({ kind: z.literal('segment'), as_of: z.string().optional(), rule: z.unknown() });
const evaluations = z.array(z.object({ as_of: z.string(), members: z.unknown() }));

const asked = /* GraphQL */ `
  query ($where: CustomerWhere!, $asOf: Date!, $after: String) {
    preview(where: $where) {
      customers(first: 1000, after: $after, asOf: $asOf) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;
interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function membersOf(served: Served, where: object, asOf: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const { customers }: { customers: Page } = (
      await served.ask<{ preview: { customers: Page } }>(asked, { where, asOf, after })
    ).preview;
    found.push(...customers.nodes.map((n) => n.id));
    after = customers.pageInfo.endCursor;
    if (!customers.pageInfo.hasNextPage) return found;
  }
}

/** The instants a case is asked of, with the members expected: one, or a list of evaluations. */
function instantsOf(worked: WorkedCase, asOf: string | undefined): readonly z.output<typeof evaluations>[number][] {
  if (asOf !== undefined) return [{ as_of: asOf, members: worked.expected['members'] }];
  if (worked.expected['evaluations'] === undefined) throw new NotUnderstood(['question', 'as_of'], 'as of when?');
  return check(evaluations, worked.expected['evaluations'], ['expected', 'evaluations']);
}

/** Members of a segment at an instant: the rule becomes a where whose windows are moments. */
export const segments: Translation = async (worked, open): Promise<Answered> => {
  const q = check(question, worked.question, ['question']);
  const rule = readRule(q.rule, ['question', 'rule']);
  const named = Object.fromEntries(
    Object.entries(worked.segments).map(([name, given]) => [name, readRule(given, ['segments', name])]),
  );
  const instants = instantsOf(worked, q.as_of);
  const days = instants.map((i) => dayOf(i.as_of, 'UTC'));
  const properties = [rule, ...Object.values(named)].flatMap(propertiesIn);
  const world = segmentWorld(worked, properties, [...days].sort().at(-1) ?? '');
  const served = await open(world.files);
  const found: { as_of: string; members: readonly string[] }[] = [];
  for (const [i, { as_of: at, members }] of instants.entries()) {
    const asking: Asking = { world, at, segments: named };
    const own = await membersOf(served, whereOfRule(rule, asking), days[i] ?? '');
    found.push({ as_of: at, members: inOrderOf(members, own) });
  }
  return { got: q.as_of === undefined ? { evaluations: found } : { members: found[0]?.members } };
};
