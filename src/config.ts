/** A secret of under 32 bytes could be guessed, and is refused at start. */
const SECRET_FORM = /^(?:[0-9a-f]{2}){32,}$/i;
const SITE_CACHE_S = 60;
const SITE_CACHE_MAX_S = 3600;

const isWebAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

/** Which of an issuer's tokens calls carry. */
export const tokenUses = ['access', 'id'] as const;
export type TokenUse = (typeof tokenUses)[number];
const isTokenUse = (text: string): text is TokenUse => tokenUses.some((use) => use === text);

/** How moderators sign in. */
export type SignIn = {
  /** OpenID Connect issuer, exactly as its tokens name it. */
  readonly issuer: string;
  /** By what name memberships know the issuer: another one than its address where that may change. */
  readonly memberIssuer: string;
  /** The moderators' page as the issuer knows it. */
  readonly clientId: string;
  /** What that page asks the issuer for, separated by spaces. */
  readonly scope: string;
  readonly tokenUse: TokenUse;
  /** Origins that the page may ask besides ours: the issuer's, and those of its endpoints where they are elsewhere. */
  readonly origins: readonly string[];
};

type Demand = {
  readonly isRight: (value: string) => boolean;
  readonly detail: string;
  readonly isRequired?: true;
};

/** What is asked of variables. By hand, since a schema for so few would take 2 ms of every cold start. */
const demands: Readonly<Record<string, Demand>> = {
  TABLE_NAME: {
    ...{ isRight: ({ length }) => length >= 3, isRequired: true },
    detail: 'It must be the name of a table.',
  },
  // The API's public address. Requests' own `Host` is never trusted.
  BASE_URL: { isRight: isWebAddress, isRequired: true, detail: 'It must be a web address.' },
  SECRET: {
    isRight: (hex) => SECRET_FORM.test(hex),
    detail: 'It must be 32 bytes or more, as hexadecimal digits.',
  },
  SITE_CACHE_S: {
    isRight: (seconds) => Number(seconds) >= 0 && Number(seconds) <= SITE_CACHE_MAX_S,
    detail: `It must be 0 to ${SITE_CACHE_MAX_S} seconds.`,
  },
  ISSUER: { isRight: isWebAddress, detail: 'It must be a web address.' },
  TOKEN_USE: { isRight: isTokenUse, detail: `It must be ${tokenUses.join(' or ')}.` },
  DYNAMODB_ENDPOINT: { isRight: isWebAddress, detail: 'It must be a web address.' },
};

/** What a function is told by its environment. */
export type Config = {
  readonly tableName: string;
  readonly baseUrl: string;
  readonly secret: { readonly hex: string } | { readonly arn: string } | undefined;
  /** Addresses and prefixes whose `X-Forwarded-For` counts. */
  readonly trustedProxies: readonly string[];
  readonly siteCacheS: number;
  readonly signIn: SignIn;
  readonly dynamodbEndpoint: string | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws when a variable is missing or wrong; the message names it and never shows a value. */
export const readConfig = (environment: Environment = process.env): Config => {
  const problems = Object.entries(demands).flatMap(([name, { isRight, isRequired, detail }]) => {
    const value = environment[name];
    const isWrong = value === undefined ? isRequired : !isRight(value);
    return isWrong ? `${name}: ${detail}` : [];
  });
  if (problems.length > 0) throw new Error(problems.join(' '));

  const { TABLE_NAME = '', BASE_URL = '', SECRET, SECRET_ARN, TRUSTED_PROXIES } = environment;
  return {
    tableName: TABLE_NAME,
    baseUrl: BASE_URL.replace(/\/+$/, ''),
    secret: secretOf(SECRET, SECRET_ARN),
    trustedProxies: listOf(TRUSTED_PROXIES),
    siteCacheS: Number(environment.SITE_CACHE_S ?? SITE_CACHE_S),
    signIn: signInOf(environment),
    dynamodbEndpoint: environment.DYNAMODB_ENDPOINT,
  };
};

const SCOPE = 'openid email';

const signInOf = (environment: Environment): SignIn => {
  const { ISSUER = '', MEMBER_ISSUER, CLIENT_ID = '', SIGN_IN_SCOPE, TOKEN_USE = '' } = environment;
  const { origin } = URL.parse(ISSUER) ?? {};
  return {
    issuer: ISSUER,
    memberIssuer: MEMBER_ISSUER ?? ISSUER,
    clientId: CLIENT_ID,
    scope: SIGN_IN_SCOPE ?? SCOPE,
    tokenUse: isTokenUse(TOKEN_USE) ? TOKEN_USE : 'access',
    origins: [...(origin === undefined ? [] : [origin]), ...listOf(environment.SIGN_IN_ORIGINS)],
  };
};

/** What a variable lists, separated by commas. */
const listOf = (text = ''): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const secretOf = (hex: string | undefined, arn: string | undefined): Config['secret'] => {
  if (hex !== undefined) return { hex };
  return arn === undefined ? undefined : { arn };
};

/** The environment as it is, for the local server, which hands parts of it on. */
export const environment = (): Environment => process.env;

/** Adds to the environment of this thread, which the local server starts without one. */
export const setEnvironment = (values: Environment): void => {
  Object.assign(process.env, values);
};
