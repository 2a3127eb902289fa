import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { JWK } from 'jose';
import { Provider } from 'oidc-provider';
import type { Language } from '../../src/comment/site.ts';
import { negotiateLanguage } from '../../src/pages/negotiate-language.ts';
import { documentOf } from '../demo/document.ts';
import { findAccount } from './accounts.ts';
import { CLIENT_ID, pathOfChoice, SIGN_IN_PATH } from './places.ts';
import { shortMemory } from './short-memory.ts';
import { failedPage, leavePage, leftPage, type SignInPage } from './sign-in-pages.ts';

/** The resource for which access tokens are requested. */
const RESOURCE = 'urn:palabre:api';
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const COOKIE_BYTES = 32;

export type SignInSetup = {
  /** The server's address. */
  readonly url: string;
  /** Addresses under which browsers reach the server. */
  readonly origins: readonly string[];
  /** The key that signs this machine's tokens. */
  readonly key: JWK;
  /** What access tokens are for. */
  readonly audience: string;
};

/** An OpenID Connect provider without passwords. */
export const createProvider = (setup: SignInSetup): Provider =>
  new Provider(`${setup.url}${SIGN_IN_PATH}`, {
    ...answersOf(setup),
    adapter: shortMemory(Date.now),
    clients: [clientOf(setup)],
    jwks: { keys: [setup.key] },
    cookies: { keys: [randomBytes(COOKIE_BYTES).toString('hex')] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Joining a team needs the ID token alone.
    conformIdTokenClaims: false,
    clientBasedCORS: (_context: unknown, origin: string) => setup.origins.includes(origin),
    findAccount: (_context: unknown, sub: string) => accountFor(sub),
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    loadExistingGrant: grantAll,
    features: featuresOf(setup),
    ttl: {
      ...{ AccessToken: 10 * MINUTE_S, IdToken: 10 * MINUTE_S, AuthorizationCode: MINUTE_S },
      ...{ Interaction: HOUR_S, RefreshToken: 12 * HOUR_S, Session: 12 * HOUR_S, Grant: 12 * HOUR_S },
    },
  });

/** The moderators' page: a public client, which proves itself by PKCE. */
const clientOf = ({ origins }: SignInSetup) => ({
  client_id: CLIENT_ID,
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: origins.map((origin) => `${origin}/moderation/`),
  post_logout_redirect_uris: origins.map((origin) => `${origin}/moderation/`),
});

const accountFor = (sub: string) => {
  const account = findAccount(sub);
  if (!account) return undefined;
  const { email, name } = account;
  return { accountId: sub, claims: () => ({ sub, email, email_verified: true, name }) };
};

type Context = {
  readonly req: IncomingMessage;
  type: string;
  body: unknown;
  set(name: string, value: string): void;
  readonly oidc: {
    readonly provider: Provider;
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
    readonly params: { readonly scope?: string };
  };
};

/** The page is ours, so nobody is asked whether it may know them. */
const grantAll = async ({ oidc: { provider, client, session, params } }: Context) => {
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(params.scope ?? 'openid');
  grant.addResourceScope(RESOURCE, params.scope ?? 'openid');
  await grant.save();
  return grant;
};

/** Access tokens are JWTs for the API, as API Gateway takes them, whether or not the page asks for a resource. */
const featuresOf = ({ audience, origins }: SignInSetup) => ({
  devInteractions: { enabled: false },
  revocation: { enabled: true },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (context: Context, form: string) =>
      show(context, leavePage(languageOf(context.req), form), origins),
    postLogoutSuccessSource: (context: Context) => show(context, leftPage(languageOf(context.req)), origins),
  },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      ...{ scope: 'openid email profile', audience, accessTokenTTL: 10 * MINUTE_S },
      ...{ accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } },
    }),
  },
});

const answersOf = ({ origins }: SignInSetup) => ({
  interactions: { url: (_context: unknown, { uid }: { uid: string }) => pathOfChoice(uid) },
  renderError: (context: Context, { error = '', error_description: detail = '' }: Record<string, string>) =>
    show(context, failedPage(languageOf(context.req), `${error}: ${detail}`), origins),
});

const show = (context: Context, page: SignInPage, origins: readonly string[]): void => {
  const { headers, body } = documentOf(page, origins);
  for (const [name, value] of Object.entries(headers)) context.set(name, String(value));
  context.body = body;
};

/** The language of a request's sender. */
export const languageOf = ({ headers }: IncomingMessage): Language =>
  negotiateLanguage(headers['accept-language'], 'fr');
