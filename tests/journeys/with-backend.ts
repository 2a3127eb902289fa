import { randomBytes, randomUUID } from 'node:crypto';
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { LOCAL_REGION, localCredentials } from '../../local/client-options.ts';
import { type Client, connect as connectBySdk, provideBrowserFiles, provideClient } from '../../src/app.ts';
import { type BrowserFiles, EMBED_FILES } from '../../src/browser-files.ts';
import type { Role } from '../../src/comment/member.ts';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import type { Policy } from '../../src/comment/policy.ts';
import { identityOf, memberIdOf } from '../../src/tokens/identities.ts';
import { appointMember } from '../../src/use-cases/appoint-member.ts';
import { checkContract } from '../api/keep-contract.ts';
import { inTurn } from '../clock.ts';
import { openTestDatabase, type TestDatabase } from '../storage/test-database.ts';
import { aSite, type Fixture, openStore } from '../storage/with-store.ts';

export const ORIGIN = 'https://www.example.fr';
export const BASE_URL = 'https://comments.example.fr';
const TABLE = `journeys-${randomUUID()}`;

/** No window at all: most journeys are not about floods. */
export const noFlood: Policy = readPolicy({ flood: { pauseS: null, per10Min: null, perDay: null } });

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

export type Item = Readonly<Record<string, AttributeValue>>;
export type Backend = Fixture &
  Pick<TestDatabase, 'records'> & {
    /** Every item of the table, in the order of their keys. */
    readonly dump: () => Promise<readonly Item[]>;
    /** The same without the guards: rings, and records of keys. */
    readonly kept: () => Promise<readonly Item[]>;
  };

const js = {
  type: 'text/javascript; charset=utf-8',
  text: 'let a',
  brotli: 'CwKAbGV0IGED',
  integrity: 'sha384-a',
};
const css = { type: 'text/css; charset=utf-8', text: 'p{}', brotli: 'iwEAcHt9Aw==', integrity: 'sha384-b' };

/** What a page loads, of two files, so that no test waits for the real ones to be bundled. */
const someFiles = (page: string): BrowserFiles => {
  const [script, style] = [`${page}-1a.js`, `${page}-2b.css`];
  return { script, style, files: { [script]: js, [style]: css } };
};

type Setup = {
  readonly policy?: Policy;
  readonly settings?: Readonly<Record<string, string>>;
  /** What stands between the SDK's client and the database, at the address it gives. Without it, nothing does. */
  readonly between?: (database: Client) => Promise<string>;
  /** Each test has a new table, or all of a file share one and keep to articles of their own. */
  readonly table?: 'of-test' | 'of-file';
};

