import { makeExecutableSchema } from '@graphql-tools/schema';
import pino from 'pino';
import { createApp } from '../../src/server/app.js';

const typeDefs = /* GraphQL */ `
  "A calendar day."
  scalar Date
  input NumberTest {
    eq: Float
    gte: Float
  }
  input BooleanTest {
    eq: Boolean
  }
  "Conditions on customers; fields are ANDed."
  input CustomerWhere {
    "Has a subscription."
    isPaying: BooleanTest
    "Monthly recurring revenue."
    mrr: NumberTest
    and: [CustomerWhere!]
  }
  "Customers that meet a condition."
  type Segment {
    "The condition in one sentence."
    text: String!
    "Number of customers."
    size(asOf: Date): Int
    "Part of all customers."
    share: Float
  }
  type Query {
    "An unsaved segment."
    preview(where: CustomerWhere! = {}): Segment
  }
`;

interface Customer {
  readonly isPaying: boolean;
  readonly mrr: number;
}
interface Where {
  readonly isPaying?: { readonly eq?: boolean };
  readonly mrr?: { readonly gte?: number };
}

const customers: readonly Customer[] = [900, 700, 100, 0].map((mrr) => ({ mrr, isPaying: mrr > 0 }));

const meets = ({ isPaying, mrr }: Customer, where: Where) =>
  (where.isPaying?.eq === undefined || where.isPaying.eq === isPaying) && (where.mrr?.gte ?? 0) <= mrr;

const resolvers = {
  Query: {
    preview: (_root: unknown, { where }: { where: Where }) => {
      const size = customers.filter((customer) => meets(customer, where)).length;
      return { text: 'Customers', size, share: size / customers.length };
    },
  },
};

/** A company of four customers, two of which pay 500 or more. Resolves to its address. */
export async function serveTinyCompany(webRoot: string): Promise<{ url: string; close: () => Promise<void> }> {
  const { listen, close } = await createApp({
    schema: makeExecutableSchema({ typeDefs, resolvers }),
    createContext: () => ({}),
    webRoot,
    ready: () => true,
    log: pino({ level: 'silent' }),
  });
  return { url: await listen(0, '127.0.0.1'), close };
}
