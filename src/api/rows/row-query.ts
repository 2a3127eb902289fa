import * as z from 'zod';
import { languages } from '../../comment/site.ts';
import { linkSearch, type Search, wordSearch } from '../../screening/search.ts';
import { line } from '../fields/fields.ts';
import { page } from '../page-query.ts';

/** Characters of a link and of words that are looked for. */
const LINK_MAX = 500;
const WORDS_MAX = 200;

const moment = z.iso
  .datetime({ offset: true, error: 'It must be a time as RFC 3339 writes it.' })
  .transform((time) => Date.parse(time));

/** Filters of any list's rows, and the page of them: `limit`, `order`, `cursor`. */
export const rowQuery = {
  ...page,
  author: z
    .string()
    .regex(/^[\w:-]{1,60}$/, { error: "It must be an author's key." })
    .exactOptional()
    .meta({ description: "An author's `key`" }),
  q: line(WORDS_MAX)
    .regex(/\S/, { error: 'It must have a word.' })
    .exactOptional()
    .meta({ description: 'Words, all of which stand in the text or in the author’s name' }),
  link: line(LINK_MAX)
    .refine((link) => linkSearch(link) !== undefined, { error: 'It must be an address or a host.' })
    .exactOptional()
    .meta({ description: 'An address, or a host: what leads there or below it' }),
  verdict: z
    .literal('full')
    .exactOptional()
    .meta({ description: "Every check's finding, instead of those that objected or pointed something out" }),
};

/** What only queues can be filtered by. */
export const queueFilters = {
  reason: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,59}$/, { error: 'It must be the name of a check.' })
    .exactOptional()
    .meta({ description: 'The name of a check that objected or pointed something out' }),
  language: z.enum(languages).exactOptional(),
  after: moment.exactOptional().meta({ description: 'In the queue since a later time' }),
  before: moment.exactOptional().meta({ description: 'In the queue since an earlier time' }),
};

type Searched = { readonly q?: string; readonly link?: string };

/** The filters that the database cannot apply; undefined when none is asked for. */
export const searchOf = ({ q, link }: Searched): Search | undefined => {
  const searches = [
    q === undefined ? undefined : wordSearch(q),
    link === undefined ? undefined : linkSearch(link),
  ].filter((search) => search !== undefined);
  return searches.length === 0 ? undefined : (comment) => searches.every((search) => search(comment));
};
