import type { Draft } from '../../comment/comment.ts';
import type { Policy } from '../../comment/policy.ts';
import type { Language } from '../../comment/site.ts';
import type { Check, Evidence } from '../check.ts';
import { traceOf } from '../filter/explain.ts';
import type { FilterInput } from '../filter/input.ts';
import { isUnfamiliar, languageOf } from '../filter/language.ts';
import { logOdds, probability } from '../filter/model.ts';
import { type Reading, read } from '../filter/reading.ts';
import { reasonsOf } from '../filter/reasons.ts';
import { shippedModel } from '../filter/shipped.ts';
import { vectorOf } from '../filter/vector.ts';

const model = shippedModel();

/** Resembles spam, by what the filter has learned. An author whom the site has approved before is at most held. */
export const learnedFilter: Check = {
  name: 'learned-filter',
  version: 1,
  look: ({ draft, policy, author }) => {
    const reading = read(inputOf(draft));
    const odds = logOdds(model, vectorOf(reading));
    const outcome = outcomeOf(odds, bandOf(policy.filter, reading, draft.language), author);
    if (outcome === 'approve') return undefined;

    return { outcome, score: probability(odds), traces: reasonsOf(model, reading).map(traceOf) };
  },
};

const inputOf = ({ text, author, url, email, title, language }: Draft): FilterInput => ({
  ...{ text, author, url, email, title, language },
});

type Band = Pick<Policy['filter'], 'holdFrom' | 'spamFrom'>;

/** Log-odds more that a text in a language the filter hardly knows needs to be called spam; till then it is held. */
const UNFAMILIAR = 2;
/** Log-odds by which a French text under a French article is held earlier: honest ones score that much lower, see docs/screening/evaluation.md. */
const FRENCH = 1.5;

/** The policy's thresholds for a comment. Its language only ever widens the band that people look at. */
export const bandOf = ({ holdFrom, spamFrom }: Band, reading: Reading, article: Language): Band => ({
  holdFrom: holdFrom - (article === 'fr' && languageOf(reading, article) === 'fr' ? FRENCH : 0),
  spamFrom: spamFrom + (isUnfamiliar(reading) ? UNFAMILIAR : 0),
});

/** What thresholds make of log-odds. */
export const outcomeOf = (
  odds: number,
  { holdFrom, spamFrom }: Band,
  { proven, approved }: Pick<Evidence['author'], 'proven' | 'approved'>,
): 'approve' | 'hold' | 'spam' => {
  if (odds < holdFrom) return 'approve';
  return odds < spamFrom || (proven && approved > 0) ? 'hold' : 'spam';
};
