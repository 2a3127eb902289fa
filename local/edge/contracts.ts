import type * as z from 'zod';
import type { Contract } from '../../src/api/contract.ts';
import { contracts as all } from '../../src/api/contracts.ts';
import { parseQuery, queries } from '../../src/api/queries.ts';

/** Normalises a query string, so that requests with the same meaning share it. @throws {Refusal} when it is invalid */
type ReadContract = (queryString: string) => string;
/** By the path of the route. */
export type Contracts = Readonly<Record<string, ReadContract>>;

/** Keeps only the contract's parameters, so that others in the URL (trackers, random numbers) make no new cache entry. */
const readOf = ({ query }: Contract): ReadContract => {
  const schema = query?.();
  return (raw) => (schema === undefined ? '' : onceEach(schema, raw));
};

/** Parameters in the schema's order and with its defaults, however they were sent. */
const onceEach = (schema: z.ZodObject, raw: string): string => {
  const given = Object.entries(parseQuery(schema, raw)).filter(([, value]) => value !== undefined);
  const pairs = given.flatMap(([name, value]) =>
    (Array.isArray(value) ? asAsked(name, raw) : [value]).map((one): [string, string] => [name, String(one)]),
  );
  return String(new URLSearchParams(pairs));
};

/**
 * A list's values, sorted and without duplicates. They stay as sent, because an answer names each article as it was requested:
 * other spellings of one id need an entry of their own.
 */
const asAsked = (name: string, raw: string): readonly string[] => [...new Set(queries(raw).get(name))].sort();

/** All contracts whose answers may be cached. Requests to other routes bypass the cache. */
export const contracts: Contracts = Object.fromEntries(
  Object.values<Contract>(all)
    .filter(({ cache }) => cache !== undefined)
    .map((contract) => [contract.route.split(' ')[1], readOf(contract)]),
);
