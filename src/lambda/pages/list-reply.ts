import { feedAddress } from '../../comment/addresses.ts';
import { linkOnSite } from '../../comment/article.ts';
import { type Language, type Site, timeZoneOf } from '../../comment/site.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { commentsFragment, type Fragment } from '../../pages/lists/comments-fragment.ts';
import { commentsPage } from '../../pages/lists/comments-page.ts';
import type { ArticlePage } from '../../use-cases/list-comments.ts';
import { page as html, type Reply } from '../http.ts';
import { type AskedList, fragmentLinks } from './fragment-links.ts';

type Listed = {
  readonly baseUrl: string;
  readonly site: Site;
  readonly language: Language;
  readonly asked: AskedList;
  /** The page's position is sealed. */
  readonly list: ArticlePage;
};

/** A page of comments as it was asked for: part of a page, or whole. */
export const listReply = ({ baseUrl, site, language, asked, list }: Listed): Reply => {
  const { article, isGone } = list;
  const { items: comments, next, previous } = list.page;
  const closed: Fragment['closed'] = asked.closed
    ? 'page'
    : article.mode === 'closed'
      ? 'article'
      : undefined;
  const isClosed = closed !== undefined;
  const links = fragmentLinks({ baseUrl, site: site.id, language, asked, next, previous, isClosed });
  const { display } = site.policy;
  const shown = { language, timeZone: timeZoneOf(site), comments, display, count: article.approved, links };
  const part = { ...shown, closed, isGone };
  const vary = { vary: 'Accept-Language' };
  if (asked.as !== 'page') return html(200, commentsFragment(part), vary);
  const feed = feedAddress(baseUrl, site.id, 'atom', asked.article);
  const whole = commentsPage({
    ...{ ...part, site, feed },
    ...{ title: article.title, link: asked.page ?? linkOnSite(site, article.link) },
  });
  return html(200, whole, { ...pageHeaders(), ...vary });
};
