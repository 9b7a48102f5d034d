import { addDays } from '../../src/query/time.js';
import { randomOf } from '../clv/random.js';

/** A line of an order; a missing product or order is a gap in the data. */
export interface Line {
  readonly order: string | null;
  readonly person: string;
  readonly day: string;
  readonly product: string | null;
  readonly sku: number;
}

export const products = ['bread', 'butter', 'jam', "O'Hara tea", 'salt', 'rare truffle'];

/** Orders over half a year, by default of 70 people: jam goes with bread, and salt with nothing. */
export function lines(seed: number, orders = 160, people = 70): readonly Line[] {
  const random = randomOf(seed);
  const all: Line[] = [];
  for (let order = 0; order < orders; order++) {
    const person = `P${String(Math.floor(random.uniform() * people)).padStart(2, '0')}`;
    const day = addDays('2026-01-01', Math.floor(random.uniform() * 181));
    const bread = random.uniform() < 0.4;
    const chances = [bread ? 1 : 0, 0.3, bread ? 0.6 : 0.1, 0.25, 0.2, 0.02];
    products.forEach((product, sku) => {
      if (random.uniform() >= (chances[sku] ?? 0)) return;
      const times = random.uniform() < 0.1 ? 2 : 1;
      for (let k = 0; k < times; k++)
        all.push({
          order: random.uniform() < 0.03 ? null : `N${String(order)}`,
          person,
          day,
          product: random.uniform() < 0.03 ? null : product,
          sku,
        });
    });
  }
  return all;
}

export function shopFiles(all: readonly Line[]): Readonly<Record<string, string>> {
  const people = [...new Set(all.map((l) => l.person))].sort();
  const quoted = (text: string | null): string => (text === null ? '' : `"${text}"`);
  return {
    'workspace.yml': 'name: Grocer\ntime_zone: UTC\ncurrency: EUR\nas_of: 2026-06-30\n',
    'data/customers.csv': `customer_id,side\n${people.map((p, i) => `${p},${i % 2 === 0 ? 'left' : 'right'}`).join('\n')}\n`,
    'data/lines.csv': `order_id,customer_id,ordered_on,product,sku\n${all
      .map((l) => [quoted(l.order), l.person, l.day, quoted(l.product), l.sku].join(','))
      .join('\n')}\n`,
    'sql/customers.sql': "select customer_id, side from read_csv('data/customers.csv')\n",
    'sql/customers.yml': `entity: customer\nkey: customer_id\ndescription: One row per person.\ncolumns:
  customer_id: { description: Identifies the person }\n  side: { description: Side of the street }\n
metrics:\n  customers: { description: People known, state: count(*) }\n`,
    'sql/lines.sql': "select order_id, customer_id, ordered_on, product, sku from read_csv('data/lines.csv')\n",
    'sql/lines.yml': `fact: line\ndescription: One row per line of an order.\ncustomer: customer_id\ntime: ordered_on\ncolumns:
  order_id: { label: Order, description: Number of the order }\n  customer_id: { description: Who ordered }\n  ordered_on: { description: When }
  product: { description: Name of the product }\n  sku: { description: Number of the product }\n`,
  };
}
