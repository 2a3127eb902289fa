import { resolve } from 'node:path';

/** Where and how a local server runs. */
export type Settings = {
  /** 0 picks a free one. */
  readonly port: number;
  /** Folder of everything that survives a restart; absolute. */
  readonly dataDir: string;
  /** A database engine to use instead of the embedded one. */
  readonly dynamodbEndpoint: string | undefined;
  /** Proxies whose X-Forwarded-For is believed, joined by commas, as the functions read it. */
  readonly trustedProxies: string;
  /** Whether a shared cache stands in front of the functions. */
  readonly edge: boolean;
};

const PORT_MAX = 65_535;

type Environment = Readonly<Record<string, string | undefined>>;

/** By hand, since a schema would be loaded before anything else starts. @throws when a variable is wrong; the message is one line and names it. */
export const readSettings = (environment: Environment): Settings => {
  const { PORT = '4000', DATA_DIR = '.data', TRUSTED_PROXIES = '', EDGE = 'on' } = environment;
  const endpoint = environment.DYNAMODB_ENDPOINT;
  if (!/^\d{1,5}$/.test(PORT)) throw new Error('PORT is no port number');
  if (Number(PORT) > PORT_MAX) throw new Error(`PORT is above ${PORT_MAX}`);
  if (DATA_DIR === '') throw new Error('DATA_DIR is empty');
  if (endpoint !== undefined && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    throw new Error('DYNAMODB_ENDPOINT is no http address');
  if (EDGE !== 'on' && EDGE !== 'off') throw new Error('EDGE is neither on nor off');
  return {
    port: Number(PORT),
    dataDir: resolve(DATA_DIR),
    dynamodbEndpoint: endpoint,
    trustedProxies: TRUSTED_PROXIES,
    edge: EDGE === 'on',
  };
};
