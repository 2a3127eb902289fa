import type { Check } from '../check.ts';

/** The article's comments wait for a moderator, or it takes none. */
export const articleMode: Check<'article-mode'> = {
  name: 'article-mode',
  version: 1,
  run: ({ mode }) => {
    if (mode === 'open') return undefined;
    const result = { score: 1, traces: [{ field: 'article', term: mode }] };
    return mode === 'premoderated'
      ? { ...result, outcome: 'hold' }
      : {
          ...result,
          outcome: 'refuse',
          refusal: { code: 'article-closed', detail: 'The article takes no more comments.' },
        };
  },
};
