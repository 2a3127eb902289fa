import type { Check } from '../check.ts';
import { TRACES_MAX } from '../screen.ts';
import { findLinks, type Link } from '../text/links.ts';

/** As many links in the text as advertising has. Only what a reader can click counts: no bare names, no e-mail addresses. */
export const links: Check<'links'> = {
  name: 'links',
  version: 3,
  run: ({ draft, policy }) => {
    const web = findLinks(draft.text).filter(({ kind }) => kind === 'web');
    const counted = withoutLabels(web, draft.text);
    if (counted.length === 0 || counted.length < policy.links.holdFrom) return undefined;

    return {
      outcome: 'hold',
      score: counted.length / (counted.length + 1),
      traces: counted.slice(0, TRACES_MAX).map(({ address }) => ({ field: 'text', term: address })),
    };
  },
};

/** Links that are not only the label of the one before; what follows a label is none. */
const withoutLabels = (web: readonly Link[], text: string): readonly Link[] => {
  const counted: Link[] = [];
  let target: Link | undefined;
  for (const link of web) {
    const isOnlyLabel = target !== undefined && isLabel(link, target, text);
    if (!isOnlyLabel) counted.push(link);
    target = isOnlyLabel ? undefined : link;
  }
  return counted;
};

/** Whether one link with its label is `<a href="https://example.com">https://example.com</a>`, or the same in BBCode or Markdown. */
const isLabel = (link: Link, target: Link, text: string): boolean =>
  target.address === link.address &&
  /(?:=["']?|\[)$/.test(text.slice(Math.max(0, target.at - 2), target.at)) &&
  /^["']?[^<>[\]]*[>\]]\(?$/.test(text.slice(target.at + target.address.length, link.at));
