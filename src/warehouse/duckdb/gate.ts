import { WarehouseError } from '../warehouse.js';

interface Waiting<T> {
  readonly admit: (resource: T) => void;
  readonly refuse: (reason: Error) => void;
}

export interface Entry {
  /** Rejects with its reason if it is aborted before the work starts; once started, stopping is up to the work. */
  readonly signal: AbortSignal;
  /** How many may wait in line. */
  readonly queueSize: number;
}

/**
 * Lends a fixed set of resources, each to one borrower at a time. Who finds none free waits in line, first come first
 * served; when the line is full, the next is refused with WAREHOUSE_BUSY.
 */
export class Gate<T> {
  readonly #free: T[];
  readonly #size: number;
  readonly #line = new Set<Waiting<T>>();
  #closed: Promise<void> | undefined;
  #emptied: (() => void) | undefined;

  constructor(resources: readonly T[]) {
    this.#free = [...resources];
    this.#size = resources.length;
  }

  get running(): number {
    return this.#size - this.#free.length;
  }

  get waiting(): number {
    return this.#line.size;
  }

  async use<R>(work: (resource: T) => Promise<R>, entry: Entry): Promise<R> {
    entry.signal.throwIfAborted();
    const resource = await this.#borrow(entry);
    try {
      return await work(resource);
    } finally {
      this.#giveBack(resource);
    }
  }

  /** Refuses whoever waits or comes later, and resolves when the last borrower is done. */
  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      this.#emptied = resolve;
      if (this.running === 0) resolve();
    });
    for (const waiting of this.#line) waiting.refuse(closedError());
    return this.#closed;
  }

  async #borrow({ signal, queueSize }: Entry): Promise<T> {
    if (this.#closed) throw closedError();
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#line.size >= queueSize)
      throw new WarehouseError(
        'WAREHOUSE_BUSY',
        `${String(this.running)} queries are running and ${String(this.waiting)} are waiting; try again later`,
      );
    return this.#wait(signal);
  }

  #wait(signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting<T> = {
        admit(resource) {
          leave();
          resolve(resource);
        },
        refuse(reason) {
          leave();
          reject(reason);
        },
      };
      const abort = (): void => {
        waiting.refuse(signal.reason as Error);
      };
      const leave = (): void => {
        this.#line.delete(waiting);
        signal.removeEventListener('abort', abort);
      };
      signal.addEventListener('abort', abort, { once: true });
      this.#line.add(waiting);
    });
  }

  #giveBack(resource: T): void {
    const [next] = this.#line;
    if (next) next.admit(resource);
    else this.#free.push(resource);
    if (this.running === 0) this.#emptied?.();
  }
}

const closedError = (): WarehouseError => new WarehouseError('QUERY_CANCELLED', 'The warehouse is closed');
