import { resolve } from 'node:path';
import { isProxy } from '../tools/stage/is-proxy.cjs';

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
  /** Whether a new data folder gets the demo's comments, and any folder a page of thousands. */
  readonly demo: 'on' | 'off' | 'long';
};

const PORT_MAX = 65_535;

type Environment = Readonly<Record<string, string | undefined>>;

/** Parsed by hand, because loading a schema would delay the start. @throws when a variable is wrong; the message is one line and names it. */
export const readSettings = (environment: Environment): Settings => {
  const values = { ...defaults, ...given(environment) };
  for (const [name, value] of Object.entries(values)) {
    const problem = checks[name]?.(value);
    if (problem !== undefined) throw new Error(`${name} ${problem}.`);
  }
  return {
    port: Number(values.PORT),
    dataDir: resolve(values.DATA_DIR),
    dynamodbEndpoint: environment.DYNAMODB_ENDPOINT,
    trustedProxies: values.TRUSTED_PROXIES,
    edge: values.EDGE === 'on',
    demo: demos.find((demo) => demo === values.DEMO) ?? 'on',
  };
};

const defaults = { PORT: '4000', DATA_DIR: '.data', TRUSTED_PROXIES: '', EDGE: 'on', DEMO: 'on' };

const given = (environment: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name in checks && value !== undefined ? [[name, value]] : [],
    ),
  );

/** What is wrong with a value, if anything. */
type Check = (value: string) => string | undefined;

const demos = ['on', 'off', 'long'] as const;

const onOrOff: Check = (value) => (value === 'on' || value === 'off' ? undefined : 'is neither on nor off');

/** A malformed entry would match no proxy, and all readers would share the proxy's address. */
const proxies: Check = (list) => {
  const wrong = list
    .split(',')
    .map((part) => part.trim())
    .find((entry) => entry !== '' && !isProxy(entry));
  return wrong === undefined
    ? undefined
    : `holds ${JSON.stringify(wrong)}, which is neither an address nor a prefix that can be believed, like 192.0.2.0/24 or 2001:db8::/32`;
};

const checks: Readonly<Record<string, Check>> = {
  PORT: (value) =>
    /^\d{1,5}$/.test(value) && Number(value) <= PORT_MAX
      ? undefined
      : `is no port number: set it to 0 to ${PORT_MAX} (0 picks a free one)`,
  DATA_DIR: (value) => (value === '' ? 'is empty: set it to a folder, or leave it out' : undefined),
  DYNAMODB_ENDPOINT: (value) =>
    /^https?:$/.test(URL.parse(value)?.protocol ?? '')
      ? undefined
      : 'is no http address: set it to one like http://127.0.0.1:8000',
  EDGE: onOrOff,
  DEMO: (value) => (demos.some((demo) => demo === value) ? undefined : 'is none of on, off and long'),
  TRUSTED_PROXIES: proxies,
};
