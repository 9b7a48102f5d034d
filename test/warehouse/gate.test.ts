import { describe, expect, test } from 'vitest';
import { Gate } from '../../src/warehouse/duckdb/gate.js';

/** Borrowers that start and end when told. */
function borrowers(gate: Gate<string>, queueSize: number) {
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const borrow = (
    name: string,
    signal = new AbortController().signal,
    caller?: object,
    onTurn: () => void = () => undefined,
  ): Promise<string> =>
    gate.use(
      async (resource) => {
        started.push(name);
        await new Promise<void>((resolve) => finish.set(name, resolve));
        return `${name} had ${resource}`;
      },
      { signal, queueSize, caller, onTurn },
    );
  return { started, borrow, end: (name: string): void => finish.get(name)?.() };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('at most as many run as there are resources, and the others follow in the order they came', async () => {
  const gate = new Gate(['x', 'y']);
  const { started, borrow, end } = borrowers(gate, 10);
  const all = ['a', 'b', 'c', 'd', 'e'].map((name) => borrow(name));
  await settled();
  expect(started).toEqual(['a', 'b']);
  expect([gate.running, gate.waiting]).toEqual([2, 3]);
  end('b');
  await settled();
  expect(started).toEqual(['a', 'b', 'c']);
  end('a');
  end('c');
  await settled();
  expect(started).toEqual(['a', 'b', 'c', 'd', 'e']);
  end('d');
  end('e');
  await Promise.all(all);
  expect([gate.running, gate.waiting]).toEqual([0, 0]);
});

test('a resource has one borrower at a time', async () => {
  const gate = new Gate(['x']);
  const { borrow, end } = borrowers(gate, 10);
  const both = [borrow('a'), borrow('b')];
  await settled();
  end('a');
  await settled();
  end('b');
  expect(await Promise.all(both)).toEqual(['a had x', 'b had x']);
});

test('with a full line the next is refused, and there is room again once one has left', async () => {
  const gate = new Gate(['x']);
  const { borrow, end } = borrowers(gate, 1);
  const a = borrow('a');
  const b = borrow('b');
  await settled();
  await expect(borrow('c')).rejects.toMatchObject({ code: 'WAREHOUSE_BUSY' });
  end('a');
  await a;
  const d = borrow('d');
  await settled();
  end('b');
  await b;
  await settled();
  end('d');
  expect(await d).toBe('d had x');
});

test('a line of no length still lets the free resources be used', async () => {
  const gate = new Gate(['x']);
  const { borrow, end } = borrowers(gate, 0);
  const a = borrow('a');
  await settled();
  await expect(borrow('b')).rejects.toMatchObject({ code: 'WAREHOUSE_BUSY' });
  end('a');
  await a;
});

test('work that fails gives its resource back', async () => {
  const gate = new Gate(['x']);
  const entry = { signal: new AbortController().signal, queueSize: 1 };
  await expect(gate.use(() => Promise.reject(new Error('no')), entry)).rejects.toThrow('no');
  expect(await gate.use((resource) => Promise.resolve(resource), entry)).toBe('x');
});

describe('an aborted borrower', () => {
  test('leaves the line at once, and makes room in it', async () => {
    const gate = new Gate(['x']);
    const { started, borrow, end } = borrowers(gate, 1);
    const left = new AbortController();
    const a = borrow('a');
    const b = borrow('b', left.signal);
    await settled();
    left.abort(new Error('gone'));
    await expect(b).rejects.toThrow('gone');
    expect(gate.waiting).toBe(0);
    const c = borrow('c');
    await settled();
    end('a');
    await a;
    await settled();
    end('c');
    await c;
    expect(started).toEqual(['a', 'c']);
  });

  test('never starts when it was so from the beginning', async () => {
    const gate = new Gate(['x']);
    const { started, borrow } = borrowers(gate, 1);
    await expect(borrow('a', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(started).toEqual([]);
  });
});

test('closing refuses who waits and who comes, and waits for who runs', async () => {
  const gate = new Gate(['x']);
  const { borrow, end } = borrowers(gate, 5);
  const a = borrow('a');
  const b = borrow('b');
  await settled();
  let closed = false;
  const closing = gate.close().then(() => (closed = true));
  await expect(b).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
  await expect(borrow('c')).rejects.toMatchObject({ code: 'QUERY_CANCELLED' });
  await settled();
  expect(closed).toBe(false);
  end('a');
  await closing;
  expect(await a).toBe('a had x');
});

describe('callers', () => {
  const own = () => new AbortController().signal;

  test('who came first have all they ask for before those who came later', async () => {
    const gate = new Gate(['x']);
    const { started, borrow, end } = borrowers(gate, 10);
    const [first, second] = [{}, {}];
    const all = [borrow('a1', own(), first), borrow('b1', own(), second), borrow('b2', own(), second)];
    await settled();
    all.push(borrow('a2', own(), first));
    for (const name of ['a1', 'a2', 'b1', 'b2']) {
      await settled();
      end(name);
    }
    await Promise.all(all);
    expect(started).toEqual(['a1', 'a2', 'b1', 'b2']);
  });

  test('keep their place while they have nothing to ask for', async () => {
    const gate = new Gate(['x']);
    const { started, borrow, end } = borrowers(gate, 10);
    const first = {};
    const a1 = borrow('a1', own(), first);
    const b = borrow('b', own(), {});
    await settled();
    end('a1');
    await a1;
    const c = borrow('c', own(), {});
    const a2 = borrow('a2', own(), first);
    for (const name of ['b', 'a2', 'c']) {
      await settled();
      end(name);
    }
    await Promise.all([b, c, a2]);
    expect(started).toEqual(['a1', 'b', 'a2', 'c']);
  });

  test('hold no more than half while others wait', async () => {
    const gate = new Gate(['w', 'x', 'y', 'z']);
    const { started, borrow, end } = borrowers(gate, 10);
    const greedy = {};
    const many = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'].map((name) => borrow(name, own(), greedy));
    await settled();
    expect(started).toEqual(['a1', 'a2', 'a3', 'a4']);
    const late = ['b', 'c', 'd'].map((name) => borrow(name));
    await settled();
    end('a1');
    await settled();
    end('a2');
    await settled();
    end('a3');
    await settled();
    expect(started).toEqual(['a1', 'a2', 'a3', 'a4', 'b', 'c', 'a5']);
    for (const name of ['a4', 'b', 'c', 'a5', 'd', 'a6', 'a7', 'd', 'a6', 'a7']) {
      end(name);
      await settled();
    }
    await Promise.all([...many, ...late]);
  });

  test('take one place in the line each, and none once they are served', async () => {
    const gate = new Gate(['x']);
    const { borrow, end } = borrowers(gate, 1);
    const [first, second] = [{}, {}];
    const all = [
      borrow('a1', own(), first),
      borrow('a2', own(), first),
      borrow('b1', own(), second),
      borrow('b2', own(), second),
    ];
    await settled();
    expect([gate.running, gate.waiting]).toEqual([1, 3]);
    await expect(borrow('c')).rejects.toMatchObject({ code: 'WAREHOUSE_BUSY' });
    for (const name of ['a1', 'a2', 'b1', 'b2']) {
      end(name);
      await settled();
    }
    await Promise.all(all);
  });

  test('who are refused once are refused for good, even when there is room again', async () => {
    const gate = new Gate(['x']);
    const { borrow, end } = borrowers(gate, 0);
    const caller = {};
    const a = borrow('a');
    await settled();
    await expect(borrow('b1', own(), caller)).rejects.toMatchObject({ code: 'WAREHOUSE_BUSY' });
    end('a');
    await a;
    await expect(borrow('b2', own(), caller)).rejects.toMatchObject({ code: 'WAREHOUSE_BUSY' });
    const c = borrow('c');
    await settled();
    end('c');
    await c;
  });

  test('are told when their turn has come, for all that still waits', async () => {
    const gate = new Gate(['x']);
    const { borrow, end } = borrowers(gate, 1);
    const [told, caller] = [[] as string[], {}];
    const a = borrow('a');
    const both = ['b1', 'b2'].map((name) => borrow(name, own(), caller, () => void told.push(name)));
    await settled();
    expect(told).toEqual([]);
    end('a');
    await settled();
    expect(told).toEqual(['b1', 'b2']);
    for (const name of ['b1', 'b2']) {
      end(name);
      await settled();
    }
    await Promise.all([a, ...both]);
    expect(told).toEqual(['b1', 'b2']);
  });
});
