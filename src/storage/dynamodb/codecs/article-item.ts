import type { Article } from '../../../comment/article.ts';
import { countOf, type Item, optional, textOf } from '../attributes.ts';
import { articleOf } from '../read-keys.ts';

/** @throws {DamagedItem} */
export const itemToArticle = (item: Item): Article => {
  const { site, article } = articleOf(textOf(item, 'pk'));
  return {
    site,
    id: article,
    // What moderators set comes before what a comment said.
    ...optional('title', item, item.title ? 'title' : 'saidTitle'),
    ...optional('link', item, item.link ? 'link' : 'saidLink'),
    mode: (item.mode?.S ?? 'open') as Article['mode'],
    approved: countOf(item, 'approved'),
    version: countOf(item, 'version'),
  };
};
