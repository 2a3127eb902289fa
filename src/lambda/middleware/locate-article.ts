import type { MiddlewareObj } from '@middy/core';
import { readArticle } from '../../api/queries.ts';
import type { Located, Reply } from '../http.ts';

/** What `locateArticle` adds: the article that the query names, by its canonical id. */
export type OnArticle = Located & { article: string };

/** Finds out which article a request is about. @throws {Refusal} `invalid-fields`, `invalid-query` */
export const locateArticle = (): MiddlewareObj<OnArticle, Reply> => ({
  before: ({ event }) => {
    event.article = readArticle(event.rawQueryString);
  },
});
