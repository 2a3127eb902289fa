import * as oauth from 'oauth4webapi';
import type { Tokens } from './held-tokens.ts';
import { forget, keep, recall } from './tab.ts';

/** What the page is told of the issuer; `GET /moderation/settings.json`. */
export type SignInSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** Which token the API expects. */
  readonly tokenUse: 'access' | 'id';
};

/** Kept for the time of the redirect; holds no token. */
type Started = {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly back: string;
};
const STARTED = 'palabre-sign-in';

export type Issuer = {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly settings: SignInSettings;
  readonly options: { readonly [oauth.allowInsecureRequests]: boolean };
};

/** Reads what the issuer says of itself (RFC 8414). Plain http is for an issuer on this very machine. */
export const discover = async (settings: SignInSettings): Promise<Issuer> => {
  const url = new URL(settings.issuer);
  const options = { [oauth.allowInsecureRequests]: /^(127[.]|localhost$|\[::1\]$)/.test(url.hostname) };
  const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options));
  return { server, client: { client_id: settings.clientId }, settings, options };
};

/** Leaves for the issuer (authorization code with PKCE, RFC 7636). @param back the fragment to come back to */
export const leaveToSignIn = async ({ server, settings }: Issuer, back: string): Promise<void> => {
  const started: Started = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    back,
  };
  keep(STARTED, started);
  const url = new URL(server.authorization_endpoint ?? '');
  const parameters = {
    client_id: settings.clientId,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: settings.scope,
    state: started.state,
    nonce: started.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(started.verifier),
    code_challenge_method: 'S256',
    // An issuer that follows OpenID Connect to the letter hands out a refresh token only after asking.
    ...(/\boffline_access\b/.test(settings.scope) ? { prompt: 'consent' } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  location.assign(url);
};

/** Whether this address is the issuer's answer. */
export const isComingBack = ({ search }: Location): boolean => /[?&](code|error)=/.test(search);

/**
 * Turns the issuer's answer into tokens, and the address back into the page's own.
 * @throws when the answer is not to a sign-in that began here, or is no
 */
export const comeBack = async (issuer: Issuer): Promise<Tokens> => {
  const { server, client, options } = issuer;
  const here = new URL(location.href);
  const { verifier, state, nonce, back } = takeStarted();
  history.replaceState(null, '', `${location.pathname}${back}`);
  const answered = oauth.validateAuthResponse(server, client, here, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answered,
    redirectUri(),
    verifier,
    options,
  );
  const given = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  return tokensOf(issuer, given, { nonce, idToken: '', refresh: undefined });
};

/** New tokens for a refresh token. @throws when the issuer says no */
export const renewTokens = async (issuer: Issuer, tokens: Tokens): Promise<Tokens> => {
  const { server, client, options } = issuer;
  const { refresh } = tokens;
  if (refresh === undefined) throw new Error('There is no refresh token.');
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options);
  const given = await oauth.processRefreshTokenResponse(server, client, response);
  return { ...tokensOf(issuer, given, { ...tokens, refresh }), email: tokens.email };
};

/** Leaves for the issuer's own sign-out, where it has one. Its names for the way back differ: OpenID Connect's, and Cognito's. */
export const leaveToSignOut = ({ server, settings }: Issuer, { idToken }: Tokens): void => {
  if (server.end_session_endpoint === undefined) {
    location.reload();
    return;
  }
  const url = new URL(server.end_session_endpoint);
  url.searchParams.set('client_id', settings.clientId);
  url.searchParams.set('id_token_hint', idToken);
  url.searchParams.set('post_logout_redirect_uri', redirectUri());
  url.searchParams.set('logout_uri', redirectUri());
  location.assign(url);
};

/** @param before what stays when the issuer does not repeat it */
const tokensOf = (
  { settings }: Issuer,
  given: oauth.TokenEndpointResponse,
  before: Pick<Tokens, 'nonce' | 'idToken' | 'refresh'>,
): Tokens => {
  const idToken = given.id_token ?? before.idToken;
  const email = oauth.getValidatedIdTokenClaims(given)?.email;
  return {
    bearer: settings.tokenUse === 'id' ? idToken : given.access_token,
    idToken,
    refresh: given.refresh_token ?? before.refresh,
    nonce: before.nonce,
    email: typeof email === 'string' ? email : undefined,
  };
};

const takeStarted = (): Started => {
  const started = recall<Started>(STARTED);
  forget(STARTED);
  if (!started) throw new Error('No sign-in began in this tab.');
  return started;
};

/** The page without query or fragment, as the issuer knows it. */
const redirectUri = (): string => `${location.origin}${location.pathname}`;