/** The real handlers over a real database, with a site `demo` and a site `autre` where nothing happened yet. */
export const withBackend = ({
  policy = noFlood,
  settings,
  between,
  table = 'of-file',
}: Setup = {}): Backend => {
  const backend = {} as { -readonly [K in keyof Backend]: Backend[K] };
  backend.dump = () => scan(backend);
  backend.kept = async () => (await scan(backend)).filter(({ pk }) => !/^~[KPTVW]#/.test(pk?.S ?? ''));
  // Tests replace the database; functions keep the client that they started with.
  const current = { send: (command: never) => backend.client.send(command) } as Client;
  let close: (() => Promise<void>) | undefined;
  const open = async () => {
    await close?.();
    const { client, records, close: closeThis } = await openTestDatabase(TABLE);
    close = closeThis;
    Object.assign(backend, openStore(client, TABLE), { records });
    for (const id of ['demo', 'autre'])
      await backend.store.saveSite(aSite({ id, origins: [ORIGIN], policy }), 0);
    await enlist(backend, 'demo', claire, david, both);
    await enlist(backend, 'demo', { ...nora, role: 'moderator' });
    await enlist(backend, 'autre', alice, both);
  };
  beforeAll(async () => {
    const endpoint = await connect(current, between);
    configure({ ...(endpoint ? { DYNAMODB_ENDPOINT: endpoint } : {}), ...settings });
  });
  (table === 'of-file' ? beforeAll : beforeEach)(open);
  afterAll(() => close?.());
  return backend;
};

/**
 * Gives the functions their client: the database's own, or the SDK's at the address of what stands between.
 * @returns that address
 */
const connect = (current: Client, between: Setup['between']): Promise<string> | undefined => {
  provideBrowserFiles(async (name) => someFiles(name === EMBED_FILES ? 'embed' : 'moderation'));
  provideClient(between ? connectBySdk : () => current);
  return between?.(current);
};

/** How often functions were started anew. */
let starts = 0;

/** Gives every function what `serverless.yml` does, and starts them anew. */
const configure = (settings: Readonly<Record<string, string>>) => {
  starts += 1;
  Object.assign(process.env, {
    TABLE_NAME: TABLE,
    BASE_URL,
    SECRET: randomBytes(32).toString('hex'),
    SITE_CACHE_S: '0',
    ...settings,
    AWS_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  });
};

const scan = async ({ client, tableName }: Fixture): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  const keyOf = ({ pk, sk }: Item) => `${pk?.S} ${sk?.S}`;
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** A function's handler: its first event starts it. */
export const start = async (name: string) => (await import(`../../handlers/${name}.ts?${starts}`)).handler;

/** Gives a function an event, as Lambda does. */
export const invoke = async (name: string, event: unknown): Promise<any> => {
  const handler = await start(name);
  return inTurn(() => handler(event, { getRemainingTimeInMillis: () => 30_000, awsRequestId: 'request' }));
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

const COMMENTS = '/v1/sites/{site}/comments';

/** The body names the article, where it is an object; a text is sent as it is. */
export const submit = (on: string, body: unknown, { article = on, ...asked }: Ask = {}) =>
  ask('submit-comment', {
    method: 'POST',
    route: COMMENTS,
    params: { site: 'demo' },
    body: typeof body === 'object' ? { article, ...body } : body,
    ...asked,
  });

export const submitForm = (
  on: string,
  fields: Record<string, string>,
  { article = on, ...asked }: Ask = {},
) =>
  submit(article, String(new URLSearchParams({ article, ...fields })), {
    ...asked,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...asked.headers },
  });

export const list = (article: string, asked: Ask = {}) =>
  ask('list-comments', {
    route: COMMENTS,
    params: { site: 'demo' },
    article,
    ...asked,
  });

/** Who signed in, by the claims of their tokens. */
const iss = 'https://issuer.example/';
export const claire = { iss, sub: 'claire' };
export const david = { iss, sub: 'david' };
export const nora = { iss, sub: 'nora' };
/** A member of another site alone, of both, and of none. */
export const alice = { iss, sub: 'alice' };
export const both = { iss, sub: 'bertrand' };
export const stranger = { iss, sub: 'sacha' };

/** A member's id on a site, as the audit trail has it. */
export const idOf = (site: string, { iss, sub }: Pick<Person, 'iss' | 'sub'>): string =>
  memberIdOf(site, { issuer: iss, subject: sub });

/** Claire on the site of most tests. */
export const CLAIRE = idOf('demo', claire);

type Person = { readonly iss: string; readonly sub: string; readonly role?: Role };
let enlisted = 0;
/** DynamoDB remembers by which token something was written, whatever table it was written to. */
const run = randomBytes(4).toString('hex');

/** Makes people members of a site; admins unless they say otherwise. */
export const enlist = async (
  { store }: Pick<Backend, 'store'>,
  site: string,
  ...people: readonly Person[]
): Promise<void> => {
  for (const { iss: issuer, sub: subject, role = 'admin' } of people) {
    const bearer = { issuer, subject };
    const member = { site, id: memberIdOf(site, bearer), identity: identityOf(bearer), name: subject, role };
    enlisted += 1;
    const acting = { by: 'test', now: 0, event: `enlisted-${enlisted}-${run}` };
    await appointMember({ store }, { ...member, kind: 'person' }, () => acting);
  }
};

export const asModerator = (name: string, asked: Ask = {}) =>
  ask(name, { claims: claire, ...asked, params: { site: 'demo', ...asked.params } });

/** A reader's report, by their network. */
export const report = (article: string, comment: string, body: object = {}, asked: Ask = {}) =>
  ask('report-comment', {
    method: 'POST',
    route: '/v1/sites/{site}/reports',
    params: { site: 'demo' },
    body: { article, comment, reason: 'spam', ...body },
    ...asked,
  });

/** What the holder of a receipt asks for; a body unless it says otherwise. */
export const ofReceipt = (name: string, receipt: string, asked: Ask = {}) =>
  ask(name, { method: 'POST', route: '/r/{receipt}', params: { receipt }, ...asked });

/** One decision on one comment as it stands; an approval names the version that was read. */
export const decide = async (article: string, comment: string, decision: string, more: object = {}) => {
  const isKnown = decision !== 'approve' || 'version' in more;
  const version = isKnown ? {} : { version: await versionOf(article, comment) };
  const body = { decisions: [{ article, comment, decision, ...version, ...more }] };
  return asModerator('decide-comments', { method: 'POST', body });
};

/** The version a moderator reads; 1 of a comment that is not there. */
export const versionOf = async (article: string, comment: string): Promise<number> => {
  const { comments } = (await asModerator('list-article-comments', { article, query: 'limit=100' })).json();
  return comments?.find(({ id }: { id: string }) => id === comment)?.version ?? 1;
};

export const pending = async () =>
  (await asModerator('list-queue', { params: { queue: 'pending' } })).json().comments;
