import { setMaxListeners } from 'node:events';
import { WarehouseError } from '../warehouse.js';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** When and why a query must stop: its caller left, its time is up, or the warehouse closes. */
export class Stop {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #caller: AbortSignal | undefined;

  /** An infinite deadline is none. */
  constructor(caller: AbortSignal | undefined, deadlineMs: number) {
    setMaxListeners(0, this.signal, ...(caller ? [caller] : []));
    this.#caller = caller;
    if (caller?.aborted) this.cancel();
    else caller?.addEventListener('abort', this.cancel, { once: true });
    if (Number.isFinite(deadlineMs))
      this.#timer = setTimeout(this.#expire, Math.min(deadlineMs, LONGEST_TIMER_MS), deadlineMs);
  }

  /** Aborts with a WarehouseError as its reason. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  readonly cancel = (): void => {
    this.#controller.abort(new WarehouseError('QUERY_CANCELLED', 'The query was cancelled'));
  };

  /** Gives the query its whole time again. */
  readonly restart = (): void => {
    this.#timer?.refresh();
  };

  /** Call when the query is over. */
  release(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.cancel);
  }

  readonly #expire = (deadlineMs: number): void => {
    const message = `The query took longer than ${String(deadlineMs / 1000)} seconds`;
    this.#controller.abort(new WarehouseError('QUERY_TIMEOUT', message));
  };
}
