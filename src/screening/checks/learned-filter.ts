import type { Check, Evidence } from '../check.ts';
import { judge } from '../filter/judge.ts';
import { probability } from '../filter/model/model.ts';
import type { FilterInput } from '../filter/reading/filter-input.ts';
import { traceOf } from '../filter/reasons.ts';
import { siteOdds } from '../filter/site/site-learning.ts';

/** How much the comment resembles spam, by the shipped weights and by what the filter has learned on this site. */
export const learnedFilter: Check<'learned-filter'> = {
  name: 'learned-filter',
  version: 2,
  run: ({ draft, policy, model, learned, author, language, now }) => {
    const { odds, outcome, reasons } = judge(model, inputOf(draft, language), {
      policy: policy.learnedFilter,
      ...{ language, author },
      siteOdds: (reading) => siteOdds(learned, reading, now),
    });
    if (outcome === 'approve') return undefined;

    return { outcome, score: probability(odds), traces: reasons.map(traceOf) };
  },
};

const inputOf = (
  { text, author, url, email, title }: Evidence['draft'],
  language: Evidence['language'],
): FilterInput => ({
  ...{ text, author, url, email, title, language },
});
