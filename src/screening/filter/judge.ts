import type { Language } from '../../comment/site.ts';
import type { Evidence } from '../check.ts';
import type { FilterInput } from './input.ts';
import { isUnfamiliar, languageOf } from './language.ts';
import { logOdds, type Model } from './model.ts';
import { type Reading, read } from './reading.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import { vectorOf } from './vector.ts';

/** Thresholds in log-odds of spam; 0 is even. */
export type Band = {
  /** From here on a comment is held. */
  readonly holdFrom: number;
  /** From here on it is spam. */
  readonly spamFrom: number;
};

/** Fewer than one honest comment in a hundred held, one in a thousand called spam: docs/screening/evaluation.md. */
export const defaultBand: Band = { holdFrom: 1, spamFrom: 3.5 };

/** What the filter makes of a comment: its log-odds of spam, what follows, and why. */
export type Judgement = {
  readonly odds: number;
  readonly outcome: 'approve' | 'hold' | 'spam';
  /** None for what is approved. */
  readonly reasons: readonly Reason[];
};

/** Whom the site knows by proof, and how many of their comments it approved. */
type Author = Pick<Evidence['author'], 'proven' | 'approved'>;

/** Judges a comment by a model. An author whom the site has approved before is at most held. */
export const judge = (model: Model, input: FilterInput, article: Language, author: Author): Judgement => {
  const reading = read(input);
  const odds = logOdds(model, vectorOf(reading));
  const outcome = outcomeOf(odds, bandOf(defaultBand, reading, article), author);
  return { odds, outcome, reasons: outcome === 'approve' ? [] : reasonsOf(model, reading) };
};

/** Log-odds more that a text in a language the filter hardly knows needs to be called spam; till then it is held. */
const UNFAMILIAR = 2;
/** Log-odds by which a French text under a French article is held earlier: honest ones score that much lower, see docs/screening/evaluation.md. */
const FRENCH = 1.5;

/** The thresholds for a comment. Its language only ever widens the band that people look at. */
export const bandOf = ({ holdFrom, spamFrom }: Band, reading: Reading, article: Language): Band => ({
  holdFrom: holdFrom - (article === 'fr' && languageOf(reading, article) === 'fr' ? FRENCH : 0),
  spamFrom: spamFrom + (isUnfamiliar(reading) ? UNFAMILIAR : 0),
});

/** What thresholds make of log-odds. */
export const outcomeOf = (
  odds: number,
  { holdFrom, spamFrom }: Band,
  { proven, approved }: Author,
): Judgement['outcome'] => {
  if (odds < holdFrom) return 'approve';
  return odds < spamFrom || (proven && approved > 0) ? 'hold' : 'spam';
};
