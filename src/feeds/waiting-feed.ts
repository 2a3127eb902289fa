import type { Article } from '../comment/article.ts';
import type { Comment } from '../comment/comment.ts';
import { excerptOf } from '../comment/excerpt.ts';
import type { Language, Site } from '../comment/site.ts';
import { atomFeed } from './atom.ts';

const words = {
  en: {
    title: (site: string) => `${site}: comments that wait`,
    entry: (author: string, article: string) => `${author} on “${article}”`,
  },
  fr: {
    title: (site: string) => `${site}\u00A0: commentaires à relire`,
    entry: (author: string, article: string) => `${author} sur «\u00A0${article}\u00A0»`,
  },
} as const satisfies Readonly<Record<Language, unknown>>;

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
  const said = words[site.language];
  const desk = `${baseUrl}/moderation/?site=${site.id}#/pending`;
  const entries = comments.map(({ id, article, author, text, createdAt, since }) => ({
    id: tagUri(baseUrl, createdAt, `${site.id}/${id}`),
    title: said.entry(author, articles.get(article)?.title ?? article),
    author,
    summary: excerptOf(text),
    link: `${desk}?${new URLSearchParams({ article })}`,
    publishedAt: createdAt,
    updatedAt: since,
  }));
  return atomFeed(
    {
      id: tagUri(baseUrl, Date.UTC(2026, 0), `${site.id}/waiting`),
      title: said.title(site.name),
      link: desk,
    },
    entries,
    now,
  );
};

/** A name that stays the same wherever it is read (RFC 4151): of the API's host, on a day on which it was in use. */
const tagUri = (baseUrl: string, at: number, name: string): string =>
  `tag:${new URL(baseUrl).hostname},${new Date(at).toISOString().slice(0, 10)}:${name}`;
