import type { Ban } from '../comment/abuse/ban.ts';
import type { SiteEvent } from '../moderation/site-event.ts';

/** Bans in force, newest first. */
export type ListBans = { readonly listBans: (site: string) => Promise<readonly Ban[]> };
/**
 * Writes a ban with its event, in place of one of the same id. Drops bans that have ended.
 * @param event made of the ban in force that is replaced
 * @returns the one it replaces; nothing is written where the list is full, nor, with undefined, where another change of it came first
 */
export type AddBan = {
  readonly addBan: (
    ban: Ban,
    event: (replaced: Ban | undefined) => SiteEvent,
  ) => Promise<{ readonly isFull: boolean; readonly replaced?: Ban | undefined } | undefined>;
};
/**
 * Removes a ban, and writes the event.
 * @param event made of the ban as it was
 * @returns what was lifted: nothing when it was not there, or has ended; undefined where another change of the list came first
 */
export type LiftBan = {
  readonly liftBan: (
    site: string,
    id: string,
    event: (ban: Ban) => SiteEvent,
  ) => Promise<{ readonly lifted: Ban | undefined } | undefined>;
};
