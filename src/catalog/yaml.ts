import { isPair, isScalar, parseDocument, Scalar, visit, type Document, type YAMLMap } from 'yaml';
import type { Report } from './report.js';

/** The content of a YAML file (an empty one is an empty map), or null after telling what is wrong with it. */
export function readYaml(text: string, report: Report): unknown {
  const document = parseDocument(text, { prettyErrors: true });
  joinTextAtCommas(document, text);
  for (const error of document.errors) {
    const line = error.linePos?.[0].line;
    const what = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    const hint = error.code === 'DUPLICATE_KEY' ? '' : '; text with quotes, colons or commas may need quotes around it';
    report('BAD_YAML', [], `${line === undefined ? '' : `line ${String(line)}: `}${what}${hint}`);
  }
  return document.errors.length > 0 ? null : ((document.toJS() as unknown) ?? {});
}

/**
 * Inside `{ … }` YAML ends unquoted text at a comma: `{ formula: a / nullif(b, 0), unit: ratio }` would be
 * three keys. A key without a value continues the text before it instead.
 */
function joinTextAtCommas(document: Document, source: string): void {
  visit(document, {
    Map(_, map: YAMLMap) {
      if (map.flow !== true) return;
      const kept: typeof map.items = [];
      for (const pair of map.items) {
        const before = kept.at(-1)?.value;
        const text = pair.value === null && isScalar(pair.key) ? pair.key : null;
        if (text?.range && isPair(pair) && isScalar(before) && before.type === Scalar.PLAIN && before.range) {
          before.range = [before.range[0], text.range[1], text.range[2]];
          before.value = source.slice(before.range[0], text.range[1]).replace(/\s*\n\s*/g, ' ');
        } else kept.push(pair);
      }
      map.items = kept;
    },
  });
}
