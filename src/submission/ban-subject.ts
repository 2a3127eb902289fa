import type { BanKind } from '../comment/abuse/ban.ts';
import type { Comment } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import { labelOf, type ValueKind } from '../screening/text/ban-value.ts';
import type { Digests } from './identify.ts';

/** Whom a ban names: the id it gets, and what may be kept of them for moderators to read. */
export type BanSubject = { readonly id: string; readonly label: string };

/** Of a value as `readBanValue` makes it. */
export const subjectOfValue = (
  kind: ValueKind,
  site: string,
  value: string,
  digests: Pick<Digests, 'ban' | 'email'>,
): BanSubject => ({
  id: digests.ban(kind, site, kind === 'email' ? digests.email(site, value) : value),
  label: labelOf[kind](value),
});

/**
 * Of a comment, by what is kept with it: no moderator sees the address. Its label is the name that the comment is signed with, and how
 * much a network takes in: `Odile, IPv4`, `Odile, IPv4/24` or `Odile, IPv6/64`.
 * @param isRange of a network: the whole /24; an IPv6 network is always a /64
 * @throws {Refusal} `invalid-fields` when the comment is the newsroom's own, came without an e-mail address, its network was forgotten, or
 * all of it was erased
 */
export const subjectOfComment = (
  kind: Exclude<BanKind, 'domain'>,
  comment: Comment,
  isRange: boolean,
  { ban }: Pick<Digests, 'ban'>,
): BanSubject => {
  const { site, author: label, authorKey, emailKey, networkBans = [] } = comment;
  if (comment.erasedAt !== undefined)
    throw unknown('The comment was erased, with all that told of its author.');
  if (comment.isStaff) throw unknown('The comment is the newsroom’s own.');
  if (kind === 'author') return { id: ban(kind, site, authorKey), label };
  if (kind === 'email') {
    if (emailKey === undefined) throw unknown('The comment came without an email address.');
    return { id: ban(kind, site, emailKey), label };
  }
  const id = isRange ? networkBans.at(-1) : networkBans[0];
  if (id === undefined) throw unknown('The network that the comment came from is not known (any more).');
  return { id, label: `${label}, ${extentOf(networkBans, isRange)}` };
};

/** Of an IPv4 address two networks are known, of an IPv6 address one. */
const extentOf = ({ length }: readonly string[], isRange: boolean): string => {
  if (length === 1) return 'IPv6/64';
  return isRange ? 'IPv4/24' : 'IPv4';
};

const unknown = (detail: string) =>
  new Refusal('invalid-fields', 'The comment does not tell whom to ban.', {
    fields: [{ field: 'kind', detail }],
  });
