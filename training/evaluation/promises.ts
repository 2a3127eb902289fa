import { defaultPolicy } from '../../src/comment/policy.ts';
import { groups, thresholdFor } from '../../src/screening/filter/model/thresholds.ts';
import { percent, table } from '../../tools/report/markdown.ts';
import { honestSites } from '../examples/honest-sites.ts';
import { fitThresholds, groupOfSite, type ScoredSite, scoreSite } from '../fit-thresholds.ts';
import { bootstrap, drawn, type Interval, shareInterval } from '../intervals.ts';
import type { Random } from '../random.ts';
import type { Bench } from './bench.ts';

const { holdPercent, spamPercent } = defaultPolicy.learnedFilter;
const KINDS = [
  { kind: 'hold', promised: holdPercent },
  { kind: 'spam', promised: spamPercent },
] as const;
/** How often thresholds are fitted to resampled sites. */
const RESAMPLES = 100;

/** The sites whose honest comments set the thresholds, scored by the shipped weights. */
export const judgedSites = (bench: Bench): readonly ScoredSite[] => {
  bench.tell('judging honest comments of sites nothing was learned from');
  return honestSites(bench.directory, bench.seed).map((site) => scoreSite(bench.shipped, site));
};

/** The false-positive budget beside the rate observed on each site when it is left out of the fit. */
export const promises = (sites: readonly ScoredSite[]): string =>
  table(
    [
      'left out',
      'page',
      'not spam',
      ...KINDS.flatMap(({ kind }) => [kind === 'hold' ? 'held or worse' : 'called spam', '95 %']),
    ],
    sites.map((site) => {
      const { name, language, hasPage, isMadeUp, hold } = site;
      const others = fitThresholds(
        sites.filter((other) => other.name !== name || other.language !== language),
      );
      const page = isMadeUp ? 'made up' : 'stated';
      const cells = KINDS.flatMap(({ kind, promised }) => {
        const from = thresholdFor(others[groupOfSite(site)][kind], promised);
        const over = site[kind].filter((odds) => odds >= from).length;
        return [`${over}: ${percent(over / hold.length, 2)}`, interval(shareInterval(over, hold.length))];
      });
      return [`${name}, ${language}`, hasPage ? page : 'none', hold.length, ...cells];
    }),
  );

const interval = ([from, to]: Interval): string => `${(100 * from).toFixed(2)} to ${(100 * to).toFixed(2)} %`;

/** The shipped thresholds in log-odds, with intervals from resampling the sites and their comments. */
export const fittedThresholds = ({ shipped, seed }: Bench, sites: readonly ScoredSite[]): string =>
  table(
    ['honest comments', 'held from', '95 %', 'called spam from', '95 %'],
    groups.map((group) => {
      const own = sites.filter((site) => groupOfSite(site) === group);
      const others = sites.filter(
        (site) => groupOfSite(site) !== group && site.hasPage === group.endsWith('-page'),
      );
      const cells = KINDS.flatMap(({ kind, promised }) => {
        const odds = (random: Random) => {
          const again = drawn(own, random).map((site) => redrawn(site, kind, random));
          return thresholdFor(fitThresholds([...again, ...others])[group][kind], promised);
        };
        const [from, to] = bootstrap(odds, seed, RESAMPLES);
        return [
          thresholdFor(shipped.thresholds[group][kind], promised).toFixed(2),
          `${from.toFixed(2)} to ${to.toFixed(2)}`,
        ];
      });
      return [group, ...cells];
    }),
  );

const redrawn = (site: ScoredSite, kind: 'hold' | 'spam', random: Random): ScoredSite => {
  const scores = Float64Array.from(drawn(site[kind], random)).sort().reverse();
  return { ...site, [kind]: scores };
};
