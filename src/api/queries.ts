import * as z from 'zod';
import { type Queue, queues } from '../comment/queue.ts';
import { Refusal } from '../comment/refusal.ts';
import { statuses } from '../comment/status.ts';
import { orders } from '../storage/comment-store.ts';
import { articleId } from './article-id.ts';
import { readOrRefuse } from './read-or-refuse.ts';

/** Comments of a page when nothing is said, and at most. Source: WordPress `comments_per_page`, its REST `per_page`. */
const LIMIT = 50;
const LIMIT_MAX = 100;
/** Articles of one counts request. Source: Coral. */
const COUNTS_MAX = 100;
const PAIRS_MAX = 200;
/** Characters of a cursor: it seals the keys of a comment, whose article's id may have 200 bytes, each escaped. */
const CURSOR_MAX = 3_000;

/** Digits in an address are a number to whoever writes one. */
const asNumber = ({ jsonSchema }: { jsonSchema: { pattern?: string } }) => {
  delete jsonSchema.pattern;
  Object.assign(jsonSchema, { type: 'integer', minimum: 1, maximum: LIMIT_MAX, default: LIMIT });
};

const page = {
  limit: z
    .string()
    .regex(/^(?:[1-9][0-9]?|100)$/, { error: `It must be a whole number from 1 to ${LIMIT_MAX}.` })
    .transform(Number)
    .default(LIMIT)
    .meta({ override: asNumber }),
  order: z.enum(orders).default('oldest'),
  cursor: z.string().min(1).max(CURSOR_MAX).exactOptional(),
};

/** The article a request is about. What others add to an address, trackers and caches, is ignored. */
export const articleQuery = z.object({ article: articleId });

/** Which page of a list, for whoever has read the article already. */
export const pagePosition = z.object(page);

/** A public page of an article's comments, with the article. */
export const pageQuery = articleQuery.extend(page);

/** One page of a moderators' queue; `reason` is the name of a check that objected or pointed something out. */
export const queueQuery = z.strictObject({
  ...page,
  article: articleId.exactOptional(),
  reason: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,59}$/, { error: 'It must be the name of a check.' })
    .exactOptional(),
});

/** One page of an article's comments in every state, or in one. */
export const articleCommentsQuery = z.strictObject({
  article: articleId,
  ...page,
  status: z.enum(statuses).exactOptional(),
});

/**
 * Which article a request is about: the parameter `article`, canonical.
 * @throws {Refusal} `invalid-fields` for none, or one that cannot be an id; `invalid-query` for two
 */
export const readArticle = (raw: string): string => {
  const asked = queries(raw).get('article') ?? [];
  if (asked.length > 1) throw invalid(['article'], 'It is given twice.');
  return readOrRefuse(articleQuery, { article: asked[0] }).article;
};

/**
 * Reads a raw query string by a schema; a parameter may stand there once.
 * @throws {Refusal} `invalid-query`
 */
export const readQuery = <S extends z.ZodObject>(schema: S, raw: string): z.output<S> => {
  const pairs = queries(raw);
  const known = [...pairs.keys()].filter((name) => Object.hasOwn(schema.shape, name));
  const twice = known.filter((name) => (pairs.get(name)?.length ?? 0) > 1);
  if (twice.length > 0) throw invalid(twice, 'It is given twice.');
  const value = Object.fromEntries([...pairs].map(([name, [first]]) => [name, first]));
  return readOrRefuse(schema, value, { code: 'invalid-query', of: 'query' });
};

/** Ids of articles, each a parameter `article` of its own. */
export const countsQuery = z.object({ article: z.array(articleId).min(1).max(COUNTS_MAX) });

/**
 * The articles of a counts request: each id as asked, and its canonical form. Repeats count once.
 * @throws {Refusal} `invalid-query` for none, more than 100, or an id that cannot be one
 */
export const readCounts = (raw: string): ReadonlyMap<string, string> => {
  const asked = queries(raw).get('article') ?? [];
  const { article } = readOrRefuse(countsQuery, { article: asked }, { code: 'invalid-query' });
  return new Map(asked.map((id, at) => [id, article[at] ?? id]));
};

/** @throws {Refusal} `route-not-found` for a queue there is not */
export const readQueue = (name: string): Queue => {
  const queue = queues.find((known) => known === name);
  if (queue === undefined) throw new Refusal('route-not-found', `The queues are ${queues.join(', ')}.`);
  return queue;
};

/**
 * Every parameter of a raw query string with all its values, in order. Commas are part of values.
 * @throws {Refusal} `invalid-query` for what is not percent-encoded UTF-8, or over 200 parameters
 */
export const queries = (raw: string): ReadonlyMap<string, readonly string[]> => {
  const pairs = raw.split('&').filter((part) => part !== '');
  if (pairs.length > PAIRS_MAX)
    throw new Refusal('invalid-query', `At most ${PAIRS_MAX} parameters are read.`);
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs.map(decode)) values.set(name, [...(values.get(name) ?? []), value]);
  return values;
};

const decode = (pair: string): readonly [string, string] => {
  const [name = '', ...value] = pair.replaceAll('+', ' ').split('=');
  try {
    return [decodeURIComponent(name), decodeURIComponent(value.join('='))];
  } catch {
    throw new Refusal('invalid-query', 'The query must be percent-encoded UTF-8.');
  }
};

const invalid = (names: readonly string[], detail: string) =>
  new Refusal('invalid-query', 'Some parameters are wrong.', {
    fields: names.map((field) => ({ field, detail })),
  });
