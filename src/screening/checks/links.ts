import type { Check } from '../check.ts';
import { TRACES_MAX } from '../screen.ts';
import { findLinks, type Link } from '../text/links.ts';

/** As many links in the text as advertising has. Only what a reader can click counts: no bare names, no e-mail addresses. */
export const links: Check<'links'> = {
  name: 'links',
  version: 2,
  run: ({ draft, policy }) => {
    const web = findLinks(draft.text).filter(({ kind }) => kind === 'web');
    const counted = web.filter((link, nth) => !isLabel(link, web[nth - 1], draft.text));
    if (counted.length === 0 || counted.length < policy.links.holdFrom) return undefined;

    return {
      outcome: 'hold',
      score: counted.length / (counted.length + 1),
      traces: counted.slice(0, TRACES_MAX).map(({ address }) => ({ field: 'text', term: address })),
    };
  },
};

/** Whether a link is only the label of the one before: `<a href="https://example.com">https://example.com</a>` is one link, in BBCode and Markdown too. */
const isLabel = (link: Link, previous: Link | undefined, text: string): boolean =>
  previous?.address === link.address &&
  /^["']?[^<>[\]]*[>\]]\(?$/.test(text.slice(previous.at + previous.address.length, link.at));
