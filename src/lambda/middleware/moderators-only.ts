import { isActive, type Member, type Role } from '../../comment/member.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { SignIn } from '../../config.ts';
import type { CountMemberships, ReadMember } from '../../storage/team-store.ts';
import { type Bearer, identityOf, memberIdOf } from '../../tokens/identities.ts';
import type { Arrived, Layer } from '../chain.ts';
import { bearerOf } from './bearer.ts';
import type { Located } from './locate.ts';

/** Who moderates: the member, and the token's subject. */
export type Moderated = {
  readonly moderator: Pick<Member, 'id' | 'name' | 'role'> & { readonly sub: string };
};

type App = { readonly store: ReadMember & CountMemberships; readonly signIn: SignIn };

/**
 * Lets members of this very site through who have one of some roles. The member is read at every call, so that who was removed is refused
 * at the next.
 * @throws {Refusal} `invalid-token`; `not-a-moderator`, or `site-not-found` for somebody of another site
 */
export const moderatorsOnly =
  ({ store, signIn }: App, wanted: readonly Role[]): Layer<Arrived & Located, Moderated> =>
  async ({ event, site }) => {
    const bearer = bearerOf(event, signIn.tokenUse);
    const member = await store.readMember(site.id, memberIdOf(site.id, bearer));
    if (!isActive(member)) throw await refusalFor(bearer, member, store);
    const { id, name, role } = member;
    if (!wanted.includes(role)) throw new Refusal('not-a-moderator', 'This is for admins of the site.');
    return { moderator: { id, name, role, sub: bearer.subject } };
  };

/** Members of other sites find no trace of this one. Whoever is a member of none is told whom to ask, as is who was one here. */
const refusalFor = async (bearer: Bearer, former: Member | undefined, store: CountMemberships) => {
  const isElsewhere = !former && (await store.countMemberships(identityOf(bearer))) > 0;
  if (isElsewhere) return new Refusal('site-not-found', 'There is no such site.');
  const standing = former ? 'no longer' : 'not';
  return new Refusal(
    'not-a-moderator',
    `This account is ${standing} on the team: ask an admin of this site to invite you.`,
  );
};
