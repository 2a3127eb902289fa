import type { Member } from '../comment/member.ts';
import { fold } from '../screening/text/fold.ts';
import { isAscii, unicode } from '../screening/text/unicode.ts';
import { undisguise } from '../screening/undisguise.ts';
import type { Digests } from './identify.ts';

const SIGNS = () => unicode(String.raw`[^\p{L}\p{N}]+`, 'gu');

/** A name to compare by, without case, accents, spaces, punctuation and disguises; one of signs alone stays. */
const bareName = (name: string): string => {
  // A look-alike under an accent is seen once the accent is gone.
  const folded = fold(undisguise(name) ?? name);
  const plain = undisguise(folded) ?? folded;
  return plain.replace(isAscii(plain) ? /[^A-Za-z0-9]+/g : SIGNS(), '') || plain;
};

/** Whether two names are read as one: without case, accents, spaces, punctuation and disguises. */
export const isSameName = (one: string, other: string): boolean => bareName(one) === bareName(other);

/** Ids under which a member's name and e-mail address are reserved on a site. */
export const reservedIds = (
  site: string,
  { name, emailKey }: { readonly name?: string | undefined; readonly emailKey?: string | undefined },
  { ban }: Pick<Digests, 'ban'>,
) => ({
  author: name === undefined ? undefined : ban('staff', site, `name ${bareName(name)}`),
  email: emailKey === undefined ? undefined : ban('staff', site, `email ${emailKey}`),
});

/**
 * Makes the ids under which nobody else may sign with a member's name and address. A name of one word is anybody's.
 * @param email the verified one, where it is known
 */
export const reservationOf =
  (digests: Pick<Digests, 'ban' | 'email'>, site: string, email?: string) =>
  (name: string): Pick<Member, 'reservedName' | 'reservedEmail'> => {
    const emailKey = email === undefined ? undefined : digests.email(site, email);
    const isFull = name.trim().split(/\s+/).length > 1;
    const ids = reservedIds(site, { name: isFull ? name : undefined, emailKey }, digests);
    return {
      ...(ids.author === undefined ? {} : { reservedName: ids.author }),
      ...(ids.email === undefined ? {} : { reservedEmail: ids.email }),
    };
  };
