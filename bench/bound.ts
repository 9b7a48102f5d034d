/** SQL and the values that it is given when it is run. */
export interface Bound {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Days, numbers that are compared with, and texts in comparisons and lists. */
const LITERAL = /date '([^']*)'|(?<=[<>=] )(\d+)|(?<=(?:=|\[|,) ?)'([^']*)'/g;

/** Hand-written SQL with its literals as bound values: so has to ask who is asked for other values, too. */
export function bound(sql: string): Bound {
  const values: (string | number)[] = [];
  const text = sql.replace(LITERAL, (_, day?: string, number?: string, text?: string) => {
    values.push(day ?? text ?? Number(number));
    const place = `$${String(values.length)}`;
    return day === undefined ? place : `cast(${place} as date)`;
  });
  return { sql: text, values };
}
