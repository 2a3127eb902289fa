import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { queryOf } from '../../../local/gateway/event.ts';

export const COMMENTS = '/v1/sites/{site}/comments';

export type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly parameters?: Record<string, string>;
  /** The article that the query names; null for none. */
  readonly article?: string | null;
  /** What else the query says. */
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly cookies?: string[];
  readonly body?: string;
};

/** A reader's request as the gateway makes an event of it. */
export const eventOf = ({
  method = 'GET',
  path = COMMENTS,
  article = 'gare',
  query: asked = '',
  ...more
}: Sent = {}) => {
  const named = article === null ? '' : `article=${encodeURIComponent(article)}`;
  const query = [named, asked].filter(Boolean).join('&');
  const routeKey = `${method} ${path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: '/v1/sites/demo/comments',
    rawQueryString: query,
    ...(query ? { queryStringParameters: queryOf(query) } : {}),
    pathParameters: more.parameters ?? { site: 'demo' },
    headers: more.headers ?? {},
    ...(more.cookies ? { cookies: more.cookies } : {}),
    ...(more.body === undefined ? {} : { body: more.body }),
    requestContext: { routeKey, requestId: 'one', http: { method } },
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
};
