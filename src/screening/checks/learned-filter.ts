import type { Check, Evidence } from '../check.ts';
import type { FilterInput } from '../filter/input.ts';
import { judge } from '../filter/judge.ts';
import { probability } from '../filter/model.ts';
import { traceOf } from '../filter/reasons.ts';
import { siteOdds } from '../filter/site-learning.ts';

/** How much the comment resembles advertising, by what was learned before and what this site's moderators taught. */
export const learnedFilter: Check = {
  name: 'learned-filter',
  version: 1,
  look: ({ draft, policy, model, learned, author, now }) => {
    const { odds, outcome, reasons } = judge(model, inputOf(draft), {
      policy: policy.learnedFilter,
      article: draft.language,
      author,
      siteOdds: (reading) => siteOdds(learned, reading, now),
    });
    if (outcome === 'approve') return undefined;

    return { outcome, score: probability(odds), traces: reasons.map(traceOf) };
  },
};

const inputOf = ({ text, author, url, email, title, language }: Evidence['draft']): FilterInput => ({
  ...{ text, author, url, email, title, language },
});
