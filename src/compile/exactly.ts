import type { Sql } from './sql.js';
import { sql } from './sql.js';

/** 108 to 129.6 is 20 %, not 19.999999999999996: what binary fractions add is far below any limit that people write. */
export const exactly = (value: Sql): Sql => sql`round(${value}, 9)`;
