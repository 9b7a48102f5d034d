import { distance } from 'fastest-levenshtein';

/** Up to three names that a person may have meant, nearest first. */
export function suggest(name: string, names: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const near = [...new Set(names)]
    .map((n) => ({ n, d: nearness(wanted, n.toLowerCase()) }))
    .filter(({ d }) => d <= limit)
    .sort((a, b) => a.d - b.d || a.n.localeCompare(b.n));
  return near
    .filter(({ d }) => d <= (near[0]?.d ?? 0) + 1)
    .slice(0, 3)
    .map(({ n }) => n);
}

/** `active_users` is near `active_users_30d`, whatever their distance. */
const nearness = (wanted: string, name: string): number =>
  wanted.length >= 4 && (name.startsWith(`${wanted}_`) || wanted.startsWith(`${name}_`))
    ? Math.min(2, distance(wanted, name))
    : distance(wanted, name);
