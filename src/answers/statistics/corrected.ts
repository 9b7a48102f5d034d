/** p-values corrected for their number (Benjamini and Hochberg 1995: the false discovery rate), in the order given. */
export function corrected(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p);
  const out = new Array<number>(pValues.length).fill(1);
  let least = 1;
  order.forEach(({ p, i }, k) => {
    least = Math.min(least, (p * pValues.length) / (pValues.length - k));
    out[i] = least;
  });
  return out;
}
