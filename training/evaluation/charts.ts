import { COLOURS, draw, line, type Point, placeX, placeY } from '../../tools/report/chart-sheet.ts';
import type { Scored } from '../figures.ts';
import { shareOver, thresholdAt } from '../figures.ts';

const shares = [0, 0.25, 0.5, 0.75, 1].map((at) => [at, `${100 * at} %`] as const);

/** Spam caught by the share of honest comments blocked, up to 5 %. */
export const rocChart = (judged: readonly Scored[]): string => {
  const spam = judged.filter(({ isSpam }) => isSpam);
  const points = Array.from(
    { length: 101 },
    (_, nth): Point => [nth / 100, shareOver(spam, thresholdAt(judged, (0.05 * nth) / 100))],
  );
  return draw({
    title: 'Spam caught by honest comments blocked, sites never seen',
    x: {
      label: 'honest comments blocked',
      ticks: [0, 1, 2, 3, 4, 5].map((at) => [at / 5, `${at} %`] as const),
    },
    y: { label: 'spam caught', ticks: shares },
    body: line(points),
  });
};

const [LEAST, MOST, BARS] = [-15, 25, 40];

/** The distribution of both classes' scores. */
export const histogramChart = (judged: readonly Scored[]): string => {
  const spread = (isSpam: boolean) => {
    const own = judged.filter((one) => one.isSpam === isSpam);
    const bars = new Array<number>(BARS).fill(0);
    for (const { score } of own) {
      const at = Math.floor(((score - LEAST) / (MOST - LEAST)) * BARS);
      const bar = Math.max(0, Math.min(BARS - 1, at));
      bars[bar] = (bars[bar] ?? 0) + 1 / own.length;
    }
    return bars;
  };
  const both = [false, true].map(spread);
  const most = Math.max(...both.flat());
  const bars = both.flatMap((own, nth) =>
    own.map((share, at) => {
      const [left, top] = [placeX(at / BARS), placeY(share / most)];
      return `<rect x="${left}" y="${top}" width="12" height="${placeY(0) - top}" fill="${COLOURS[nth]}" opacity=".6"/>`;
    }),
  );
  return draw({
    title: 'Scores of honest comments (blue) and spam (brown), sites never seen',
    x: {
      label: 'log-odds',
      ticks: [-15, -5, 0, 5, 15, 25].map((at) => [(at - LEAST) / (MOST - LEAST), String(at)] as const),
    },
    y: {
      label: 'share of the class',
      ticks: [0, 0.5, 1].map((at) => [at, `${(100 * at * most).toFixed(0)} %`] as const),
    },
    body: bars.join('\n'),
  });
};

/** Figures from 0 to 1 by the share of the training data. */
export const learningChart = (points: readonly Point[]): string =>
  draw({
    title: 'Spam caught at 0.5 % by the share of the training data, sites never seen',
    x: { label: 'share of what there is to learn from', ticks: shares },
    y: { label: 'spam caught at 0.5 %', ticks: shares },
    body: line(points),
  });

/** Predicted against observed probability; a perfect filter lies on the diagonal. */
export const calibrationChart = (points: readonly Point[]): string =>
  draw({
    title: 'Probability said and found, as many honest comments as spam',
    x: { label: 'said', ticks: shares },
    y: { label: 'found', ticks: shares },
    body: `${line(
      [
        [0, 0],
        [1, 1],
      ],
      '#bbb',
    )}${line(points)}`,
  });
