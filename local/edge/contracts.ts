import type * as z from 'zod';
import type { Contract } from '../../src/api/contract.ts';
import { contracts as all } from '../../src/api/contracts.ts';
import { parseQuery, queries } from '../../src/api/queries.ts';

/** The query of a request in the one form that all requests of the same meaning share. @throws {Refusal} for one that is wrong */
type ReadContract = (queryString: string) => string;
/** By the path of the route. */
export type Contracts = Readonly<Record<string, ReadContract>>;

/** What a contract reads of the query, so that what others add to an address (trackers, random numbers) makes no new entry. */
const readOf = ({ query }: Contract): ReadContract => {
  const schema = query?.();
  return (raw) => (schema === undefined ? '' : onceEach(schema, raw));
};

/** Parameters in the schema's order and with its defaults, however they were sent. */
const onceEach = (schema: z.ZodObject, raw: string): string => {
  const pairs = Object.entries(parseQuery(schema, raw)).flatMap(([name, value]) =>
    (Array.isArray(value) ? asAsked(name, raw) : [value]).map((one): [string, string] => [name, String(one)]),
  );
  return String(new URLSearchParams(pairs));
};

/**
 * The values of a list. An answer names each article as it was asked for, so spellings of one id stay apart; order and
 * repeats do not count.
 */
const asAsked = (name: string, raw: string): readonly string[] => [...new Set(queries(raw).get(name))].sort();

/** Every contract that lets caches keep its answers. Other routes pass the edge by. */
export const contracts: Contracts = Object.fromEntries(
  Object.values<Contract>(all)
    .filter(({ cache }) => cache !== undefined)
    .map((contract) => [contract.route.split(' ')[1], readOf(contract)]),
);
