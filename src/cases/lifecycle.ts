import { z } from 'zod';
import { check } from './case-file.js';
import type { Translation } from './family.js';
import { grainOf, label, overTime, wholePeriods, worldOver } from './over-time.js';
import { selector } from './world.js';

const question = z.strictObject({ kind: z.literal('lifecycle'), event: selector, end: z.string(), ...overTime });

const asked = `query ($where: CustomerWhere!, $request: LifecycleRequest!) {
  preview(where: $where) { lifecycle(request: $request) { points {
    startsAt complete new { count } returning { count } resurrecting { count } dormant { count }
  } } }
}`;

const states = ['new', 'returning', 'resurrecting', 'dormant'] as const;
type Point = Readonly<Record<(typeof states)[number], { readonly count: number }>> & { readonly startsAt: string };
interface Answer {
  readonly preview: { readonly lifecycle: { readonly points: readonly Point[] } };
}

/** The periods that the range touches are whole: what happens in the last one after the end of the range counts. */
export const lifecycle: Translation = async (worked, open) => {
  const q = check(question, worked.question, ['question']);
  const { request, asOf } = wholePeriods(q, q.end);
  const { world, where } = worldOver(worked, q, asOf, [q.event]);
  const { ask } = await open(world.files);
  const variables = { where, request: { activity: world.rowsOf(q.event), grain: grainOf(q), ...request } };
  const { points } = (await ask<Answer>(asked, variables)).preview.lifecycle;
  const [like] = (worked.expected['periods'] ?? []) as readonly unknown[];
  return {
    got: {
      periods: points.map((p) => label(p.startsAt, q, like)),
      ...Object.fromEntries(states.map((state) => [state, points.map((p) => p[state].count)])),
    },
  };
};
