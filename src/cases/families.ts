import type { Translation } from './family.js';
import { funnel } from './funnel.js';
import { lifecycle } from './lifecycle.js';
import { mrr } from './mrr/index.js';
import { nps } from './nps.js';
import { retention } from './retention.js';
import { rfm } from './rfm/index.js';
import { segments } from './segments/index.js';
import { stickiness } from './stickiness.js';
import { trends } from './trends.js';

/** How the cases of each family are put to the product. */
export const families: Readonly<Record<string, Translation>> = {
  funnel,
  behaviour_segments: segments,
  lifecycle,
  mrr,
  nps,
  retention,
  rfm,
  stickiness,
  trends,
};
