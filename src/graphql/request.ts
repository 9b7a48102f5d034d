import { dataQuality } from '../catalog/quality.js';
import { createSession } from '../answers/session.js';
import type { OpenWorkspace } from '../answers/workspace.js';
import { sourceOf } from '../answers/workspace.js';
import type { Context } from './context.js';

/** Makes what the resolvers of one request share; data quality is looked at once for the life of the workspace. */
export function contextFactory(workspace: OpenWorkspace): (request?: { readonly signal: AbortSignal }) => Context {
  let quality: ReturnType<typeof dataQuality> | undefined;
  return (request) => {
    const { source, saved } = sourceOf(workspace);
    return {
      session: createSession(source, request?.signal),
      segments: workspace.segments,
      saved,
      quality: () => (quality ??= dataQuality(workspace.catalog, workspace.warehouse)),
    };
  };
}
