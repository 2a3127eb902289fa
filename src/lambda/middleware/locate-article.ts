import { readArticle } from '../../api/queries.ts';
import type { Arrived, Layer } from '../chain.ts';

/** The article that a request is about, by its canonical id. */
export type OnArticle = { readonly article: string };

/** Finds the article that the query names. @throws {Refusal} `invalid-fields`, `invalid-query` */
export const locateArticle = (): Layer<Arrived, OnArticle> => (known) => ({
  article: readArticle(known.event.rawQueryString),
});
