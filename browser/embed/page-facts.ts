import { LINK_MAX, TITLE_MAX } from '../../src/comment/limits.ts';

/**
 * What the article is called and where it stands, sent with its comments so that receipts, feeds and mails lead back to it. A page of
 * several articles says nothing of them, unless an id is an address.
 */
export const pageFacts = (article: string): { readonly title?: string; readonly link?: string } => {
  const isAddress = /^https?:/i.test(article);
  const isOnly = isOnlyOne();
  const link = isAddress ? article : ownAddress();
  return {
    ...(isOnly ? { title: pageTitle() } : {}),
    ...((isOnly || isAddress) && link.length <= LINK_MAX ? { link } : {}),
  };
};

/** Whether the page has one element of comments, so that its title and address speak of it alone. */
export const isOnlyOne = (): boolean => document.querySelectorAll('palabre-comments').length === 1;

const pageTitle = (): string => {
  const stated = document.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content;
  const title = (stated || document.title).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return [...title].slice(0, TITLE_MAX).join('');
};

/** The address of the page that is shown, without a fragment that is no route of its script. */
const hereOnPage = (): string => location.href.replace(/#(?![!/]).*/, '');

/** The same for our own pages to lead back to, unless what trackers put into it makes it longer than they take. */
export const pageToReturn = (): { readonly page?: string } => {
  const page = hereOnPage().replaceAll('\\', '%5C');
  return page.length > LINK_MAX ? {} : { page };
};

/** The one that the page names as its own, if that is of its site and no route tells more. */
const ownAddress = (): string => {
  const stated = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const here = hereOnPage();
  return stated?.startsWith(`${location.origin}/`) && !here.includes('#') ? stated : here;
};
