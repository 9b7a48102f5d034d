import type { Described, Workspace } from '../../catalog/model.js';

const units: Readonly<Record<string, string>> = {
  ratio: 'a ratio: 1 is 100 %',
  percent: 'in percent',
  count: 'a count',
  score: 'a score',
};

/** A unit as a reader understands it; `currency` is the workspace's own. */
export const unitText = (unit: string, { currency }: Workspace): string =>
  unit === 'currency' ? `in ${currency}` : (units[unit] ?? `in ${unit}`);

/** `MRR: monthly recurring revenue (in EUR).` */
export function told(of: Described, workspace: Workspace): string {
  const text = of.description.trim().replace(/\.$/, '');
  const unit = of.unit === undefined ? '' : ` (${unitText(of.unit, workspace)})`;
  return `${of.label}${text === '' || text === of.label ? '' : `: ${text}`}${unit}.`;
}
