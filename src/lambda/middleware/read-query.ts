import type * as z from 'zod';
import { parsePath, parseQuery } from '../../api/queries.ts';
import { checkArticleOrigin } from '../article-origin.ts';
import type { Arrived, Layer } from '../chain.ts';
import type { Located } from './locate.ts';

/** The query as its contract describes it. */
export type WithQuery<Q extends z.ZodType> = { readonly query: z.output<Q> };

/**
 * Parses the query by its contract. An article that it names must be one of the site's.
 * @throws {Refusal} `invalid-query`, `invalid-fields`
 */
export const readQuery = <Q extends z.ZodObject>(
  makeSchema: () => Q,
): Layer<Arrived & Located, WithQuery<Q>> => {
  const schema = makeSchema();
  return ({ event, site }) => {
    const query = parseQuery(schema, event.rawQueryString);
    const { article } = query as { readonly article?: unknown };
    if (typeof article === 'string') checkArticleOrigin(site, article);
    return { query };
  };
};

/** Parses the parameters of the path by its contract. @throws {Refusal} `route-not-found` */
export const readPath = <P extends z.ZodObject>(
  makeSchema: () => P,
): Layer<Arrived, { readonly path: z.output<P> }> => {
  const schema = makeSchema();
  return ({ event }) => ({ path: parsePath(schema, event.pathParameters ?? {}) });
};
