/** What a case asks that has no meaning here: never ignored, always a failure that names it. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
  constructor(path: readonly string[], message: string) {
    super(path.length > 0 ? `${path.join('.')}: ${message}` : message);
  }
}
