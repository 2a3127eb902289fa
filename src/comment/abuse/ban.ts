import type { CommentId } from '../comment.ts';

/** What a ban or an entry of the allow-list names. */
export const banKinds = ['author', 'email', 'domain', 'network'] as const;
export type BanKind = (typeof banKinds)[number];

export const banEffects = ['ban', 'allow'] as const;
export type BanEffect = (typeof banEffects)[number];

/** Bans a site may have, entries of the allow-list among them: submissions read all of them in 7 read units. */
export const BANS_MAX = 2_000;

/** A ban as stored: a keyed digest of whom it names and a label for moderators, never an e-mail or an address. */
export type Ban = {
  /** The kind's letter and 64 bits of a keyed digest of whom it names. */
  readonly id: string;
  readonly site: string;
  readonly kind: BanKind;
  /** A name (of a network with its extent: `Odile, IPv4/24`), `j…@example.com`, a domain, a /24, or the beginning of an IPv6 network. */
  readonly label: string;
  readonly effect: BanEffect;
  readonly reason: string;
  /** When it ends, in milliseconds since 1970; absent for good. */
  readonly until?: number;
  /** The member's id. */
  readonly by: string;
  readonly createdAt: number;
  /** The comment it was made of. */
  readonly from?: { readonly article: string; readonly comment: CommentId };
};

/** An entry of a site's list: a ban, an allowance, or a name or an e-mail address that a member keeps for themselves. */
export type BanEntry = { readonly effect: BanEffect | 'reserve'; readonly until?: number };
/** A site's bans, allow-list and reservations by id. May include ended ones. */
export type BanList = ReadonlyMap<string, BanEntry>;

export const isInForce = ({ until }: Pick<Ban, 'until'>, now: number): boolean =>
  until === undefined || now < until;
