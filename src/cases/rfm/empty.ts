import { relation, workspaceYml, type Files } from '../files.js';

/** A workspace for questions that need no data: with one customer, since there is none without. */
export const files: Files = {
  ...workspaceYml({ asOf: '2000-01-01' }),
  ...relation('customers', { customer_id: 'VARCHAR' }, [{ customer_id: 'one' }], {
    entity: 'customer',
    key: 'customer_id',
  }),
};
