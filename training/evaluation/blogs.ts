import { percent, table } from '../../tools/report/markdown.ts';
import { BLOGS, isDevelopment } from '../development.ts';
import { caughtAt, correlation, type Scored, shareOver, thresholdAt } from '../figures.ts';
import { caughtInterval } from '../intervals.ts';
import { afieldModelOf, type Bench, type Sample, scored } from './bench.ts';

const NEWS = ['ucc_globeandmail_val'];

/** Sets that no shipped weight was learned from: the development sites, the test sites, and both. */
export const unseenSites = (bench: Bench) => {
  const blogs = BLOGS.flatMap((name) => bench.set(name));
  const news = NEWS.flatMap((name) => bench.set(name));
  const development = blogs.filter(isDevelopment);
  const test = [...blogs.filter((sample) => !isDevelopment(sample)), ...news];
  return { development, test, all: [...development, ...test], blogs };
};

/** The shipped weights on unseen sites. */
export const shippedOnSites = (bench: Bench): string => {
  const { development, test, all } = unseenSites(bench);
  const groups: readonly (readonly [string, readonly Sample[]])[] = [
    ['development: looked at while choosing', development],
    ['test: not looked at', test],
    ['both', all],
  ];
  return table(
    ['sites', 'spam', 'not spam', 'caught at 0.5 %', '95 %', 'at 0.1 %', '95 %', 'correlation at even odds'],
    groups.map(([name, samples]) => [name, ...rowOf(scored(bench.shipped, samples), bench.seed)]),
  );
};

const rowOf = (judged: readonly Scored[], seed: number) => {
  const spam = judged.filter(({ isSpam }) => isSpam).length;
  return [
    ...[spam, judged.length - spam],
    ...[0.005, 0.001].flatMap((share) => {
      const [from, to] = caughtInterval(judged, share, seed);
      return [percent(caughtAt(judged, share)), `${percent(from)} to ${percent(to)}`];
    }),
    correlation(judged).toFixed(3),
  ];
};

/**
 * Judges each blog by a model learned from all other blogs and from the sets that ship. Pools the scores over
 * the blogs.
 */
export const leaveOneSiteOut = (
  bench: Bench,
): { readonly markdown: string; readonly pooled: readonly Scored[] } => {
  const { blogs } = unseenSites(bench);
  const sites = [...new Set(blogs.map(({ group }) => group))];
  const folds = sites.map((site) => {
    bench.tell(`leaving out ${site}`);
    const others = blogs.filter(({ group }) => group !== site);
    const model = afieldModelOf([...bench.training(), ...others], bench);
    return {
      site,
      judged: scored(
        model,
        blogs.filter(({ group }) => group === site),
      ),
    };
  });
  const pooled = folds.flatMap(({ judged }) => judged);
  const threshold = thresholdAt(pooled, 0.005);
  const rows = folds.map(({ judged }, nth) => {
    const of = (isSpam: boolean) => judged.filter((one) => one.isSpam === isSpam);
    const cell = (isSpam: boolean) => [of(isSpam).length, percent(shareOver(of(isSpam), threshold))];
    return [`site ${nth + 1}`, ...cell(true), ...cell(false)];
  });
  const best = Math.max(...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((at) => correlation(pooled, at)));
  return {
    pooled,
    markdown: `${table(
      ['all sites pooled', ''],
      [
        ['caught at 0.5 %', percent(caughtAt(pooled, 0.005))],
        ['caught at 0.1 %', percent(caughtAt(pooled, 0.001))],
        ['correlation at even odds', correlation(pooled).toFixed(3)],
        ['correlation at the threshold of 0.5 %', correlation(pooled, threshold).toFixed(3)],
        ['best correlation at whole log-odds of 0 to 8', best.toFixed(3)],
      ],
    )}

${table(['left out', 'spam', 'over the threshold of 0.5 %', 'not spam', 'over it'], rows)}`,
  };
};
