import type { DefinitionNode } from 'graphql';
import { inputType } from './sdl.js';

/** The condition on a customer's users: there only where a model has users. */
export const userCondition: DefinitionNode = inputType(
  {
    name: 'UserCondition',
    description:
      'A condition on the users who work at a customer. Several quantifiers hold together; `where` goes with `count`. ' +
      'Without any, there is at least one user.',
  },
  [
    { name: 'some', type: 'UserWhere', description: 'At least one user is like this.' },
    { name: 'every', type: 'UserWhere', description: 'All users are like this, and there is at least one.' },
    { name: 'none', type: 'UserWhere', description: 'No user is like this; true for a customer without users.' },
    { name: 'where', type: 'UserWhere', description: 'Which users are counted; left out, all are.' },
    { name: 'count', type: 'NumberTest', description: 'How many such users there are; left out, at least one.' },
  ],
);
