/** What one request may cost before it is refused. */
export interface Limits {
  /** Bytes of a request body. */
  readonly bodyBytes: number;
  /** Tokens of a GraphQL document; parsing stops there. */
  readonly tokens: number;
  /** Levels of nested fields. */
  readonly depth: number;
  /** Fields of an operation, fragments expanded. */
  readonly fields: number;
  /** Aliases of an operation, fragments expanded. */
  readonly aliases: number;
  /** Milliseconds that requests in flight get to finish at shutdown. */
  readonly drainMs: number;
}

export const DEFAULT_LIMITS: Limits = Object.freeze({
  bodyBytes: 1_000_000,
  tokens: 20_000,
  depth: 20,
  fields: 5_000,
  aliases: 500,
  drainMs: 10_000,
});
