import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Refusal } from '../../src/comment/refusal.ts';
import { requestedLanguage } from '../../src/pages/negotiate-language.ts';
import { asGet, queryOf } from '../gateway/event.ts';
import { cacheControlOf } from './cache-control.ts';
import type { Contracts } from './contracts.ts';

/** A request without what is specific to its client. */
export type Question = {
  /** The cache key, equal for all requests that may share an answer. */
  readonly key: string;
  /** The function's event on behalf of all of them. It asks for the whole answer, with only what the key covers. */
  readonly event: APIGatewayProxyEventV2;
};

/**
 * The question of a request that a shared cache may answer. The key is the route, the path's parameters, what the contract reads
 * of the query, the language asked for, the origin, and whether a browser will show the answer as a document. GET and HEAD
 * share a key, and so do all encodings.
 * @returns undefined for a request that must reach the function unchanged: a write, one with credentials, cookies, a body or
 * `no-store`, one to a route that is not cached, and one that the contract refuses
 */
export const questionOf = (contracts: Contracts, event: APIGatewayProxyEventV2): Question | undefined => {
  const path = event.routeKey.split(' ')[1] ?? '';
  const readContract = Object.hasOwn(contracts, path) ? contracts[path] : undefined;
  if (!readContract || isPersonal(event)) return undefined;
  try {
    const query = readContract(event.rawQueryString);
    const { 'accept-language': languages, origin = null, 'sec-fetch-dest': destination } = event.headers;
    // Readers who accept none of our languages share an entry: the function chooses the site's language for them.
    const language = requestedLanguage(query, languages, null);
    return {
      // A browser that would show a fragment as a document is redirected to a whole page.
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

/** Headers that ask for a part of the answer or another encoding of it; the edge handles them for each client. */
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
