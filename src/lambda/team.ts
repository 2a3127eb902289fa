import type { Invitation, Member } from '../comment/member.ts';
import { Refusal } from '../comment/refusal.ts';
import type { SignIn } from '../config.ts';
import {
  type Bearer,
  feedDigestOf,
  identityOf,
  invitationIdOf,
  invitedAddressOf,
  memberIdOf,
} from '../tokens/identities.ts';

/** Who the bearer of a token is on a site. */
export const personOf = (site: string, bearer: Bearer): Pick<Member, 'site' | 'id' | 'identity'> => ({
  site,
  id: memberIdOf(site, bearer),
  identity: identityOf(bearer),
});

/** What is kept of an invitation: of its token and of the address it is for, digests. */
export const invitationOf = (
  site: string,
  token: string,
  email: string,
): Pick<Invitation, 'site' | 'id' | 'address'> => ({
  site,
  id: invitationIdOf(site, token),
  address: invitedAddressOf(token, email),
});

type Stated = { readonly iss?: string; readonly sub?: string; readonly clientId?: string };

/** Who a program is on a site, by what its tokens say. @throws {Refusal} `invalid-fields` for another issuer than the one whose tokens are taken */
export const programOf = (
  site: string,
  { iss, sub, clientId }: Stated,
  { issuer, memberIssuer }: SignIn,
): Pick<Member, 'site' | 'id' | 'identity'> => {
  if (iss !== undefined && iss !== issuer && iss !== memberIssuer)
    throw new Refusal('invalid-fields', 'Some fields are wrong.', {
      fields: [{ field: 'iss', detail: `Only tokens of ${issuer} are taken here.` }],
    });
  return personOf(site, { issuer: memberIssuer, subject: sub ?? clientId ?? '' });
};

/** A new address of a member's private feed, and what is kept of it. */
export const newFeed = (
  { baseUrl, newToken }: { readonly baseUrl: string; readonly newToken: () => string },
  { site, id }: Pick<Member, 'site' | 'id'>,
): { readonly url: string; readonly digest: string } => {
  const token = newToken();
  return { url: `${baseUrl}/v1/sites/${site}/feeds/${id}.${token}`, digest: feedDigestOf(site, token) };
};
