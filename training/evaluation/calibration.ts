import { probability } from '../../src/screening/filter/model/model.ts';
import { percent, table } from '../../tools/report/markdown.ts';
import { type Scored, shareOver, thresholdAt } from '../figures.ts';

const SHARES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05];

/** The spam caught at each false-positive budget; "at most x % of honest comments held" is a row. */
export const thresholds = (judged: readonly Scored[]): string => {
  const spam = judged.filter(({ isSpam }) => isSpam);
  return table(
    ['honest comments held', 'threshold in log-odds', 'spam caught'],
    SHARES.map((share) => {
      const threshold = thresholdAt(judged, share);
      return [percent(share), threshold.toFixed(2), percent(shareOver(spam, threshold))];
    }),
  );
};

/** How often comments of each predicted probability are spam, if there were as many honest comments as spam. */
export const calibrationCurve = (judged: readonly Scored[]) => {
  const [spams, hams] = [true, false].map((isSpam) => judged.filter((one) => one.isSpam === isSpam).length);
  return Array.from({ length: 10 }, (_, nth) => {
    const bin = judged.filter(({ score }) => Math.min(9, Math.floor(10 * probability(score))) === nth);
    const spam = bin.filter(({ isSpam }) => isSpam).length / (spams || 1);
    const ham = bin.filter(({ isSpam }) => !isSpam).length / (hams || 1);
    return { said: (nth + 0.5) / 10, found: spam / (spam + ham), comments: bin.length };
  });
};

export const calibrationTable = (judged: readonly Scored[]): string =>
  table(
    ['said', 'found', 'comments'],
    calibrationCurve(judged).map(({ said, found, comments }) => [
      percent(said, 0),
      percent(found, 0),
      comments,
    ]),
  );
