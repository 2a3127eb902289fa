import { type Article, type ArticleMode, unknownArticle } from '../comment/article.ts';
import { Refusal } from '../comment/refusal.ts';
import { articleEvent } from '../moderation/setting-events.ts';
import type { Acting } from '../moderation/team-event.ts';
import type { ReadArticle, SaveArticle } from '../storage/comment-store.ts';

/** What a moderator sets; `version` is the one they looked at, or any when absent. */
export type ArticleSettings = {
  readonly mode: ArticleMode;
  readonly title?: string;
  readonly link?: string;
  readonly version?: number;
};

/** Changes an article's settings, which the site's audit trail tells. @throws {Refusal} `changed-meanwhile` */
export const changeArticle = async (
  { store }: { readonly store: ReadArticle & SaveArticle },
  { site, id }: Pick<Article, 'site' | 'id'>,
  { version, ...settings }: ArticleSettings,
  acting: Acting,
): Promise<Article> => {
  const article = (await store.readArticle(site, id)) ?? unknownArticle(site, id);
  if (version !== undefined && version !== article.version)
    throw new Refusal('changed-meanwhile', `The article is now at version ${article.version}.`);

  // Leave its title and link alone: a comment may have set them, and its withdrawal removes them.
  await store.saveArticle(
    { site, id, ...settings },
    article.version,
    articleEvent(article, settings, acting),
  );
  return { ...article, ...settings, version: article.version + 1 };
};
