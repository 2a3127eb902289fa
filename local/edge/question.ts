import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Refusal } from '../../src/comment/refusal.ts';
import { negotiateLanguage } from '../../src/pages/negotiate-language.ts';
import { asGet, queryOf } from '../gateway/event.ts';
import { cacheControlOf } from './cache-control.ts';
import type { Contracts } from './contracts.ts';

/** What a request asks, without what is its sender's alone. */
export type Question = {
  /** The same for all requests that may share an answer. */
  readonly key: string;
  /** What the function is asked on behalf of all of them: exactly what the key says, for the whole answer. */
  readonly event: APIGatewayProxyEventV2;
};

/**
 * The question of a request that a shared cache may answer. Its key is made of the route, what the contract reads of path
 * and query, the language it comes to, the origin, and whether a browser will show the answer by itself. GET and HEAD ask the same, and so do all encodings.
 * @returns undefined for a request that must reach the function as it is: a write, one with credentials, cookies, a body or
 * `no-store`, one to a route that is not on the list, and one the contract refuses.
 */
export const questionOf = (contracts: Contracts, event: APIGatewayProxyEventV2): Question | undefined => {
  const path = event.routeKey.split(' ')[1] ?? '';
  const readContract = Object.hasOwn(contracts, path) ? contracts[path] : undefined;
  if (!readContract || isPersonal(event)) return undefined;
  try {
    const query = readContract(event.rawQueryString);
    const { 'accept-language': languages, origin = null, 'sec-fetch-dest': destination } = event.headers;
    // Which language a site speaks to readers who want none of ours is the function's to know: they share an entry.
    const language = negotiateLanguage(languages, null);
    return {
      // A browser that would show a fragment by itself is led to a whole page instead.
      key: JSON.stringify([path, event.pathParameters, query, language, origin, destination === 'document']),
      event: asked(event, query),
    };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

const isPersonal = ({ headers, cookies, body, requestContext }: APIGatewayProxyEventV2): boolean =>
  !['GET', 'HEAD'].includes(requestContext.http.method) ||
  headers.authorization !== undefined ||
  cookies !== undefined ||
  body !== undefined ||
  cacheControlOf(headers['cache-control']).has('no-store');

/** Headers that ask for less than the whole answer, or for other bytes of it: that is settled with each client. */
const SETTLED_HERE = [
  'accept-encoding',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'range',
];

const asked = (event: APIGatewayProxyEventV2, query: string): APIGatewayProxyEventV2 => {
  const { queryStringParameters: _, ...rest } = asGet(event);
  const headers = Object.entries(event.headers).filter(([name]) => !SETTLED_HERE.includes(name));
  return {
    ...rest,
    headers: Object.fromEntries(headers),
    rawQueryString: query,
    ...(query === '' ? {} : { queryStringParameters: queryOf(query) }),
  };
};
