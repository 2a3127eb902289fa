import type * as z from 'zod';
import { pageQuery, readCounts, readQuery } from '../../src/api/queries.ts';

/** The query of a request in the one form that all requests of the same meaning share. @throws {Refusal} for one that is wrong */
type ReadContract = (queryString: string) => string;
/** By the path of the route. */
export type Contracts = Readonly<Record<string, ReadContract>>;

/**
 * What is read of the query on each route whose answers may be stored, so that what others add to an address (trackers,
 * random numbers) makes no new entry. Routes that are not here pass. A test holds the list against the handlers.
 */
export const contracts: Contracts = {
  '/v1/sites/{site}/comments': (raw) => onceEach(pageQuery, raw),
  '/v1/sites/{site}/comments.html': (raw) => onceEach(pageQuery, raw),
  '/v1/sites/{site}/counts': (raw) => articlesOf(raw),
  '/openapi.json': () => '',
};

/** Parameters that stand once each, in the schema's order and with its defaults, however they were sent. */
const onceEach = (schema: z.ZodObject, raw: string): string => {
  const pairs = Object.entries(readQuery(schema, raw));
  return String(new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)])));
};

/** The answer names each article as it was asked for, so spellings of one id stay apart; order and repeats do not count. */
const articlesOf = (raw: string): string => {
  const asked = [...readCounts(raw).keys()].sort();
  return String(new URLSearchParams(asked.map((id): [string, string] => ['article', id])));
};
