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

/** What parts a name's words; hyphens make one name of two. */
const BETWEEN = /[\s()[\]{}<>,;:|/"«»“”•·]+/;
/** The first words of a longer name that are looked at, and the most words of a member's that are found among them. */
const WORDS_MAX = 8;
const RUN_MAX = 4;

/** Ids of the names that a name may be read as: as it is, and its words in a row in either order, with letters typed twice once. */
export const nameIdsIn = (site: string, name: string, { ban }: Pick<Digests, 'ban'>): readonly string[] => {
  const words = name.split(BETWEEN).filter(Boolean).slice(0, WORDS_MAX);
  const runs = words.flatMap((_, from) =>
    words.slice(from, from + RUN_MAX).map((__, more) => words.slice(from, from + more + 1)),
  );
  const read = [name, ...runs.flatMap((run) => [run.join(' '), ...turned(run)])].map(bareName);
  const names = new Set(read.flatMap((one) => [one, ...withoutOneTwice(one)]));
  return [...names].flatMap((one) => reservedIds(site, { name: one }, { ban }).author ?? []);
};

/** The last word first, and the first one last: family names go before or after. */
const turned = ([first = '', ...others]: readonly string[]): readonly string[] => {
  if (others.length === 0) return [];
  const [last = '', ...before] = [first, ...others].reverse();
  return [[...others, first].join(' '), [last, ...before.reverse()].join(' ')];
};

/** A name without one of the letters that stand twice, for each of them. */
const withoutOneTwice = (name: string): readonly string[] =>
  [...name.matchAll(/(.)(?=\1)/gu)].map(
    ({ index, 0: letter }) => name.slice(0, index) + name.slice(index + letter.length),
  );

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
