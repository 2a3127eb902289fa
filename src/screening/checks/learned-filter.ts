import type { Draft } from '../../comment/comment.ts';
import type { Policy } from '../../comment/policy.ts';
import type { Check, Evidence } from '../check.ts';
import { traceOf } from '../filter/explain.ts';
import type { FilterInput } from '../filter/input.ts';
import { logOdds, probability } from '../filter/model.ts';
import { read } from '../filter/reading.ts';
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
    const outcome = outcomeOf(odds, policy.filter, author);
    if (outcome === 'approve') return undefined;

    return { outcome, score: probability(odds), traces: reasonsOf(model, reading).map(traceOf) };
  },
};

const inputOf = ({ text, author, url, email, title, language }: Draft): FilterInput => ({
  ...{ text, author, url, email, title, language },
});

/** What a policy makes of log-odds. */
export const outcomeOf = (
  odds: number,
  { holdFrom, spamFrom }: Policy['filter'],
  { proven, approved }: Pick<Evidence['author'], 'proven' | 'approved'>,
): 'approve' | 'hold' | 'spam' => {
  if (odds < holdFrom) return 'approve';
  return odds < spamFrom || (proven && approved > 0) ? 'hold' : 'spam';
};
