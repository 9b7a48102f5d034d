import { backtestStatement, outcomeDay, scoredOn } from '../../compile/health/backtest.js';
import type { BacktestQuestion } from '../../query/backtest.js';
import { describeDuration, type Day, type Period } from '../../query/time.js';
import { toRows } from '../../warehouse/warehouse.js';
import type { People } from '../people.js';
import type { Session } from '../session.js';
import { auc, aucInterval, type Tally } from './auc.js';

/** What is tested, with the wheres as they are written. */
export interface Backtest extends BacktestQuestion {
  readonly json: { readonly churned: unknown; readonly renewed: unknown };
}

/** Reasons for which a score cannot be tested on the past, and what they mean. The README lists them. */
export const backtestRefusals = {
  TOO_FEW_EVENTS: 'A score is tested on at least 50 customers who churned or renewed.',
  NO_CHURN: 'Nobody with a score churned.',
  NO_RENEWAL: 'Nobody with a score renewed.',
} as const;
export type BacktestRefusal = keyof typeof backtestRefusals;

export interface BandOutcome {
  readonly band: string;
  readonly churned: number;
  readonly renewed: number;
  readonly churnRate: number | null;
  readonly lift: number | null;
}
export interface BacktestUnit extends Period {
  readonly scoredOn: Day;
  readonly churned: People;
  readonly renewed: People;
  readonly unscored: People;
}
export interface BacktestAnswer {
  readonly before: string;
  readonly churned: number;
  readonly renewed: number;
  readonly unscored: number;
  readonly auc: number | null;
  readonly aucLow: number | null;
  readonly aucHigh: number | null;
  readonly churnRate: number | null;
  readonly bands: readonly BandOutcome[];
  readonly refusal: BacktestRefusal | null;
  readonly refusalText: string | null;
  readonly units: readonly BacktestUnit[];
}

/** Fewer outcomes than these are decided by chance. */
const fewestEvents = 50;

interface Count {
  readonly churned: boolean;
  readonly score: number | null;
  readonly band: string | null;
  readonly n: number;
}

/** How well the score of a while before told who churned from who renewed. */
export async function backtest(session: Session, asked: Backtest): Promise<BacktestAnswer> {
  const counts = await Promise.all(asked.units.map((unit) => countsOf(session, asked, unit)));
  const all = counts.flat();
  const total = (of: readonly Count[]): number => of.reduce((sum, { n }) => sum + n, 0);
  const scored = all.filter((c) => c.score !== null);
  const [churned, renewed] = [total(scored.filter((c) => c.churned)), total(scored.filter((c) => !c.churned))];
  const refusal = refusalOf(churned, renewed);
  const rate = refusal ? null : churned / (churned + renewed);
  const area = refusal ? null : auc(scored.map(tallyOf));
  const interval = area === null ? null : aucInterval(area, churned, renewed);
  return {
    before: describeDuration(asked.before),
    churned,
    renewed,
    unscored: total(all) - total(scored),
    auc: area,
    aucLow: interval?.low ?? null,
    aucHigh: interval?.high ?? null,
    churnRate: rate,
    bands: rate === null ? [] : bandsOf(session, scored, rate),
    refusal: refusal?.code ?? null,
    refusalText: refusal?.text ?? null,
    units: asked.units.map((unit, i) => unitOf(asked, unit, counts[i] ?? [])),
  };
}

async function countsOf(session: Session, asked: Backtest, unit: Period): Promise<readonly Count[]> {
  const answer = await session.run(backtestStatement(session.catalog, asked, unit));
  return toRows(answer).map((row) => ({
    churned: row['churned'] === true,
    score: typeof row['score'] === 'number' ? row['score'] : null,
    band: typeof row['band'] === 'string' ? row['band'] : null,
    n: Number(row['n']),
  }));
}

const tallyOf = ({ churned, score, n }: Count): Tally => ({
  score: score ?? 0,
  churned: churned ? n : 0,
  renewed: churned ? 0 : n,
});

function refusalOf(churned: number, renewed: number): { readonly code: BacktestRefusal; readonly text: string } | null {
  const events = churned + renewed;
  if (events < fewestEvents)
    return {
      code: 'TOO_FEW_EVENTS',
      text: `${String(events)} outcomes of customers with a score are fewer than ${String(fewestEvents)}: ${String(churned)} churned and ${String(renewed)} renewed`,
    };
  if (churned === 0)
    return { code: 'NO_CHURN', text: 'nobody with a score churned, so there is nothing to tell apart' };
  if (renewed === 0)
    return { code: 'NO_RENEWAL', text: 'nobody with a score renewed, so there is nothing to tell apart' };
  return null;
}

function bandsOf({ catalog }: Session, scored: readonly Count[], rate: number): readonly BandOutcome[] {
  return (catalog.health?.bands ?? []).map(({ name }) => {
    const own = scored.filter(({ band }) => band === name);
    const sum = (churned: boolean): number => own.reduce((n, c) => n + (c.churned === churned ? c.n : 0), 0);
    const [churned, renewed] = [sum(true), sum(false)];
    const churnRate = churned + renewed === 0 ? null : churned / (churned + renewed);
    return { band: name, churned, renewed, churnRate, lift: churnRate === null ? null : churnRate / rate };
  });
}

function unitOf(asked: Backtest, unit: Period, counts: readonly Count[]): BacktestUnit {
  const day = scoredOn(unit, asked);
  const { churned, renewed } = asked.json;
  const people = (whereJson: unknown, of: (count: Count) => boolean): People => ({
    entity: 'customer',
    count: counts.filter(of).reduce((sum, { n }) => sum + n, 0),
    asOf: outcomeDay(unit),
    whereJson,
  });
  const known = { asOf: { day, where: { healthScore: { isNull: false } } } };
  return {
    ...unit,
    scoredOn: day,
    churned: people(churned, (c) => c.churned),
    renewed: people({ and: [renewed, { not: churned }] }, (c) => !c.churned),
    unscored: people({ or: [churned, renewed], not: known }, (c) => c.score === null),
  };
}
