import { checkContract } from '../api/keep-contract.ts';
import { invoke } from './functions.ts';

type Reply = {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly cookies?: string[];
  readonly body: string;
};
export type Answer = Reply & { readonly json: () => any };
export type Ask = {
  readonly method?: string;
  readonly path?: string;
  /** The route's template, as `serverless.yml` has it; the path follows from it. */
  readonly route?: string;
  readonly params?: Record<string, string>;
  readonly query?: string;
  /** The article that the query names, before what else it says. */
  readonly article?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly cookies?: string[];
  readonly body?: unknown;
  /** The body is these bytes, as the gateway brings what is not plain text. */
  readonly bytes?: Uint8Array;
  readonly ip?: string;
  readonly claims?: Record<string, string>;
};

/** Calls a handler as API Gateway would, and holds it to its contract. */
export const ask = async (name: string, asked: Ask = {}): Promise<Answer> => {
  const reply: Reply = await invoke(name, anHttpEvent(asked));
  checkContract(name, reply);
  return { ...reply, json: () => JSON.parse(reply.body) };
};

export const anHttpEvent = ({
  method = 'GET',
  route = '/',
  params,
  path = pathOf(route, params),
  article,
  query = '',
  headers = {},
  cookies,
  body,
  bytes,
  ip = '192.0.2.1',
  claims,
}: Ask) => ({
  version: '2.0',
  routeKey: `${method} ${route}`,
  rawPath: path,
  rawQueryString: [article === undefined ? '' : `article=${encoded(article)}`, query]
    .filter(Boolean)
    .join('&'),
  headers: {
    'user-agent': 'test',
    ...(body === undefined && bytes === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(cookies ? { cookies } : {}),
  requestContext: {
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: ip, userAgent: 'test' },
    requestId: 'request',
    routeKey: `${method} ${route}`,
    ...(claims ? { authorizer: { jwt: { claims, scopes: [] } } } : {}),
  },
  ...(params ? { pathParameters: params } : {}),
  ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  ...(bytes === undefined ? {} : { body: Buffer.from(bytes).toString('base64') }),
  isBase64Encoded: bytes !== undefined,
});

/** A lone surrogate cannot be sent in a query. */
const encoded = (id: string) => encodeURIComponent(id.toWellFormed());

/** API Gateway hands a path over decoded. */
const pathOf = (route: string, params: Record<string, string> = {}) =>
  route.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '');
