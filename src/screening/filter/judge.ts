import type { Policy } from '../../comment/policy.ts';
import type { Language } from '../../comment/site.ts';
import type { Evidence } from '../check.ts';
import type { Model } from './model/model.ts';
import { scoreOf } from './model/score-comment.ts';
import { type Group, thresholdFor } from './model/thresholds.ts';
import { isUnfamiliar, languageOf } from './reading/detect-language.ts';
import type { FilterInput } from './reading/filter-input.ts';
import { type Reading, read } from './reading/reading.ts';
import { REASONS_MAX, type Reason, reasonsOf } from './reasons.ts';

/** A policy's thresholds for one comment, in log-odds of spam; 0 is even. */
export type Band = {
  /** A comment is held from here on. */
  readonly holdFrom: number;
  /** A comment is spam from here on. */
  readonly spamFrom: number;
};

/**
 * Extra log-odds that a text in a language the filter hardly knows needs to be held, and to be called spam: fewer with a
 * link, which one in seventy honest ones has and three in four of robots.
 */
const UNFAMILIAR = { alone: { hold: 1, spam: 2 }, linked: { hold: 0, spam: 1 } };
const FAMILIAR = { hold: 0, spam: 0 };
/**
 * Share of a positive site score that counts towards calling a comment spam, because moderators rarely look
 * into the spam queue.
 */
const TAUGHT_TO_SPAM = 0.5;
/** The site score is a reason of its own from these log-odds on. */
const SITE_ODDS_MIN = 0.5;

/** What a comment's score is judged against. */
type DecisionContext = {
  readonly policy: Policy['learnedFilter'];
  /** The site's language, used when the text does not reveal its own. */
  readonly language: Language;
  /** Whether the author is proven by a token, and how many of their comments the site has approved. */
  readonly author: Pick<Evidence['author'], 'proven' | 'approved'>;
  /** Log-odds that the site's own memory adds. */
  readonly siteOdds?: (reading: Reading) => number;
};

/** The filter's decision on a comment. */
export type Judgement = {
  readonly odds: number;
  readonly outcome: 'approve' | 'hold' | 'spam';
  /** Empty for an approved comment. */
  readonly reasons: readonly Reason[];
};

/** Judges a comment by a model and by what its site has learned. */
export const judge = (
  model: Model,
  input: FilterInput,
  { policy, language, author, siteOdds = () => 0 }: DecisionContext,
): Judgement => {
  const reading = read(input);
  const taught = siteOdds(reading);
  const { whole, worst, reading: telling } = scoreOf(model, input, reading);
  const odds = worst + taught;
  const outcome = outcomeOf(
    { hold: odds, spam: whole + (taught > 0 ? TAUGHT_TO_SPAM * taught : taught) },
    bandOf(model, policy, reading, language),
    author,
  );
  return { odds, outcome, reasons: outcome === 'approve' ? [] : withSite(taught, reasonsOf(model, telling)) };
};

const withSite = (odds: number, reasons: readonly Reason[]): readonly Reason[] => {
  if (odds < SITE_ODDS_MIN) return reasons;
  const others = reasons.filter(({ subject }) => subject !== 'all');
  return [{ subject: 'site' as const, odds, terms: [] }, ...others].slice(0, REASONS_MAX);
};

/** The group of honest comments whose thresholds apply to a comment. */
export const groupOf = (reading: Reading, site: Language): Group => {
  const language = languageOf(reading, site);
  return reading.site ? `${language}-page` : language;
};

/** Turns a policy's false-positive budget into score thresholds. */
export const bandOf = (
  { thresholds }: Pick<Model, 'thresholds'>,
  { holdPercent, spamPercent }: Policy['learnedFilter'],
  reading: Reading,
  site: Language,
): Band => {
  const { hold, spam } = thresholds[groupOf(reading, site)];
  const more = extraOdds(reading);
  return {
    holdFrom: thresholdFor(hold, holdPercent) + more.hold,
    spamFrom: thresholdFor(spam, spamPercent) + more.spam,
  };
};

const extraOdds = (reading: Reading): typeof FAMILIAR => {
  if (!isUnfamiliar(reading)) return FAMILIAR;
  return reading.links.length > 0 ? UNFAMILIAR.linked : UNFAMILIAR.alone;
};

/** Applies thresholds to log-odds. A proven author with an approved comment on the site is at most held. */
export const outcomeOf = (
  odds: { readonly hold: number; readonly spam: number },
  { holdFrom, spamFrom }: Band,
  { proven, approved }: DecisionContext['author'],
): Judgement['outcome'] => {
  const isSpam = odds.spam >= spamFrom;
  if (isSpam && !(proven && approved > 0)) return 'spam';
  return isSpam || odds.hold >= holdFrom ? 'hold' : 'approve';
};
