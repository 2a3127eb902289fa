import type { Ban } from '../comment/abuse/ban.ts';

/** What people do to a site rather than to one comment. */
export type SiteAction =
  | 'invite-member'
  | 'add-member'
  | 'join'
  | 'change-member'
  | 'remove-member'
  | 'make-feed'
  | 'drop-feed'
  | 'ban'
  | 'lift-ban'
  | 'mute-reporter'
  | 'change-article'
  | 'reset-learning'
  | 'begin-surge'
  | 'end-surge'
  | 'create-site'
  | 'change-site'
  | 'change-policy'
  | 'roll-back-policy';

/** One entry of a site's own audit trail. It holds digests, names of settings and of members, never texts or addresses. */
export type SiteEvent = {
  /** A ULID, so that a site's events sort by time. */
  readonly id: string;
  readonly site: string;
  readonly at: number;
  /** The member's id; `screening` for what happens by itself. */
  readonly by: string;
  readonly action: SiteAction;
  /** What it was done to: a member's id, a ban's id, a digest of a reporter's name, the settings of a site, an article's id. */
  readonly subject: string;
  /** The comment that a ban was made of. */
  readonly article?: string;
  readonly comment?: string;
  /** How the subject stood, in a few words: the first, such as a role, is one of ours. */
  readonly before?: string;
  readonly after?: string;
  readonly reason?: string;
  /** Of a site's policy as it was saved. */
  readonly digest?: string;
};

/**
 * The event of a ban or of its lifting: by its id, on whom, and how long it was meant to hold.
 * @param replaced the one in force that a ban takes the place of
 */
export const siteEventOfBan = (
  ban: Ban,
  { action, replaced, ...event }: BanActing & { readonly replaced?: Ban | undefined },
): SiteEvent => {
  const { site, id: subject, reason, from } = ban;
  const before = action === 'ban' ? replaced : ban;
  return {
    ...event,
    ...{ site, action, subject, ...from },
    ...(before ? { before: termsOf(before) } : {}),
    ...(action === 'ban' ? { after: termsOf(ban), reason } : {}),
  };
};

type BanActing = Pick<SiteEvent, 'id' | 'at' | 'by'> & { readonly action: 'ban' | 'lift-ban' };

/** Other labels than a domain's leave with the ban: a trail outlives what is kept of people. */
const termsOf = ({ effect, kind, label, until }: Ban): string =>
  [
    effect,
    kind === 'domain' ? `${kind} ${label}` : kind,
    ...(until === undefined ? [] : [`until ${new Date(until).toISOString()}`]),
  ].join(', ');
