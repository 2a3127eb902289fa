import { feedAddress, permalinkOf } from '../../comment/addresses.ts';
import { type Language, type Site, timeZoneOf } from '../../comment/site.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { newestFragment, newestPage } from '../../pages/lists/newest-fragment.ts';
import type { Newest } from '../../use-cases/feeds/list-newest.ts';
import { page as html, type Reply } from '../http.ts';

type Asked = {
  readonly baseUrl: string;
  readonly site: Site;
  readonly language: Language;
  /** Whether a page by itself is asked for. */
  readonly isWhole: boolean;
};

/** A site's newest comments: part of a page, or whole. */
export const newestReply = (
  { comments, articles }: Newest,
  { baseUrl, site, language, isWhole }: Asked,
): Reply => {
  const shown = comments.map(({ id, article, author, text, createdAt }) => {
    const { title = article, link } = articles.get(article) ?? {};
    const place = permalinkOf(baseUrl, site.id, { article, link, lang: language }, id);
    return { ...{ author, text, createdAt, article: title }, link: place };
  });
  const newest = { language, timeZone: timeZoneOf(site), display: site.policy.display, comments: shown };
  const vary = { vary: 'Accept-Language' };
  if (!isWhole) return html(200, newestFragment(newest), vary);
  const feed = feedAddress(baseUrl, site.id, 'atom', undefined);
  return html(200, newestPage(newest, site, feed), { ...pageHeaders(), ...vary });
};
