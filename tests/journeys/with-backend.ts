import { randomBytes, randomUUID } from 'node:crypto';
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { LOCAL_REGION, localCredentials } from '../../local/client-options.ts';
import { type Client, connect as connectBySdk, provideBrowserFiles, provideClient } from '../../src/app.ts';
import { type BrowserFiles, EMBED_FILES } from '../../src/browser-files.ts';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import type { Policy } from '../../src/comment/policy.ts';
import { openTestDatabase, type TestDatabase } from '../storage/test-database.ts';
import { aSite, type Fixture, openStore } from '../storage/with-store.ts';
import { startAnew } from './functions.ts';
import { alice, both, claire, david, enlist, nora } from './people.ts';

export const ORIGIN = 'https://www.example.fr';
export const BASE_URL = 'https://comments.example.fr';
const TABLE = `journeys-${randomUUID()}`;

/** No window at all: most journeys are not about floods. */
export const noFlood: Policy = readPolicy({ flood: { pauseS: null, per10Min: null, perDay: null } });

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

/** Gives every function what `serverless.yml` does, and starts them anew. */
const configure = (settings: Readonly<Record<string, string>>) => {
  startAnew();
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
