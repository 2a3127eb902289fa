import type { Scope } from '../../api/scopes.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Arrived, Layer } from '../chain.ts';
import type { HttpEvent } from '../http.ts';
import type { Located } from './locate.ts';

/** Who moderates. */
export type Moderated = { readonly moderator: { readonly sub: string } };

type Claims = Readonly<Record<string, unknown>>;

/**
 * Lets moderators of this very site through. The gateway has verified the token; its claims `sites` and `scope` say for what, and
 * `token_use`, where an issuer states it, that it is no ID token.
 * @throws {Refusal} `not-a-moderator`, or `site-not-found` for somebody else's site.
 */
export const moderatorsOnly =
  (wanted: readonly Scope[]): Layer<Arrived & Located, Moderated> =>
  ({ event, site }) => {
    const claims = claimsOf(event);
    if (![undefined, 'access'].includes(claims.token_use as string | undefined))
      throw new Refusal('not-a-moderator', 'This needs an access token.');
    if (!words(claims.sites).includes(site.id)) throw new Refusal('site-not-found', 'There is no such site.');
    if (!words(claims.scope).some((scope) => wanted.some((name) => name === scope)))
      throw new Refusal('not-a-moderator', `This needs the scope ${wanted.join(' or ')}.`);
    if (typeof claims.sub !== 'string' || claims.sub === '')
      throw new Refusal('not-a-moderator', 'The token does not say whose it is.');
    return { moderator: { sub: claims.sub } };
  };

const claimsOf = ({ requestContext }: HttpEvent): Claims => {
  const { authorizer } = requestContext as { authorizer?: { jwt?: { claims?: Claims } } };
  if (!authorizer?.jwt?.claims) throw new Refusal('not-a-moderator', 'This needs a moderator.');
  return authorizer.jwt.claims;
};

/** The gateway writes lists as `[a b]`. */
const words = (claim: unknown): readonly string[] =>
  typeof claim === 'string'
    ? claim
        .replace(/^\[|\]$/g, '')
        .split(/[\s,]+/)
        .filter(Boolean)
    : [];
