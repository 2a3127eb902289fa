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

/** Thresholds in log-odds of spam; 0 is even. */
export type Band = {
  /** From here on a comment is held. */
  readonly holdFrom: number;
  /** From here on it is spam. */
  readonly spamFrom: number;
};

/** Log-odds more that a text in a language the filter hardly knows needs to be held, and to be called spam. */
const UNFAMILIAR = { hold: 1, spam: 2 };
/** Share of what a site's moderators taught against a comment that counts towards calling it spam: few look at spam. */
const TAUGHT_TO_SPAM = 0.5;
/** Log-odds from which what the site's moderators taught is a reason of its own. */
const SITE_ODDS_MIN = 0.5;

/** Under what a comment is judged. */
type Circumstance = {
  readonly policy: Policy['learnedFilter'];
  /** The site's language, which decides where the text's is not told. */
  readonly language: Language;
  /** Whom the site knows by proof, and how many of their comments it approved. */
  readonly author: Pick<Evidence['author'], 'proven' | 'approved'>;
  /** Log-odds that the site's moderators add. */
  readonly siteOdds?: (reading: Reading) => number;
};

/** What the filter makes of a comment. */
export type Judgement = {
  readonly odds: number;
  readonly outcome: 'approve' | 'hold' | 'spam';
  /** None for what is approved. */
  readonly reasons: readonly Reason[];
};

/** Judges a comment by a model and what its site has learned. */
export const judge = (
  model: Model,
  input: FilterInput,
  { policy, language, author, siteOdds = () => 0 }: Circumstance,
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

/** Whose honest comments a comment is compared with. */
export const groupOf = (reading: Reading, site: Language): Group => {
  const language = languageOf(reading, site);
  return reading.site ? `${language}-page` : language;
};

/** The thresholds a policy's shares of honest comments come to. */
export const bandOf = (
  { thresholds }: Pick<Model, 'thresholds'>,
  { holdPercent, spamPercent }: Policy['learnedFilter'],
  reading: Reading,
  site: Language,
): Band => {
  const { hold, spam } = thresholds[groupOf(reading, site)];
  const more = isUnfamiliar(reading) ? UNFAMILIAR : { hold: 0, spam: 0 };
  return {
    holdFrom: thresholdFor(hold, holdPercent) + more.hold,
    spamFrom: thresholdFor(spam, spamPercent) + more.spam,
  };
};

/** What thresholds make of log-odds. An author whom the site knows by proof and has approved before is at most held. */
export const outcomeOf = (
  odds: { readonly hold: number; readonly spam: number },
  { holdFrom, spamFrom }: Band,
  { proven, approved }: Circumstance['author'],
): Judgement['outcome'] => {
  const isSpam = odds.spam >= spamFrom;
  if (isSpam && !(proven && approved > 0)) return 'spam';
  return isSpam || odds.hold >= holdFrom ? 'hold' : 'approve';
};
