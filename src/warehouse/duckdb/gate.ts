import { WarehouseError } from '../warehouse.js';

interface Waiting<T> {
  /** Its caller's turn has come. */
  readonly onTurn: (() => void) | undefined;
  readonly admit: (resource: T) => void;
  readonly refuse: (reason: Error) => void;
}

/** What one caller has here; callers are served in the order in which they first came. */
interface Turn<T> {
  readonly arrival: number;
  readonly waiting: Set<Waiting<T>>;
  running: number;
  /** It was lent something once, so what it still waits for does not count as a place in the line. */
  started: boolean;
  refused: boolean;
}

export interface Entry {
  /** Rejects with its reason if it is aborted before the work starts; once started, stopping is up to the work. */
  readonly signal: AbortSignal;
  /** How many callers may wait in line. */
  readonly queueSize: number;
  /** Who asks: several entries of one caller share its place in the line. Left out, the entry is a caller of its own. */
  readonly caller?: object | undefined;
  /** Called where the entry had to wait for its caller's turn, when that has come. */
  readonly onTurn?: () => void;
}

/**
 * Lends a fixed set of resources, each to one borrower at a time. Who finds none free waits in line. Callers who came first
 * are served first, with all they ask for, so that under load the oldest requests are finished instead of all being begun;
 * but no caller holds more than half of the resources while others wait. When the line is full, the next caller is refused
 * with WAREHOUSE_BUSY, and so is the rest of what it asks for: part of an answer would be work in vain.
 */
export class Gate<T> {
  readonly #free: T[];
  readonly #size: number;
  readonly #line = new Set<Turn<T>>();
  readonly #turns = new WeakMap<object, Turn<T>>();
  #arrivals = 0;
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
    return [...this.#line].reduce((sum, { waiting }) => sum + waiting.size, 0);
  }

  async use<R>(work: (resource: T) => Promise<R>, entry: Entry): Promise<R> {
    entry.signal.throwIfAborted();
    const turn = this.#turnOf(entry.caller);
    const resource = await this.#borrow(turn, entry);
    try {
      return await work(resource);
    } finally {
      turn.running--;
      this.#giveBack(resource);
    }
  }

  /** Refuses whoever waits or comes later, and resolves when the last borrower is done. */
  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      this.#emptied = resolve;
      if (this.running === 0) resolve();
    });
    for (const { waiting } of this.#line) for (const one of waiting) one.refuse(closedError());
    return this.#closed;
  }

  #turnOf(caller: object | undefined): Turn<T> {
    const known = caller && this.#turns.get(caller);
    if (known) return known;
    const turn: Turn<T> = {
      arrival: this.#arrivals++,
      waiting: new Set(),
      running: 0,
      started: false,
      refused: false,
    };
    if (caller) this.#turns.set(caller, turn);
    return turn;
  }

  async #borrow(turn: Turn<T>, { signal, queueSize, onTurn }: Entry): Promise<T> {
    if (this.#closed) throw closedError();
    if (turn.refused) throw this.#busyError();
    const free = this.#free.pop();
    if (free !== undefined) {
      begin(turn);
      return free;
    }
    const isNew = !turn.started && turn.waiting.size === 0;
    if (isNew && this.#callersInLine() >= queueSize) {
      turn.refused = true;
      throw this.#busyError();
    }
    return this.#wait(turn, signal, onTurn);
  }

  #callersInLine(): number {
    return [...this.#line].filter(({ started }) => !started).length;
  }

  #wait(turn: Turn<T>, signal: AbortSignal, onTurn: (() => void) | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting<T> = {
        onTurn,
        admit(resource) {
          begin(turn);
          leave();
          resolve(resource);
        },
        refuse(reason) {
          leave();
          reject(reason);
        },
      };
      const abort = (): void => {
        waiting.refuse(this.#reasonOf(turn, signal));
      };
      const leave = (): void => {
        turn.waiting.delete(waiting);
        if (turn.waiting.size === 0) this.#line.delete(turn);
        signal.removeEventListener('abort', abort);
      };
      signal.addEventListener('abort', abort, { once: true });
      turn.waiting.add(waiting);
      this.#line.add(turn);
    });
  }

  /** Whose time is up before anything of it was begun did not ask for too much: others did. */
  #reasonOf(turn: Turn<T>, signal: AbortSignal): Error {
    const reason = signal.reason as Error;
    const isLate = reason instanceof WarehouseError && reason.code === 'QUERY_TIMEOUT';
    return isLate && !turn.started ? this.#busyError() : reason;
  }

  #giveBack(resource: T): void {
    const [next] = this.#next()?.waiting ?? [];
    if (next) next.admit(resource);
    else this.#free.push(resource);
    if (this.running === 0) this.#emptied?.();
  }

  #next(): Turn<T> | undefined {
    const byArrival = [...this.#line].sort((a, b) => a.arrival - b.arrival);
    return byArrival.find(({ running }) => running < this.#size / 2) ?? byArrival[0];
  }

  #busyError(): WarehouseError {
    const [running, waiting] = [String(this.running), String(this.waiting)];
    return new WarehouseError(
      'WAREHOUSE_BUSY',
      `${running} queries are running and ${waiting} are waiting; try again later`,
    );
  }
}

function begin<T>(turn: Turn<T>): void {
  turn.running++;
  if (turn.started) return;
  turn.started = true;
  for (const { onTurn } of turn.waiting) onTurn?.();
}

const closedError = (): WarehouseError => new WarehouseError('QUERY_CANCELLED', 'The warehouse is closed');
