import type { Language } from './site.ts';

/** An author's own view of their comment; a secret. */
export const receiptAddress = (baseUrl: string, receipt: string): string => `${baseUrl}/r/${receipt}`;

/**
 * Where a comment stands on its article's page: the page that shows it, if the publisher hands `around` on to the list of comments,
 * and there the comment itself.
 */
export const commentAddress = (link: string, id: string): string =>
  onPublishersPage(link, `comment-${id}`, { around: id });

/** A publisher's page at some place of it, unless its fragment is a route (`#/…`, `#!…`), showing other comments. What else its query says stays as it is written. */
export const onPublishersPage = (
  page: string,
  hash: string,
  shown: { readonly cursor?: string; readonly around?: string },
): string => {
  const url = new URL(page);
  const others = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !/^(?:around|cursor)(?:=|$)/.test(part));
  url.search = [...others, ...Object.entries(shown).map((pair) => pair.join('='))].join('&');
  // A fragment may be the very article, where the page's script shows several.
  if (!/^#[!/]/.test(url.hash)) url.hash = hash;
  return url.href;
};

/** The language of the page that an address stands on, which is that of the page it leads to. */
type InLanguage = { readonly lang?: Language | undefined };

/** Which comments of an article, and what its publisher said of the page they stand on. */
export type ListAddress = InLanguage & {
  readonly article: string;
  readonly order?: string;
  readonly limit?: number;
  readonly cursor?: string | undefined;
  readonly around?: string | undefined;
  readonly page?: string | undefined;
  readonly closed?: 'yes' | undefined;
};

/** The whole page of an article's comments, or without one of the site's newest, that we show by ourselves. */
export const commentsPageAddress = (
  baseUrl: string,
  site: string,
  list: Omit<ListAddress, 'article'> & { readonly article?: string | undefined },
): string => {
  const hash = list.around === undefined ? '' : `#comment-${list.around}`;
  return `${baseUrl}/v1/sites/${site}/comments.html?${parameters({ ...list, as: 'page' })}${hash}`;
};

/** The same without our own host, for our own pages to lead to. */
export const commentsPagePath = (site: string, list: ListAddress): string =>
  commentsPageAddress('', site, list);

/** Where a comment stands: on its article's page, or on ours where that is not known. */
export const permalinkOf = (
  baseUrl: string,
  site: string,
  { article, link, lang }: InLanguage & { readonly article: string; readonly link: string | undefined },
  id: string,
): string =>
  link === undefined
    ? commentsPageAddress(baseUrl, site, { article, around: id, lang })
    : commentAddress(link, id);

/** A public feed of an article's newest comments, or without one of the site's. */
export const feedAddress = (
  baseUrl: string,
  site: string,
  format: 'atom' | 'json',
  article: string | undefined,
): string => {
  const address = `${baseUrl}/v1/sites/${site}/comments.${format}`;
  return article === undefined ? address : `${address}?${parameters({ article })}`;
};

/** The page with a form for an article, to write a comment or to answer one. */
export const formPageAddress = (
  baseUrl: string,
  site: string,
  asked: InLanguage & {
    readonly article: string;
    readonly parent?: string;
    readonly page?: string | undefined;
  },
): string => `${baseUrl}/v1/sites/${site}/form?${parameters({ ...asked, as: 'page' })}`;

/** The page with a form to report a comment. */
export const reportPageAddress = (
  baseUrl: string,
  site: string,
  asked: InLanguage & {
    readonly article: string;
    readonly comment: string;
    readonly page?: string | undefined;
  },
): string => `${baseUrl}/v1/sites/${site}/report?${parameters(asked)}`;

/** Where a form of our own pages sends a comment or a report; what comes of it speaks the form's language. */
export const formAction = (site: string, what: 'comments' | 'reports', lang: Language): string =>
  `/v1/sites/${site}/${what}?${parameters({ lang })}`;

const parameters = (all: Readonly<Record<string, string | number | undefined>>): string =>
  String(
    new URLSearchParams(
      Object.entries(all).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    ),
  );

/** Where somebody takes up an invitation. Its token stands after the `#`, which no browser sends and no server logs. */
export const invitationAddress = (baseUrl: string, site: string, token: string): string =>
  `${baseUrl}/moderation/#/join/${site}/${token}`;
