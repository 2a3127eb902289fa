import type { Policy } from '../../comment/policy.ts';
import type { Language } from '../../comment/site.ts';
import type { Evidence } from '../check.ts';
import type { FilterInput } from './input.ts';
import { isUnfamiliar, languageOf } from './language.ts';
import { logOdds, type Model } from './model.ts';
import { type Reading, read } from './reading.ts';
import { REASONS_MAX, type Reason, reasonsOf } from './reasons.ts';
import { thresholdFor } from './thresholds.ts';
import { vectorOf } from './vector.ts';

/** Thresholds in log-odds of spam; 0 is even. */
export type Band = {
  /** From here on a comment is held. */
  readonly holdFrom: number;
  /** From here on it is spam. */
  readonly spamFrom: number;
};

/** Log-odds more that a text in a language the filter hardly knows needs to be called spam; till then it is held. */
const UNFAMILIAR = 2;
/** Log-odds from which what the site's moderators taught is a reason of its own. */
const SITE_ODDS_MIN = 0.5;

/** Under what a comment is judged. */
type Circumstance = {
  readonly policy: Policy['learnedFilter'];
  /** The article's language. */
  readonly article: Language;
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
  { policy, article, author, siteOdds = () => 0 }: Circumstance,
): Judgement => {
  const reading = read(input);
  const taught = siteOdds(reading);
  const odds = logOdds(model, vectorOf(reading)) + taught;
  const outcome = outcomeOf(odds, bandOf(model, policy, reading, article), author);
  return { odds, outcome, reasons: outcome === 'approve' ? [] : withSite(taught, reasonsOf(model, reading)) };
};

const withSite = (odds: number, reasons: readonly Reason[]): readonly Reason[] => {
  if (odds < SITE_ODDS_MIN) return reasons;
  const others = reasons.filter(({ subject }) => subject !== 'all');
  return [{ subject: 'site' as const, odds, terms: [] }, ...others].slice(0, REASONS_MAX);
};

/** The thresholds a policy's shares of honest comments come to. A comment's language only ever widens the band that people look at. */
export const bandOf = (
  { thresholds }: Pick<Model, 'thresholds'>,
  { holdPercent, spamPercent }: Policy['learnedFilter'],
  reading: Reading,
  article: Language,
): Band => {
  const isFrench = article === 'fr' && languageOf(reading, article) === 'fr';
  const holdFrom = thresholdFor(thresholds.any, holdPercent);
  return {
    // Honest French comments score lower than others, so French spam is held from lower on.
    holdFrom: isFrench ? Math.min(holdFrom, thresholdFor(thresholds.fr, holdPercent)) : holdFrom,
    spamFrom: thresholdFor(thresholds.any, spamPercent) + (isUnfamiliar(reading) ? UNFAMILIAR : 0),
  };
};

/** What thresholds make of log-odds. An author whom the site knows by proof and has approved before is at most held. */
export const outcomeOf = (
  odds: number,
  { holdFrom, spamFrom }: Band,
  { proven, approved }: Circumstance['author'],
): Judgement['outcome'] => {
  if (odds >= spamFrom && !(proven && approved > 0)) return 'spam';
  return odds >= Math.min(holdFrom, spamFrom) ? 'hold' : 'approve';
};
