import { readArticle } from '../../api/queries.ts';
import type { Arrived, Layer } from '../chain.ts';
import { checkOwnArticle } from '../own-origin.ts';
import type { Located } from './locate.ts';

/** The article that a request is about, by its canonical id. */
export type OnArticle = { readonly article: string };

/** Finds the article that the query names, one of the site's. @throws {Refusal} `invalid-fields`, `invalid-query` */
export const locateArticle =
  (): Layer<Arrived & Located, OnArticle> =>
  ({ event, site }) => {
    const article = readArticle(event.rawQueryString);
    checkOwnArticle(site, article);
    return { article };
  };
