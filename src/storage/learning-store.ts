import type { Comment, CommentId, CommentRef } from '../comment/comment.ts';
import type { SiteEvent } from '../moderation/site-event.ts';
import type { ModelUpdate, SiteMemory } from '../screening/filter/site/site-memory.ts';

/** What a site has learned from its moderators, as it is stored. */
export type Memory = {
  /** Rises when the site forgets all; lessons of an earlier generation are never taken back. */
  readonly generation: number;
  /** When it forgot all last, in milliseconds since 1970; 0 where it never did. What was decided until then is not learned, however late it is told. */
  readonly forgottenAt: number;
  /** Without the periods that have faded. */
  readonly periods: SiteMemory;
  /** Attributes of periods that no longer count; each lesson removes some of them. */
  readonly faded: readonly string[];
  /** Whether the item cannot be read. It then counts as empty, and only a reset repairs it. */
  readonly isDamaged: boolean;
};

/** A strongly consistent read. */
export type FetchMemory = { readonly fetchMemory: (site: string) => Promise<Memory> };
/** What stands of a comment's decisions. `Mark` says what one taught. */
export type Standing<Mark> = {
  /** The comment's version of the decision that was followed last; 0 when none was. */
  readonly version: number;
  /** Absent where the last standing decision teaches nothing. */
  readonly stands?: Mark;
  /** What stood before that decision, and stands again once it is undone. */
  readonly before?: Mark;
};
/** What one decision added to a memory, and the memory's generation at that time. */
export type Taught = { readonly change: ModelUpdate; readonly generation: number };
/** What a site has learned from one comment. */
export type Lesson = Standing<Taught>;

/** A strongly consistent read; undefined when the item cannot be read. */
export type FetchLesson = { readonly fetchLesson: (ref: CommentRef) => Promise<Lesson | undefined> };
/**
 * Puts one lesson in the place of another: takes out of the memory what stood, as far as it is still in there, and adds what stands now.
 * @returns the memory after it; undefined when another lesson of the comment was saved since, so that nothing was written
 * @throws {Error} when the site forgot all since the memory was fetched: fetch it again, and judge anew.
 */
export type SaveLesson = {
  readonly saveLesson: (
    ref: CommentRef,
    lesson: { readonly was: Lesson; readonly next: Lesson },
    memory: Memory,
  ) => Promise<Memory | undefined>;
};
/** The lessons stored for an article. */
export type KnownLessons = {
  /** By their comments; a mark is the version of the decision that taught. What was forgotten stands no more. */
  readonly lessons: ReadonlyMap<CommentId, Standing<number>>;
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
/**
 * Stores, or drops, the page of a comment that was filed as spam; all are idempotent. Of one page a bounded number is stored: where one of them
 * is dropped, another that still stands takes its place.
 */
export type KeepSpamPage = {
  /** Not of one that was filed before the site forgot all, which may be told of late. */
  readonly keepSpamPage: (filed: CommentRef & Pick<Comment, 'since'>, owner: string) => Promise<void>;
  readonly dropSpamPage: (ref: CommentRef, owner: string) => Promise<void>;
  /** Of an erased comment: a host stays, under no comment's name; the page of a person on somebody else's host goes. */
  readonly unnameSpamPage: (ref: CommentRef, owner: string) => Promise<void>;
};
export type ForgetSpamPages = { readonly forgetSpamPages: (site: string) => Promise<void> };
