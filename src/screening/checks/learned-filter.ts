import type { Check, Evidence } from '../check.ts';
import type { FilterInput } from '../filter/input.ts';
import { bandOf, outcomeOf } from '../filter/judge.ts';
import { logOdds, probability } from '../filter/model.ts';
import { read } from '../filter/reading.ts';
import { reasonsOf, traceOf } from '../filter/reasons.ts';
import { siteOdds } from '../filter/site-learning.ts';
import { vectorOf } from '../filter/vector.ts';

/** How much the comment resembles advertising, by what was learned before and what this site's moderators taught. */
export const learnedFilter: Check = {
  name: 'learned-filter',
  version: 1,
  look: ({ draft, policy, model, learned, author, now }) => {
    const reading = read(inputOf(draft));
    const odds = logOdds(model, vectorOf(reading)) + siteOdds(learned, reading, now);
    const outcome = outcomeOf(odds, bandOf(model, policy.learnedFilter, reading, draft.language), author);
    if (outcome === 'approve') return undefined;

    return { outcome, score: probability(odds), traces: reasonsOf(model, reading).map(traceOf) };
  },
};

const inputOf = ({ text, author, url, email, title, language }: Evidence['draft']): FilterInput => ({
  ...{ text, author, url, email, title, language },
});
