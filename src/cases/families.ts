import type { Translation } from './family.js';
import { mrr } from './mrr/index.js';
import { nps } from './nps.js';
import { rfm } from './rfm/index.js';
import { lifecycle } from './lifecycle.js';
import { retention } from './retention.js';
import { stickiness } from './stickiness.js';

/** How the cases of each family are put to the product. */
export const families: Readonly<Record<string, Translation>> = { nps, mrr, rfm, retention, lifecycle, stickiness };
