import { identityOf, memberIdOf } from '../../src/tokens/identities.ts';
import { LOCAL_ISSUER } from '../signing-key.ts';

/** Somebody whose tokens this machine signs, as a member of a site. The issuer's name holds no port, so the membership outlives a move. */
export const localMember = (site: string, subject: string) => {
  const bearer = { issuer: LOCAL_ISSUER, subject };
  return { site, id: memberIdOf(site, bearer), identity: identityOf(bearer) };
};
