import { describe, expect, it } from 'vitest';
import { readFactRows } from '../../src/catalog/where/facts.js';
import type { Problem } from '../../src/query/problem.js';
import type { EntityName } from '../../src/query/where.js';
import { sampleCatalog } from '../support/catalog.js';

function read(input: unknown, entity: EntityName = 'customer') {
  const problems: Problem[] = [];
  const spot = { path: ['steps', 0], problems };
  const scope = {
    catalog: sampleCatalog,
    entity,
    segment: () => undefined,
    depth: 0,
    hops: 0,
    chain: [],
    budget: { left: 100 },
  };
  const rows = readFactRows(input, spot, scope);
  return { rows, problems: problems.map(({ code, path, suggestions }) => [code, path.join('.'), suggestions]) };
}

describe('rows of a fact', () => {
  it('are those of one fact, all or some', () => {
    expect(read({ supportTickets: {} })).toEqual({
      rows: { fact: 'support_tickets', where: { kind: 'and', items: [] } },
      problems: [],
    });
    expect(read({ events: { name: { eq: 'login' } }, supportTickets: undefined }).rows).toEqual({
      fact: 'events',
      where: { kind: 'column', name: 'name', tests: [{ op: 'eq', value: 'login' }] },
    });
  });

  it.each([
    ['of none', {}, [['ONE_FACT_NEEDED', 'steps.0', ['events', 'subscriptions', 'supportTickets']]]],
    ['of two', { events: {}, subscriptions: {} }, [['ONE_FACT_NEEDED', 'steps.0', ['events', 'subscriptions']]]],
    ['that are null', { events: null }, [['NULL_VALUE', 'steps.0.events', []]]],
    ['with an unknown column', { events: { nme: {} } }, [['UNKNOWN_COLUMN', 'steps.0.events.nme', ['name']]]],
    ['as a text', 'events', [['WRONG_SHAPE', 'steps.0', []]]],
  ])('are refused %s', (_, input, expected) => {
    expect(read(input).problems).toEqual(expected);
  });

  it('are refused of users where they belong to none', () => {
    expect(read({ supportTickets: {} }, 'user').problems).toEqual([
      ['FACT_WITHOUT_USER', 'steps.0.supportTickets', []],
    ]);
    expect(read({ events: {} }, 'user').problems).toEqual([]);
  });

  it('tell an unknown fact', () => {
    expect(read({ event: {} }).problems).toEqual([
      ['UNKNOWN_FIELD', 'steps.0.event', ['events']],
      ['ONE_FACT_NEEDED', 'steps.0', ['events', 'subscriptions', 'supportTickets']],
    ]);
  });
});
