import type { Article } from '../comment/article.ts';
import type { Comment } from '../comment/comment.ts';
import { excerptOf } from '../comment/excerpt.ts';
import type { Site } from '../comment/site.ts';
import { atomFeed } from './atom.ts';
import { feedWords } from './feed-words.ts';
import { commentUri, siteUri } from './tag-uri.ts';

type Waiting = Pick<Comment, 'id' | 'article' | 'author' | 'text' | 'createdAt' | 'since'>;
type Around = {
  readonly site: Pick<Site, 'id' | 'name' | 'language'>;
  readonly articles: ReadonlyMap<string, Pick<Article, 'title'>>;
  /** The API's address, without a slash at the end. */
  readonly baseUrl: string;
  readonly now: number;
};

/** What waits for a moderator, in excerpts, as feed readers take it. Its own address is a secret, and stands nowhere in it. */
export const waitingFeed = (
  comments: readonly Waiting[],
  { site, articles, baseUrl, now }: Around,
): string => {
  const said = feedWords[site.language];
  const desk = `${baseUrl}/moderation/?site=${site.id}#/pending`;
  const entries = comments.map(({ id, article, author, text, createdAt, since }) => ({
    id: commentUri(baseUrl, { site: site.id, id, createdAt }),
    title: said.entry(author, articles.get(article)?.title ?? article),
    author,
    summary: excerptOf(text),
    link: `${desk}?${new URLSearchParams({ article })}`,
    publishedAt: createdAt,
    updatedAt: since,
  }));
  const head = {
    id: siteUri(baseUrl, site.id, 'waiting'),
    title: said.waiting(site.name),
    language: site.language,
    link: desk,
  };
  return atomFeed(head, entries, now);
};
