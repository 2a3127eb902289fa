import * as oauth from 'oauth4webapi';

const insecure = { [oauth.allowInsecureRequests]: true };

/** A sign-in as a page of one origin does it, over real HTTP and with cookies of its own; oauth4webapi checks each answer. */
export const openPage = async (server: string, origin = server) => {
  const settings = (await (await fetch(`${server}/moderation/settings.json`)).json()) as Record<
    string,
    string
  >;
  const { issuer = '', clientId = '', scope = '' } = settings;
  const found = await oauth.discoveryRequest(new URL(issuer), insecure);
  const provider = await oauth.processDiscoveryResponse(new URL(issuer), found);
  const client = { client_id: clientId };
  const redirectUri = `${origin}/moderation/`;
  const cookies = new Map<string, string>();

  /** What a browser asks, following redirects until one leaves the provider. */
  const browse = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const next = location === null ? undefined : new URL(location, address).href;
    return next === undefined || next.startsWith(redirectUri) ? response : browse(next);
  };

  /** Begins a sign-in: the page on which to choose, or the way back where somebody is known. */
  const begin = async (more: Record<string, string> = {}) => {
    const verifier = oauth.generateRandomCodeVerifier();
    const [nonce, state] = [oauth.generateRandomNonce(), oauth.generateRandomState()];
    const address = new URL(provider.authorization_endpoint ?? '');
    address.search = String(
      new URLSearchParams({
        ...{ client_id: clientId, response_type: 'code', scope, redirect_uri: redirectUri, nonce, state },
        ...{
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        },
        ...more,
      }),
    );
    const page = await browse(address.href);
    return { page, verifier, nonce, state };
  };
  const choose = async (page: Response, form: Record<string, string>) => {
    const answer = await browse(page.url, { method: 'POST', body: new URLSearchParams(form) });
    return answer.status === 200 ? submitted(answer) : answer;
  };

  /** Who was somebody else before is signed out first, by a form that browsers send by themselves. */
  const submitted = async (answer: Response) => {
    const text = await answer.text();
    const [, action = ''] = text.match(/action="([^"]+)"/) ?? [];
    const fields: [string, string][] = [...text.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    );
    return browse(action, { method: 'POST', body: new URLSearchParams(fields) });
  };

  /** Signs in by what the form holds. @returns the tokens, and the nonce of the ID token */
  const signIn = async (form: Record<string, string>) => {
    const { page, verifier, nonce, state } = await begin({ prompt: 'login' });
    const back = new URL((await choose(page, form)).headers.get('location') ?? '');
    const checked = oauth.validateAuthResponse(provider, client, back, state);
    const answer = await oauth.authorizationCodeGrantRequest(
      ...[provider, client, oauth.None(), checked, redirectUri, verifier, insecure],
    );
    const expected = { expectedNonce: nonce, requireIdToken: true };
    const tokens = await oauth.processAuthorizationCodeResponse(provider, client, answer, expected);
    return { ...tokens, nonce };
  };
  const renew = async (refreshToken: string) => {
    const answer = await oauth.refreshTokenGrantRequest(
      provider,
      client,
      oauth.None(),
      refreshToken,
      insecure,
    );
    return oauth.processRefreshTokenResponse(provider, client, answer);
  };
  return { provider, browse, begin, choose, signIn, renew };
};
