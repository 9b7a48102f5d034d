import type { Place } from '../bind.js';
import type { Attribute } from '../model.js';
import { quoteName, quoteText } from '../sql-text.js';
import type { Scale } from './model.js';
import type { ComponentYml } from './yml.js';

/** A number as SQL reads it exactly: a double, like the attribute it meets. */
export const double = (value: number): string => (String(value).includes('e') ? String(value) : `${String(value)}e0`);

/** The scale of a component; null after telling that it has none, several, or one that is out of order. */
export function scaleOf(yml: ComponentYml, { path, report }: Place): Scale | null {
  const kinds = (['scale', 'bands', 'values'] as const).filter((kind) => yml[kind] !== undefined);
  if (kinds.length === 0) report('MISSING_KEY', path, 'a component needs one of scale, bands, values');
  for (const kind of kinds.slice(1))
    report(
      'CONFLICTING_KEYS',
      [...path, kind],
      `a component has one of scale, bands, values; this has ${String(kinds[0])} too`,
    );
  if (kinds.length !== 1) return null;
  if (yml.values) {
    if (Object.keys(yml.values).length > 0) return { kind: 'values', scores: yml.values };
    report('MISSING_KEY', [...path, 'values'], 'there must be a value');
    return null;
  }
  if (yml.scale) {
    const points = yml.scale;
    return ascending(
      points.map(([value]) => value),
      { path: [...path, 'scale'], report },
    )
      ? { kind: 'points', points }
      : null;
  }
  const bands = (yml.bands ?? []).map(({ below, score }) => ({ score, ...(below === undefined ? {} : { below }) }));
  const place = { path: [...path, 'bands'], report };
  const open = bands.findIndex(({ below }) => below === undefined);
  if (open !== bands.length - 1) {
    report(
      'WRONG_VALUE',
      place.path,
      'every band but the last has a `below`, and the last has none: it takes all values left',
    );
    return null;
  }
  const sound = ascending(
    bands.flatMap(({ below }) => below ?? []),
    place,
  );
  return sound ? { kind: 'bands', bands } : null;
}

function ascending(values: readonly number[], { path, report }: Place): boolean {
  const wrong = values.findIndex((value, i) => i > 0 && value <= (values[i - 1] ?? value));
  if (wrong < 0) return true;
  report(
    'WRONG_VALUE',
    [...path, wrong],
    `${String(values[wrong])} must be more than ${String(values[wrong - 1])} before it`,
  );
  return false;
}

/** Whether the values of an attribute can be scored so; tells why not. */
export function scaleFits(scale: Scale, attribute: Attribute, { path, report }: Place): boolean {
  const wanted = scale.kind === 'values' ? ['string', 'boolean'] : ['number'];
  if (!wanted.includes(attribute.type)) {
    const key = scale.kind === 'points' ? 'scale' : scale.kind;
    const other = attribute.type === 'number' ? '`scale` or `bands`' : '`values`';
    const remedy = ['string', 'boolean', 'number'].includes(attribute.type) ? `; use ${other}` : '';
    report(
      'WRONG_TYPE',
      [...path, key],
      `${attribute.name} is a ${attribute.type}, which \`${key}\` does not score${remedy}`,
    );
    return false;
  }
  const strange =
    scale.kind === 'values' && attribute.type === 'boolean'
      ? Object.keys(scale.scores).filter((value) => value !== 'true' && value !== 'false')
      : [];
  for (const value of strange)
    report('WRONG_VALUE', [...path, 'values', value], `${attribute.name} is true or false, never ${value}`);
  return strange.length === 0;
}

/** SQL for the score of an attribute's value; only asked where there is one. */
export function scaleSql(scale: Scale, attribute: Attribute): string {
  const x = quoteName(attribute.name);
  if (scale.kind === 'values') return `case ${valueText(attribute)} ${whens(scale.scores)} end`;
  if (scale.kind === 'bands') {
    const last = scale.bands.at(-1)?.score ?? 0;
    const cases = scale.bands.flatMap(({ below, score }) =>
      below === undefined ? [] : [`when ${x} < ${double(below)} then ${double(score)}`],
    );
    return cases.length === 0 ? double(last) : `case ${cases.join(' ')} else ${double(last)} end`;
  }
  const lines = scale.points.slice(1).map(([value, score], i) => {
    const [before, scoreBefore] = scale.points[i] ?? [value, score];
    const line = `${double(scoreBefore)} + (cast(${x} as double) - ${double(before)}) * (${double(score)} - ${double(scoreBefore)}) / (${double(value)} - ${double(before)})`;
    return `when ${x} < ${double(value)} then ${line}`;
  });
  const [first, last] = [scale.points[0], scale.points.at(-1)];
  if (!first || !last) throw new Error('A scale has points');
  return `case when ${x} < ${double(first[0])} then ${double(first[1])} ${lines.join(' ')} else ${double(last[1])} end`;
}

const valueText = (attribute: Attribute): string =>
  attribute.type === 'boolean'
    ? `case when ${quoteName(attribute.name)} then 'true' else 'false' end`
    : `cast(${quoteName(attribute.name)} as varchar)`;

const whens = (scores: Readonly<Record<string, number>>): string =>
  Object.entries(scores)
    .map(([value, score]) => `when ${quoteText(value)} then ${double(score)}`)
    .join(' ');

/** SQL for whether a value can be scored at all. */
export const scoredSql = (scale: Scale, attribute: Attribute): readonly string[] =>
  scale.kind === 'values'
    ? [`${valueText(attribute)} in (${Object.keys(scale.scores).map(quoteText).join(', ')})`]
    : [];
