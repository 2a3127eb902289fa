import { isLocalEngine, LOCAL_REGION, localCredentials } from '../client-options.ts';
import { CLIENT_ID, SIGN_IN_PATH } from '../sign-in/places.ts';
import { LOCAL_ISSUER } from '../signing-key.ts';

export const LOCAL_TABLE = 'palabre';

type Facts = {
  /** The database's endpoint, when it is not the embedded one. */
  readonly endpoint: string | undefined;
  readonly baseUrl: string;
  readonly trustedProxies: string;
  /** The server's environment, with the credentials for an https endpoint. */
  readonly outer: Readonly<Record<string, string | undefined>>;
};

/** The environment variables of the functions' thread. */
export const functionEnvironment = (facts: Facts): Readonly<Record<string, string>> => ({
  ...(facts.endpoint === undefined || isLocalEngine(facts.endpoint)
    ? {
        AWS_REGION: LOCAL_REGION,
        AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
      }
    : awsOnly(facts.outer)),
  TABLE_NAME: LOCAL_TABLE,
  BASE_URL: facts.baseUrl,
  ISSUER: `${facts.baseUrl}${SIGN_IN_PATH}`,
  MEMBER_ISSUER: LOCAL_ISSUER,
  CLIENT_ID,
  TOKEN_USE: 'access',
  ...(facts.endpoint === undefined ? {} : { DYNAMODB_ENDPOINT: facts.endpoint }),
  TRUSTED_PROXIES: facts.trustedProxies,
  // The embedded database reports when a site changes; an external one does not.
  SITE_CACHE_S: facts.endpoint === undefined ? '60' : '0',
  TZ: 'UTC',
});

const awsOnly = (outer: Facts['outer']) =>
  Object.fromEntries(
    Object.entries(outer).flatMap(([name, value]): [string, string][] =>
      value !== undefined && (name.startsWith('AWS_') || name === 'HOME') ? [[name, value]] : [],
    ),
  );
