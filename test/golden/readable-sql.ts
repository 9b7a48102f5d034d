/** Keywords that begin a line where they stand in a SELECT of their own, not inside a call. */
const clause = /^\s+(select|from|left join|cross join|join|where|group by|order by|limit|union all|union)\b/i;
const quoted = /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*')/;
const select = /^\(\s*(?=select\b)/i;

/** The same statement with a line per clause, each SELECT indented under the one it belongs to. */
export function readableSql(sql: string): string {
  const parens: ('select' | 'call')[] = [];
  const line = (): string => `\n${'  '.repeat(parens.filter((p) => p === 'select').length)}`;
  let out = '';
  for (let rest = sql.replace(/\s*\n\s*/g, ' '); rest !== '';) {
    const opened = select.exec(rest)?.[0];
    const text = quoted.exec(rest)?.[0];
    const [gap, keyword] = clause.exec(rest) ?? [];
    const taken = opened ?? text ?? gap ?? rest.charAt(0);
    rest = rest.slice(taken.length);
    if (opened !== undefined) {
      parens.push('select');
      out += `(${line()}`;
    } else if (keyword !== undefined && parens.at(-1) !== 'call') out += `${line()}${keyword}`;
    else if (taken === '(') {
      parens.push('call');
      out += taken;
    } else if (taken === ')') out += parens.pop() === 'select' ? `${line()})` : ')';
    else out += taken;
  }
  return out.replace(/ +$/gm, '');
}
