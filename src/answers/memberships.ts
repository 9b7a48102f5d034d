import type { Member } from './members.js';
import type { Segment } from './segment.js';
import { sizeOf } from './measured.js';
import type { Session } from './session.js';

/** The saved segments a customer is in as of its day, by name; those that no longer fit the model are left out. */
export async function segmentsOf(
  session: Session,
  saved: readonly Segment[],
  member: Member,
): Promise<readonly Segment[]> {
  const own = saved.filter((s) => s.entity === 'customer' && s.problems.length === 0 && s.saved?.archivedAt === null);
  const only = { kind: 'ids', ids: [member.id] } as const;
  const sizes = await Promise.all(
    own.map((s) =>
      sizeOf(session, { entity: 'customer', where: { kind: 'and', items: [s.where, only] } }, member.asOf),
    ),
  );
  return own.filter((_, i) => (sizes[i] ?? 0) > 0);
}
