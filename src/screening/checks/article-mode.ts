import type { Check } from '../check.ts';

/** The article takes comments only after a person's look, or not at all. */
export const articleMode: Check = {
  name: 'article-mode',
  version: 1,
  look: ({ mode }) => {
    if (mode === 'open') return undefined;
    const said = { score: 1, traces: [{ field: 'article', term: mode }] };
    return mode === 'premoderated'
      ? { ...said, outcome: 'hold' }
      : {
          ...said,
          outcome: 'refuse',
          refusal: { code: 'article-closed', detail: 'The article takes no more comments.' },
        };
  },
};
