import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { Policy } from '../../src/comment/policy.ts';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { LOCAL_REGION, localCredentials } from '../../src/local/client-options.ts';
import { startEngine } from '../../src/local/engine.ts';
import { aSite, type Fixture, openStore } from '../storage/with-store.ts';

export const ORIGIN = 'https://www.example.fr';
export const BASE_URL = 'https://comments.example.fr';

/** No window at all: most journeys are not about floods. */
export const noFlood: Policy = { ...defaultPolicy, flood: { pauseS: null, per10Min: null, perDay: null } };

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
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly cookies?: string[];
  readonly body?: unknown;
  readonly ip?: string;
  readonly claims?: Record<string, string>;
};

/** The real handlers over the real engine, with a site `demo` and a site `autre`. */
export const withHouse = (policy: Policy = noFlood) => {
  const house = {} as Fixture;
  let stop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const engine = await startEngine();
    stop = engine.stop;
    Object.assign(house, await openStore(engine.endpoint));
    Object.assign(process.env, {
      TABLE_NAME: house.tableName,
      BASE_URL,
      SECRET: randomBytes(32).toString('hex'),
      SITE_CACHE_S: '0',
      DYNAMODB_ENDPOINT: engine.endpoint,
      AWS_REGION: LOCAL_REGION,
      AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    });
    for (const id of ['demo', 'autre'])
      await house.store.saveSite(aSite({ id, origins: [ORIGIN], policy }), 0);
  });
  afterAll(async () => {
    house.client?.destroy();
    await stop();
  });
  return house;
};

/** Calls a handler as API Gateway would. */
export const ask = async (name: string, asked: Ask = {}): Promise<Answer> => {
  const { handler } = await import(`../../handlers/${name}.ts`);
  const reply: Reply = await handler(anHttpEvent(asked), {
    getRemainingTimeInMillis: () => 10_000,
    awsRequestId: 'request',
  });
  return { ...reply, json: () => JSON.parse(reply.body) };
};

export const anHttpEvent = ({
  method = 'GET',
  path = '/',
  params,
  query = '',
  headers = {},
  cookies,
  body,
  ip = '192.0.2.1',
  claims,
}: Ask) => ({
  version: '2.0',
  routeKey: `${method} ${path}`,
  rawPath: path,
  rawQueryString: query,
  headers: {
    'user-agent': 'test',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(cookies ? { cookies } : {}),
  requestContext: {
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: ip, userAgent: 'test' },
    requestId: 'request',
    routeKey: `${method} ${path}`,
    ...(claims ? { authorizer: { jwt: { claims, scopes: [] } } } : {}),
  },
  ...(params ? { pathParameters: params } : {}),
  ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  isBase64Encoded: false,
});

const onArticle = (article: string, site = 'demo') => ({ params: { site, article } });

export const submit = (article: string, body: unknown, asked: Ask = {}) =>
  ask('submit-comment', { method: 'POST', ...onArticle(article), body, ...asked });

export const submitForm = (article: string, fields: Record<string, string>, asked: Ask = {}) =>
  submit(article, String(new URLSearchParams(fields)), {
    ...asked,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...asked.headers },
  });

export const list = (article: string, asked: Ask = {}) =>
  ask('list-comments', { ...onArticle(article), ...asked });

const moderator = { sub: 'claire', sites: 'demo', scope: 'comments:moderate comments:admin' };

export const asModerator = (name: string, asked: Ask = {}) =>
  ask(name, { claims: moderator, ...asked, params: { site: 'demo', ...asked.params } });

/** One decision on one comment. */
export const decide = (article: string, comment: string, decision: string) =>
  asModerator('decide-comments', { method: 'POST', body: { decisions: [{ article, comment, decision }] } });

export const pending = async () =>
  (await asModerator('list-queue', { params: { queue: 'pending' } })).json().comments;
