import type { CommentRef } from '../comment/comment.ts';
import type { SiteEvent } from '../moderation/site-event.ts';
import type { ModelUpdate, SiteMemory } from '../screening/filter/site/site-memory.ts';

/** What a site has learned from its moderators, as it is stored. */
export type Memory = {
  /** Rises when the site forgets all; lessons of an earlier generation are never undone. */
  readonly generation: number;
  /** Without the periods that have faded. */
  readonly periods: SiteMemory;
  /** Attributes of periods that no longer count; each lesson removes some of them. */
  readonly faded: readonly string[];
  /** Whether the item cannot be read. It then counts as empty, and only a reset repairs it. */
  readonly isDamaged: boolean;
};

/** A strongly consistent read. */
export type FetchMemory = { readonly fetchMemory: (site: string) => Promise<Memory> };
/**
 * Adds the change that an event taught to a memory, once; false when it had been added before.
 * @throws {Error} when the site forgot all since the memory was fetched: fetch it again, and judge anew.
 */
export type SaveLesson = {
  readonly saveLesson: (site: string, change: ModelUpdate, memory: Memory) => Promise<boolean>;
};
/** Undoes exactly what an event taught, once; undefined when there is nothing left to undo. */
export type UndoLesson = {
  readonly undoLesson: (site: string, event: string) => Promise<ModelUpdate | undefined>;
};
/** The lessons stored for an article. */
export type KnownLessons = {
  /** By their events; whether each was taken back. */
  readonly lessons: ReadonlyMap<string, { readonly isUndone: boolean }>;
  /** When the site forgot all that it had learned, in milliseconds since 1970; 0 when it never did. */
  readonly forgottenAt: number;
};
export type ListLessons = {
  readonly listLessons: (site: string, article: string) => Promise<KnownLessons>;
};
/** Forgets all that a site has learned, whatever state it is in, with the event that says so. Nothing learned is nothing to forget. */
export type ResetMemory = { readonly resetMemory: (event: SiteEvent) => Promise<void> };

/** By the names of pages' owners, how many comments that stated one a moderator filed as spam; what still counts of them. */
export type SpamPages = ReadonlyMap<string, number>;
/** A strongly consistent read. */
export type FetchSpamPages = { readonly fetchSpamPages: (site: string) => Promise<SpamPages> };
/** Stores, or drops, the page of a comment that was filed as spam. Both are idempotent. */
export type KeepSpamPage = {
  readonly keepSpamPage: (ref: CommentRef, owner: string) => Promise<void>;
  readonly dropSpamPage: (ref: CommentRef) => Promise<void>;
};
export type ForgetSpamPages = { readonly forgetSpamPages: (site: string) => Promise<void> };
