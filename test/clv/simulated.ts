import type { PurchaseModel } from '../../src/answers/statistics/purchases.js';
import type { SpendModel } from '../../src/answers/statistics/spend.js';
import { addDays } from '../../src/query/time.js';
import { randomOf } from './random.js';

export const truth: PurchaseModel & SpendModel = { r: 0.8, alpha: 6, a: 0.9, b: 3, p: 4, q: 5, v: 50 };
export const lastDay = '2026-06-30';

/** A workspace of people who buy as the models say: `orders` people, first orders over 40 weeks, watched until June 2026. */
export function simulatedShop(people: number): Readonly<Record<string, string>> {
  const random = randomOf(17);
  const customers: string[] = [];
  const orders: string[] = [];
  for (let i = 0; i < people; i++) {
    const id = `P${String(i).padStart(4, '0')}`;
    const begin = 700 + Math.floor(random.uniform() * 280);
    const [rate, leaves, size] = [
      random.gamma(truth.r, truth.alpha),
      random.beta(truth.a, truth.b),
      random.gamma(truth.q, truth.v),
    ];
    customers.push(`${id},${addDays('2023-10-01', begin)},${['north', 'south', ''][i % 3] ?? ''}`);
    for (let at = 0, gone = false; !gone; at += 7 * random.exponential(rate)) {
      const day = addDays('2023-10-01', begin + Math.floor(at));
      if (day > lastDay) break;
      orders.push(`${id},${day},${random.gamma(truth.p, size).toFixed(2)}`);
      gone = at > 0 && random.uniform() < leaves;
    }
  }
  return {
    'workspace.yml': `name: Simulated\ntime_zone: UTC\ncurrency: EUR\nas_of: ${lastDay}\n`,
    'data/customers.csv': `customer_id,created_on,side\n${customers.join('\n')}\n`,
    'data/orders.csv': `customer_id,ordered_on,amount\n${orders.join('\n')}\n`,
    'sql/customers.sql': `select customer_id, created_on, nullif(side, '') as side from read_csv('data/customers.csv')\n`,
    'sql/customers.yml': `entity: customer\nkey: customer_id\nsince: created_on\ndescription: One row per person.\ncolumns:
  customer_id: { description: Identifies the person }\n  created_on: { description: Day of the first order }\n  side: { description: Side of the river }\n
metrics:\n  customers: { description: People known, state: count(*) }\n`,
    'sql/orders.sql': `select customer_id, ordered_on, cast(amount as decimal(12, 2)) as amount from read_csv('data/orders.csv')\n`,
    'sql/orders.yml': `fact: order\ndescription: One row per order.\ncustomer: customer_id\ntime: ordered_on\ncolumns:
  customer_id: { description: Who ordered }\n  ordered_on: { description: When }\n  amount: { description: What was paid, unit: currency }\n`,
  };
}
