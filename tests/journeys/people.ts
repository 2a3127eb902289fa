import { randomBytes } from 'node:crypto';
import type { Role } from '../../src/comment/member.ts';
import { identityOf, memberIdOf } from '../../src/tokens/identities.ts';
import { appointMember } from '../../src/use-cases/appoint-member.ts';
import type { Fixture } from '../storage/with-store.ts';

/** Who signed in, by the claims of their tokens. */
const iss = 'https://issuer.example/';
export const claire = { iss, sub: 'claire' };
export const david = { iss, sub: 'david' };
export const nora = { iss, sub: 'nora' };
/** A member of another site alone, of both, and of none. */
export const alice = { iss, sub: 'alice' };
export const both = { iss, sub: 'bertrand' };
export const stranger = { iss, sub: 'sacha' };

/** A member's id on a site, as the audit trail has it. */
export const idOf = (site: string, { iss, sub }: Pick<Person, 'iss' | 'sub'>): string =>
  memberIdOf(site, { issuer: iss, subject: sub });

/** Claire on the site of most tests. */
export const CLAIRE = idOf('demo', claire);

type Person = { readonly iss: string; readonly sub: string; readonly role?: Role };
let enlisted = 0;
/** DynamoDB remembers by which token something was written, whatever table it was written to. */
const run = randomBytes(4).toString('hex');

/** Makes people members of a site; admins unless they say otherwise. */
export const enlist = async (
  { store }: Pick<Fixture, 'store'>,
  site: string,
  ...people: readonly Person[]
): Promise<void> => {
  for (const { iss: issuer, sub: subject, role = 'admin' } of people) {
    const bearer = { issuer, subject };
    const member = { site, id: memberIdOf(site, bearer), identity: identityOf(bearer), name: subject, role };
    enlisted += 1;
    const acting = { by: 'test', now: 0, event: `enlisted-${enlisted}-${run}` };
    await appointMember({ store }, { ...member, kind: 'person' }, () => acting);
  }
};
