import { quoteText } from '../catalog/sql-text.js';
import type { Warehouse } from '../warehouse/warehouse.js';
import { BUILD, keptSnapshots, ownTable, run } from './manifest.js';
import type { Steps } from './steps.js';

/** The rows of the last day of the snapshots, as they are there. */
export const latestDay = ownTable('customer_snapshots_latest');

/** Small enough for all threads to have as much to read of one day of many customers; a year of them would be looked through too long. */
const GROUP_ROWS = 16_384;

/** Writes the last day once more into the file of a finished build; no table where there are no days. */
export async function keepLatestDay(warehouse: Warehouse, file: string, steps: Steps): Promise<void> {
  await warehouse.detach(BUILD);
  await warehouse.attach(file, BUILD, 'write', GROUP_ROWS);
  await run(warehouse, `drop table if exists ${latestDay}`);
  const day = (await keptSnapshots(warehouse)).days.at(-1);
  if (day === undefined) return;
  steps.more(1);
  steps.next(`customers on ${day} once more`);
  const rows = `from ${ownTable('customer_snapshots')} where _day = date ${quoteText(day)}`;
  await run(warehouse, `create table ${latestDay} as ${rows} order by _id`);
  await run(warehouse, `checkpoint ${BUILD}`);
}
