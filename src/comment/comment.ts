import type { PageStanding } from './author-page.ts';
import type { Language } from './site.ts';
import type { RejectionReason, Status } from './status.ts';
import type { Verdict } from './verdict.ts';

/** A ULID: 48 bits of milliseconds and 80 bits that the submission determines, so a replay finds its own. */
export type CommentId = string & { readonly brand: 'CommentId' };

/** Who changed a text after it was submitted. */
export const editors = ['newsroom', 'author'] as const;
export type Editor = (typeof editors)[number];

/** Where a comment lives. */
export type CommentRef = { readonly site: string; readonly article: string; readonly id: CommentId };

/** What a reader sent, parsed and within bounds, before screening. */
export type Draft = {
  readonly site: string;
  readonly article: string;
  readonly author: string;
  readonly email?: string;
  /** The author's own page, normalised, http(s) only. */
  readonly url?: string;
  readonly text: string;
  readonly parent?: CommentId;
  /** The article's title and place, as the page that holds the form states them. */
  readonly title?: string;
  readonly link?: string;
  readonly language: Language;
};

/**
 * What readers see of a comment besides its id, its thread and its time, with what decides how they see it. Stored as one map, which the
 * lists of published comments carry whole.
 */
export type ShownFields = {
  readonly author: string;
  readonly url?: string;
  /** Set when the comment is published: why readers do not see `url`, or a moderator's decision on it. Absent when the rule lets it be shown. */
  readonly page?: PageStanding;
  readonly text: string;
  readonly parent?: CommentId;
  /** Rises by one at every change; a save with an old version is refused. */
  readonly version: number;
  /** Who changed the text last. */
  readonly edited?: Editor;
  /** When, in milliseconds since 1970. */
  readonly editedAt?: number;
  /** Whether it speaks for the newsroom. */
  readonly isStaff?: true;
  /** Digits that the drawing beside the author's name is made of. Absent for the newsroom's. */
  readonly identicon?: string;
};

/** A comment as stored. Its key never changes; its status and all that is shown of it may. */
export type Comment = CommentRef &
  ShownFields & {
    readonly status: Status;
    /** The thread: the id of its first comment; a thread's first comment is its own root. */
    readonly root: CommentId;
    readonly language: Language;
    /** Milliseconds since 1970, as all times inside; the wire speaks RFC 3339. */
    readonly createdAt: number;
    /** Since when it has its status. */
    readonly since: number;
    /** The time of its place in its queue, where that is not `since`: undoing a decision gives a comment its place back. */
    readonly queuedAt?: number;
    readonly verdict: Verdict;
    /** The version of the site's policy it was screened under. */
    readonly policyVersion: number;
    /** Pseudonym of the author, from the proof they hold: `kid:hash`. Moderators only. */
    readonly authorKey: string;
    /** The author's record when this comment came in. */
    readonly authorRecord: { readonly approved: number; readonly refused: number };
    /** Pseudonym of the network it came from, `kid:hash`; forgotten after `retention.networkDays`. */
    readonly networkKey?: string;
    /** Ids that a ban of that network would have, narrowest first; forgotten with it. */
    readonly networkBans?: readonly string[];
    /** Pseudonym of the typed e-mail, `kid:hash`. */
    readonly emailKey?: string;
    /** Keyed digest of the whole submission, `kid:hash`: tells a replay from another text under the same key. */
    readonly fingerprint: string;
    /** Whether a moderator gave it its status: what screening published, or took for spam, nobody has seen. */
    readonly seen: boolean;
    /** Id of the last decision, by which a retried write recognises itself. */
    readonly decision?: string;
    /** The version that a moderator's latest decision, or its undoing, made. Absent before the first. */
    readonly decidedVersion?: number;
    /** When retention removes it; absent for what stays. */
    readonly expiresAt?: number;
    /** Why it was last rejected, and a note to its author. They apply while it is rejected. */
    readonly reason?: RejectionReason;
    readonly note?: string;
    /** Who edited it last, when, and which version that made. */
    readonly edit?: { readonly by: string; readonly at: number; readonly version: number };
    /** The text as its author wrote it, once the newsroom edited it. */
    readonly original?: string;
    /** When its author had edited that, if they had. */
    readonly revisedAt?: number;
    /** The member who wrote it for the newsroom. */
    readonly staffId?: string;
    /** The article's title and place, carried until the article's own record holds them. */
    readonly articleTitle?: string;
    readonly articleLink?: string;
    /** When its author had it erased; only its place and status are left. */
    readonly erasedAt?: number;
  };
