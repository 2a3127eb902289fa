import { commentsPageAddress, permalinkOf } from '../comment/addresses.ts';
import type { Article } from '../comment/article.ts';
import type { Comment } from '../comment/comment.ts';
import { timeOf } from '../comment/comment-id.ts';
import type { Site } from '../comment/site.ts';
import { html } from '../pages/html.ts';
import { type Reading, renderText } from '../pages/text/render-text.ts';
import { homeOf } from '../pages/ways-on.ts';
import type { FeedEntry, FeedHead } from './entry.ts';
import { feedWords } from './feed-words.ts';
import { commentUri, siteUri } from './tag-uri.ts';

type Published = Pick<Comment, 'id' | 'article' | 'author' | 'text' | 'createdAt' | 'since' | 'verdict'> &
  Partial<Pick<Comment, 'parent' | 'isStaff' | 'edited' | 'edit'>>;
type Around = {
  readonly site: Pick<Site, 'id' | 'name' | 'language' | 'origins' | 'policy'>;
  readonly articles: ReadonlyMap<string, Pick<Article, 'title' | 'link'>>;
  /** The API's address, without a slash at the end. */
  readonly baseUrl: string;
};
type Asked = {
  /** The article that the feed is of; absent for the whole site. */
  readonly article: string | undefined;
  /** The feed's own address. */
  readonly self: string;
};

/** A public feed: what it says of itself, and its comments. */
export const publishedFeed = (comments: readonly Published[], asked: Asked, around: Around) => ({
  head: publishedHead(asked, around),
  entries: publishedEntries(comments, around),
});

/** What a public feed says of itself: whose comments these are, and the page they belong to. */
export const publishedHead = ({ article, self }: Asked, { site, articles, baseUrl }: Around): FeedHead => {
  const said = feedWords[site.language];
  const common = { language: site.language, self };
  if (article === undefined)
    return {
      ...common,
      id: siteUri(baseUrl, site.id, 'comments'),
      title: said.ofSite(site.name),
      link: homeOf(site),
    };
  const { title = article, link = commentsPageAddress(baseUrl, site.id, { article }) } =
    articles.get(article) ?? {};
  return {
    ...common,
    id: siteUri(baseUrl, site.id, `comments/${encodeURIComponent(article)}`),
    title: said.ofArticle(site.name, title),
    link,
  };
};

/** Published comments as entries of a feed, in the language of their site: each leads to its place on its article's page, or else on ours. */
export const publishedEntries = (
  comments: readonly Published[],
  { site, articles, baseUrl }: Around,
): readonly FeedEntry[] => {
  const said = feedWords[site.language];
  return comments.map((comment) => {
    const { id, article, parent, createdAt } = comment;
    const { title = article, link } = articles.get(article) ?? {};
    const author = comment.isStaff ? said.staff(comment.author) : comment.author;
    const refOf = (id: Comment['id']) => ({
      id: commentUri(baseUrl, { site: site.id, id, createdAt: timeOf(id) }),
      link: permalinkOf(baseUrl, site.id, { article, link }, id),
    });
    return {
      ...refOf(id),
      title: said.entry(author, title),
      author,
      content: contentOf(comment, site.policy.display, comment.edited && said.edited[comment.edited]),
      ...(parent === undefined ? {} : { answers: refOf(parent) }),
      publishedAt: createdAt,
      updatedAt: updatedAt(comment),
    };
  });
};

/**
 * When readers saw it first, or its edit if that is later. What the checks let through was on its page when it was sent, also where a
 * moderator approved it afterwards; an edit leaves their verdict on the new text.
 */
const updatedAt = ({ createdAt, since, verdict, edit }: Published): number => {
  if (edit) return Math.max(since, edit.at);
  return verdict.outcome === 'approve' ? createdAt : since;
};

const contentOf = ({ text }: Pick<Comment, 'text'>, reading: Reading, mark: string | undefined) => ({
  text: mark === undefined ? text : `${text}\n\n[${mark}]`,
  html: html`${renderText(text, reading)}${mark !== undefined && html`<p><small>${mark}</small></p>`}`.markup,
});
