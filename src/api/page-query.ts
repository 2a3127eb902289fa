import * as z from 'zod';
import { LINK_MAX } from '../comment/limits.ts';
import { languageOfTag } from '../pages/negotiate-language.ts';
import { orders } from '../storage/comment-store.ts';
import { articleId } from './fields/article-id.ts';
import { address, commentId } from './fields/fields.ts';

/** Comments of a page by default, and at most. Source: WordPress `comments_per_page`, its REST API's `per_page`. */
const LIMIT = 50;
const LIMIT_MAX = 100;
/** Characters of a cursor: it seals a comment's keys, whose article id has up to 200 bytes, each of them escaped. */
const CURSOR_MAX = 3_000;

/** The schema reads the digits of a query as text; in the API document they are a number. */
const asNumber = ({ jsonSchema }: { jsonSchema: { pattern?: string } }) => {
  delete jsonSchema.pattern;
  Object.assign(jsonSchema, { type: 'integer', minimum: 1, maximum: LIMIT_MAX, default: LIMIT });
};

/** Which page of a list. */
export const page = {
  limit: z
    .string()
    .regex(/^(?:[1-9][0-9]?|100)$/, { error: `It must be a whole number from 1 to ${LIMIT_MAX}.` })
    .transform(Number)
    .default(LIMIT)
    .meta({ override: asNumber }),
  order: z.enum(orders).default('oldest'),
  cursor: z.string().min(1).max(CURSOR_MAX).exactOptional(),
};

/** The article of a request. Parameters that others add to an address (trackers, caches) are ignored. */
export const articleQuery = z.object({ article: articleId });

/** The subject of a feed: an article, or the site. */
export const feedQuery = z.object({
  article: articleId.exactOptional().meta({ description: 'Without it the feed is the whole site’s' }),
});

/** A public page of an article's comments. */
export const articlePage = articleQuery.extend(page).extend({
  around: commentId.exactOptional().meta({
    description:
      'A comment that the page shall hold, instead of a cursor; half of the page comes before its thread',
  }),
});

/** In which language a page is written. Other languages' tags are passed over, like parameters of others. */
export const pageLanguage = {
  lang: z
    .string()
    .transform(languageOfTag)
    .exactOptional()
    .meta({ description: '`fr` or `en`, before what `Accept-Language` says; without either the site’s' }),
};

/** Whether a page is requested whole or as part of a publisher's page, and that page's address. */
export const asPage = {
  ...pageLanguage,
  as: z.literal('page').exactOptional().meta({ description: 'A page by itself rather than a part of one' }),
  page: address(LINK_MAX).exactOptional().meta({
    description:
      'The page that it is put on, of the site’s own origins: links to more comments lead there, with a parameter `cursor` to hand on',
  }),
};
