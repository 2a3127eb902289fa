import * as z from 'zod';
import { Refusal } from '../comment/refusal.ts';
import { readOrRefuse } from './read-or-refuse.ts';

const PAIRS_MAX = 200;

/**
 * Parses a raw query string by a contract's schema. A parameter may stand there once, or several times where the schema
 * has a list.
 * @throws {Refusal} `invalid-query`, or `invalid-fields` for a missing or wrong `article`, as in a body
 */
export const parseQuery = <S extends z.ZodObject>(schema: S, raw: string): z.output<S> => {
  const pairs = queries(raw);
  const isList = (name: string) =>
    Object.hasOwn(schema.shape, name) && schema.shape[name] instanceof z.ZodArray;
  const known = [...pairs.keys()].filter((name) => Object.hasOwn(schema.shape, name));
  const twice = known.filter((name) => !isList(name) && (pairs.get(name)?.length ?? 0) > 1);
  if (twice.length > 0) throw givenTwice(twice);
  const value = Object.fromEntries([...pairs].map(([name, all]) => [name, isList(name) ? all : all[0]]));
  const codeOf = (issues: Issues) => (issues.some(isOfArticle) ? 'invalid-fields' : 'invalid-query');
  return readOrRefuse(schema, value, { codeOf, of: 'query' });
};

type Issues = readonly z.core.$ZodIssue[];

/** Whether an article is missing or cannot be one. Too many articles are a fault of the query. */
const isOfArticle = (issue: z.core.$ZodIssue): boolean =>
  issue.path[0] === 'article' && !(issue.code === 'too_big' && issue.origin === 'array');

/**
 * Parses the path's parameters by a contract's schema.
 * @throws {Refusal} `route-not-found` with the schema's own sentence
 */
export const parsePath = <S extends z.ZodObject>(
  schema: S,
  parameters: Readonly<Record<string, unknown>>,
): z.output<S> => {
  const result = schema.safeParse(parameters, { jitless: true });
  if (result.success) return result.data;
  throw new Refusal(
    'route-not-found',
    result.error.issues[0]?.message ?? 'There is nothing at this address.',
  );
};

/**
 * Every parameter of a raw query string with all its values, in order. Commas are part of values.
 * @throws {Refusal} `invalid-query` for more than 200 parameters, or what is not percent-encoded UTF-8
 */
export const queries = (raw: string): ReadonlyMap<string, readonly string[]> => {
  const pairs = raw.split('&').filter((part) => part !== '');
  if (pairs.length > PAIRS_MAX)
    throw new Refusal('invalid-query', `A query has at most ${PAIRS_MAX} parameters.`);
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

const givenTwice = (names: readonly string[]) =>
  new Refusal('invalid-query', 'Some parameters are wrong.', {
    fields: names.map((field) => ({ field, detail: 'It is given twice.' })),
  });
