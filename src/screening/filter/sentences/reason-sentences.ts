import type { Subject } from '../features/subjects.ts';
import type { PhrasedFlag } from '../reasons.ts';

/** The filter's reasons in one language. */
export type ReasonSentences = {
  /** A sentence without its full stop for moderators, and one for the author, for each subject. */
  readonly subjects: Readonly<Record<Subject, { readonly moderator: string; readonly author: string }>>;
  /** A phrase for each flag, listed after the sentence of its subject. */
  readonly flags: Readonly<Record<PhrasedFlag, string>>;
};
