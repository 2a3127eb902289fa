import {
  commentsPageAddress,
  formPageAddress,
  type ListAddress,
  onPublishersPage,
  reportPageAddress,
} from '../../comment/addresses.ts';
import type { Language } from '../../comment/site.ts';
import type { FragmentLinks } from '../../pages/lists/comments-fragment.ts';

/** A list as it was asked for: whole, or as part of its publisher's page. */
export type AskedList = ListAddress & { readonly as?: 'page' };

type Here = {
  readonly baseUrl: string;
  readonly site: string;
  /** That the comments are drawn in. */
  readonly language: Language;
  readonly asked: AskedList;
  /** Sealed cursors of the next page and the one before. */
  readonly next: string | undefined;
  readonly previous: string | undefined;
  readonly isClosed: boolean;
};

/**
 * The links of a page of comments. Where its publisher named the page that shows it, they stay there: that page hands its parameters
 * `cursor` and `around` on to us and holds a form under `respond`. Everywhere else they lead to whole pages of ours.
 */
export const fragmentLinks = ({
  baseUrl,
  site,
  language,
  asked,
  next,
  previous,
  isClosed,
}: Here): FragmentLinks => {
  const { article, page, as, cursor, around, ...given } = asked;
  const list = { ...given, lang: language };
  const shown = as === undefined ? page : undefined;
  const moved = (to: string | undefined) =>
    shown === undefined
      ? commentsPageAddress(baseUrl, site, { article, ...list, page, cursor: to })
      : onPublishersPage(shown, 'comments', to === undefined ? {} : { cursor: to });
  const form = { article, lang: language, ...(page === undefined ? {} : { page }) };
  return {
    next: next && moved(next),
    previous: previous && moved(previous),
    start: (cursor ?? around) && moved(undefined),
    write: isClosed ? undefined : shown === undefined ? formPageAddress(baseUrl, site, form) : '#respond',
    report: (comment) => reportPageAddress(baseUrl, site, { ...form, comment }),
    replyTo: isClosed ? undefined : (parent) => formPageAddress(baseUrl, site, { ...form, parent }),
  };
};
