import type { Subject } from '../features/subjects.ts';

/** A language's words: per subject what moderators read and what the author may read, and a phrase per flag. */
export type Words = {
  readonly sentences: Readonly<Record<Subject, readonly [moderator: string, author: string]>>;
  readonly flags: Readonly<Record<string, string>>;
};
