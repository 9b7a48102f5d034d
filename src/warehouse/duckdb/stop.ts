import { setMaxListeners } from 'node:events';
import { WarehouseError } from '../warehouse.js';

/** When and why a query must stop: its caller left, its time is up, or the warehouse closes. */
export class Stop {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #caller: AbortSignal | undefined;

  /** An infinite deadline is none. */
  constructor(caller: AbortSignal | undefined, deadlineMs: number) {
    if (caller) setMaxListeners(0, caller);
    setMaxListeners(0, this.signal);
    this.#caller = caller;
    if (caller?.aborted) this.cancel();
    else caller?.addEventListener('abort', this.cancel, { once: true });
    if (Number.isFinite(deadlineMs))
      this.#timer = setTimeout(() => this.#expire(deadlineMs), Math.min(deadlineMs, 2 ** 31 - 1));
  }

  /** Aborts with a WarehouseError as its reason. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  readonly cancel = (): void =>
    this.#controller.abort(new WarehouseError('QUERY_CANCELLED', 'The query was cancelled'));

  /** Call when the query is over. */
  release(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.cancel);
  }

  #expire(deadlineMs: number): void {
    this.#controller.abort(
      new WarehouseError('QUERY_TIMEOUT', `The query took longer than ${String(deadlineMs / 1000)} seconds`),
    );
  }
}
