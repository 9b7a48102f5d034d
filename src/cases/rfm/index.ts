import { byKind } from '../kinds.js';
import { models } from './models.js';
import { summary } from './summary.js';

/** Tables of repeat purchases and models of them. */
export const rfm = byKind({ rfm: summary, ...models });
