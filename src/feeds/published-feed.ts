import { commentAddress, commentsPageAddress } from '../comment/addresses.ts';
import type { Article } from '../comment/article.ts';
import type { Comment } from '../comment/comment.ts';
import type { Language, Site } from '../comment/site.ts';
import type { FeedEntry } from './entry.ts';

const words = {
  en: {
    entry: (author: string, article: string) => `${author} on “${article}”`,
    staff: (author: string) => `${author} (newsroom)`,
    edited: { newsroom: '[Edited by the newsroom]', author: '[Edited by the author]' },
  },
  fr: {
    entry: (author: string, article: string) => `${author} sur «\u00A0${article}\u00A0»`,
    staff: (author: string) => `${author} (la rédaction)`,
    edited: { newsroom: '[Modifié par la rédaction]', author: '[Modifié par l’auteur]' },
  },
} as const satisfies Readonly<Record<Language, unknown>>;

type Published = Pick<Comment, 'id' | 'article' | 'author' | 'text' | 'createdAt'> &
  Partial<Pick<Comment, 'isStaff' | 'edited' | 'edit'>>;
type Around = {
  readonly site: Pick<Site, 'id' | 'language'>;
  readonly articles: ReadonlyMap<string, Pick<Article, 'title' | 'link'>>;
  /** The API's address, without a slash at the end. */
  readonly baseUrl: string;
};

/** Approved comments as entries of a public feed: each leads to its place on its article's page, or else on ours. */
export const publishedEntries = (
  comments: readonly Published[],
  { site, articles, baseUrl }: Around,
): readonly FeedEntry[] => {
  const said = words[site.language];
  return comments.map((comment) => {
    const { id, article, createdAt, edit } = comment;
    const { title = article, link } = articles.get(article) ?? {};
    const author = comment.isStaff ? said.staff(comment.author) : comment.author;
    return {
      id: `urn:palabre:${site.id}:${id}`,
      title: said.entry(author, title),
      author,
      content: comment.edited ? `${comment.text}\n\n${said.edited[comment.edited]}` : comment.text,
      link: link ? commentAddress(link, id) : commentsPageAddress(baseUrl, site.id, { article, around: id }),
      publishedAt: createdAt,
      updatedAt: edit?.at ?? createdAt,
    };
  });
};
