import type { Where } from '../../../query/where.js';
import type { Catalog } from '../../model.js';
import { rowsText } from './facts.js';
import { periodName } from './periods.js';
import { windowText } from './values.js';

type Retained = Extract<Where, { kind: 'retained' }>;

const entered: Readonly<Record<Retained['returning']['cohorts'], string>> = {
  FIRST_TIME: 'had its first ever of',
  FIRST_IN_PERIOD: 'had its first of',
  RECURRING: 'had one of',
};

function afterText({ returning, after }: Retained): string {
  if (!after) return '';
  const name = periodName(returning.grain);
  const last = after.until === undefined ? undefined : after.until - 1;
  const rest = last === undefined ? ' or later' : after.from === last ? '' : ` to ${String(last)}`;
  const counted = returning.windows === 'ROLLING_24H' ? 'counted in hours from then' : 'of the calendar';
  const often = returning.times === 1 ? '' : ` at least ${String(returning.times)} times in a ${name}`;
  return ` and came back${often} in ${name} ${String(after.from)}${rest} after it, ${counted}, with`;
}

/** `had its first ever of events from … to … and came back in week 1 after it, of the calendar, with exports`. */
export function retainedText(where: Retained, catalog: Catalog): string {
  const { returning, during } = where;
  const back = where.after ? `${afterText(where)} ${rowsText(returning.return, catalog)}` : '';
  const none = returning.noneBefore ? ` with none of ${rowsText(returning.noneBefore, catalog)} before` : '';
  return `${entered[returning.cohorts]} ${rowsText(returning.entry, catalog)} ${windowText(during)}${none}${back}`;
}
