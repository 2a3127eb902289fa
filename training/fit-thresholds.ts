import type { Linear, Model } from '../src/screening/filter/model/model.ts';
import { scoreOf } from '../src/screening/filter/model/score-comment.ts';
import {
  type Group,
  type GroupThresholds,
  groups,
  SHARES,
} from '../src/screening/filter/model/thresholds.ts';
import type { HonestSite } from './examples/honest-sites.ts';
import type { Scored } from './figures.ts';

/** Comments as high as the threshold are held, so it lies just above the comment that sets it. */
const ABOVE = 0.001;
/** Comments over a threshold that sites need together to set it; fewer may be coincidence. */
const OVER_MIN = 4;
/**
 * Standard errors by which fewer comments may exceed a threshold than the share allows: 90 % confidence, one-sided, that other
 * comments of the same kind keep within it. Without, every second site would exceed it.
 */
const MARGIN = 1.28;

/** A site's scores, highest first: of the worst passage, for holding, and of the whole, for calling spam. */
export type ScoredSite = Omit<HonestSite, 'examples'> & {
  readonly hold: Float64Array;
  readonly spam: Float64Array;
};

export const scoreSite = (model: Linear, { examples, ...site }: HonestSite): ScoredSite => {
  const scores = examples.map(({ input }) => scoreOf(model, input));
  return {
    ...site,
    hold: falling(scores.map(({ worst }) => worst)),
    spam: falling(scores.map(({ whole }) => whole)),
  };
};

const falling = (scores: readonly number[]): Float64Array => Float64Array.from(scores).sort().reverse();

/** The group whose thresholds apply to a site's comments. */
export const groupOfSite = ({ language, hasPage }: Pick<ScoredSite, 'language' | 'hasPage'>): Group =>
  hasPage ? `${language}-page` : language;

/**
 * Fits thresholds for the shares of honest comments that a policy may give. Sites differ more than comments
 * do, and the budget has to hold on unknown ones: so all sites of a group together set the threshold, or all but any one of
 * them if that is stricter, each with a margin for chance. A single site of a thousand comments would be a lottery. There is less
 * French data than English: where it would judge French comments harder, it is believed by half. Without any site, the examples kept
 * back from training set the thresholds.
 */
export const fitThresholds = (
  sites: readonly ScoredSite[],
  keptBack: readonly Scored[] = [],
): Model['thresholds'] => {
  const of = (group: Group, kind: 'hold' | 'spam') => {
    const own = sites.filter((site) => groupOfSite(site) === group);
    const pooled = (name?: string) =>
      merged(own.filter((site) => site.name !== name).map((site) => site[kind]));
    const all = own.length > 0 ? pooled() : scoresOf(keptBack);
    const without = [...new Set(own.map(({ name }) => name))].map(pooled);
    return monotone(SHARES.map((percent) => strictest(all, without, percent / 100) + ABOVE));
  };
  const fitted = Object.fromEntries(
    groups.map((group) => [group, { hold: of(group, 'hold'), spam: of(group, 'spam') }]),
  ) as Record<Group, GroupThresholds>;
  return {
    ...fitted,
    fr: halfHarder(fitted.fr, fitted.en),
    'fr-page': halfHarder(fitted['fr-page'], fitted['en-page']),
  };
};

const scoresOf = (known: readonly Scored[]): Float64Array =>
  falling(known.filter(({ isSpam }) => !isSpam).map(({ score }) => score));

const merged = (lists: readonly Float64Array[]): Float64Array => {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort().reverse();
};

const strictest = (all: Float64Array, lists: readonly Float64Array[], share: number): number => {
  const telling = [all, ...lists.filter(({ length }) => length * share >= OVER_MIN)];
  return Math.max(...telling.map((list) => list[allowed(share, list.length)] ?? 0));
};

/** Number of comments out of `all` that may exceed a threshold for a share. */
const allowed = (share: number, all: number): number =>
  Math.max(0, Math.floor(share * all - MARGIN * Math.sqrt(share * (1 - share) * all)));

/** Thresholds that are half as far below others as their own data say; those above them stay. */
const halfHarder = (own: GroupThresholds, other: GroupThresholds): GroupThresholds => {
  const closer = (kind: 'hold' | 'spam') =>
    own[kind].map((odds, at) => odds + Math.max(0, (other[kind][at] ?? odds) - odds) / 2);
  return { hold: closer('hold'), spam: closer('spam') };
};

/** Makes sure that a larger share never has a higher threshold. */
const monotone = (odds: readonly number[]): readonly number[] =>
  odds.map((_, at) => Math.max(...odds.slice(at)));
