import type { CommentRef } from '../comment/comment.ts';
import type { SiteEvent } from '../moderation/site-event.ts';
import type { ModelUpdate, SiteMemory } from '../screening/filter/site/site-memory.ts';

/** What a site has learned from its moderators, as it is stored. */
export type Memory = {
  /** Rises when the site forgets all; what was taught before that is never taken back after it. */
  readonly generation: number;
  /** Only what still counts. */
  readonly periods: SiteMemory;
  /** Names of what is stored and no longer counts; some of them go with each lesson. */
  readonly faded: readonly string[];
  /** It cannot be read: then it reads as empty, and only forgetting all repairs it. */
  readonly isDamaged: boolean;
};

/** As it is at this moment. */
export type FetchMemory = { readonly fetchMemory: (site: string) => Promise<Memory> };
/**
 * Adds a change to a memory, each event's once; false when it had been added before.
 * @throws {Error} when the site forgot all since the memory was fetched: fetch it again, and judge anew.
 */
export type SaveLesson = {
  readonly saveLesson: (site: string, change: ModelUpdate, memory: Memory) => Promise<boolean>;
};
/** Takes back exactly what an event taught, once; undefined when there is nothing (any more) to take back. */
export type UndoLesson = {
  readonly undoLesson: (site: string, event: string) => Promise<ModelUpdate | undefined>;
};
/** What is kept of an article's lessons. */
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
/** As it is at this moment. */
export type FetchSpamPages = { readonly fetchSpamPages: (site: string) => Promise<SpamPages> };
/** Remembers the page of a comment that is spam, or no longer; either may happen twice. */
export type KeepSpamPage = {
  readonly keepSpamPage: (ref: CommentRef, owner: string) => Promise<void>;
  readonly dropSpamPage: (ref: CommentRef) => Promise<void>;
};
export type ForgetSpamPages = { readonly forgetSpamPages: (site: string) => Promise<void> };
