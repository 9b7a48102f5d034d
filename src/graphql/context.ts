import type { RelationQuality } from '../catalog/quality.js';
import type { Segment } from '../answers/segment.js';
import type { Session } from '../answers/session.js';
import type { Segments } from '../store/segment.js';

/** What the resolvers of one request share. */
export interface Context {
  readonly session: Session;
  readonly segments: Segments;
  /** Saved segments as they fit the model, archived ones too. */
  readonly saved: () => readonly Segment[];
  readonly quality: () => Promise<readonly RelationQuality[]>;
}
