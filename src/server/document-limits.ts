import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import type { Limits } from './limits.js';

interface DocumentSize {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

const EMPTY: DocumentSize = { depth: 0, fields: 0, aliases: 0 };

const REFUSALS: Record<keyof DocumentSize, (actual: number, max: number) => string> = {
  depth: (actual, max) => `The query nests ${actual} levels deep; at most ${max} are allowed.`,
  fields: (actual, max) => `The query asks for ${actual} fields; at most ${max} are allowed.`,
  aliases: (actual, max) => `The query has ${actual} aliases; at most ${max} are allowed.`,
};

/** Refuses operations that are deeper or wider than the limits, counting every use of a fragment. */
export const documentLimits =
  (limits: Limits): ValidationRule =>
  (context) => ({
    Document(document) {
      const measure = measurer(document);
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        const size = measure(operation.selectionSet);
        for (const limit of Object.keys(REFUSALS) as (keyof DocumentSize)[]) {
          const [actual, max] = [size[limit], limits[limit]];
          if (actual <= max) continue;
          context.reportError(
            new GraphQLError(REFUSALS[limit](actual, max), { nodes: operation, extensions: { limit, actual, max } }),
          );
        }
      }
    },
  });

function measurer(document: DocumentNode): (selections: SelectionSetNode) => DocumentSize {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const measured = new Map<string, DocumentSize>();

  const measureFragment = (name: string): DocumentSize => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, EMPTY); // a cycle ends here; another rule reports it
    const fragment = fragments.get(name);
    const size = fragment ? measure(fragment.selectionSet) : EMPTY;
    measured.set(name, size);
    return size;
  };

  const measure = ({ selections }: SelectionSetNode): DocumentSize =>
    selections.reduce<DocumentSize>((total, node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return add(total, measureFragment(node.name.value));
      const inner = node.selectionSet ? measure(node.selectionSet) : EMPTY;
      if (node.kind === Kind.INLINE_FRAGMENT) return add(total, inner);
      return add(total, {
        depth: inner.depth + 1,
        fields: inner.fields + 1,
        aliases: inner.aliases + (node.alias ? 1 : 0),
      });
    }, EMPTY);

  return measure;
}

const add = (a: DocumentSize, b: DocumentSize): DocumentSize => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
});
