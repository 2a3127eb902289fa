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
