import type { BacktestPage } from '../wire.ts';

/** Pages of a backtest, added up. */
export type BacktestSum = {
  /** Comments that were judged again. */
  readonly judged: number;
  /** Those that the policy would not publish, those that people refused, and those that are both. */
  readonly stopped: number;
  readonly refused: number;
  readonly rightly: number;
  readonly wrong: BacktestPage['wrong'];
  readonly notReplayed: readonly string[];
};

export const NO_COMMENTS: BacktestSum = {
  ...{ judged: 0, stopped: 0, refused: 0, rightly: 0 },
  ...{ wrong: [], notReplayed: [] },
};

export const withPage = (sum: BacktestSum, { counts, wrong, notReplayed }: BacktestPage): BacktestSum => {
  const countOf = (isCounted: (of: BacktestPage['counts'][number]) => boolean) =>
    counts.filter(isCounted).reduce((all, { count }) => all + count, 0);
  return {
    judged: sum.judged + countOf(() => true),
    stopped: sum.stopped + countOf(({ verdict }) => verdict !== 'publish'),
    refused: sum.refused + countOf(({ decision }) => decision !== 'approve'),
    rightly:
      sum.rightly + countOf(({ decision, verdict }) => decision !== 'approve' && verdict !== 'publish'),
    wrong: [...sum.wrong, ...wrong],
    notReplayed,
  };
};
