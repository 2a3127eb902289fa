import { requireClock } from '../comment/clock.ts';
import type { Comment, CommentRef } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import type { Site } from '../comment/site.ts';
import { erase } from '../moderation/author/own-changes.ts';
import type { FindComment } from '../storage/comment-store.ts';
import type { EraseReport, ListOwn, SaveErasure } from '../storage/receipt-store.ts';
import { inTurns } from './decisions/apply-changes.ts';

/** Comments and reports erased for one request; one that is asked again goes on with the others. */
const ERASED_MAX = 100;
/** A moderator may decide on a comment at the same moment. */
const TRIES = 4;

type Deps = { readonly store: FindComment & SaveErasure & ListOwn & EraseReport };
type Context = {
  readonly site: Site;
  readonly now: number;
  readonly batch: string;
  /** Pseudonym of an author, all of whose comments on the site are meant as well. */
  readonly author: string | undefined;
};

/** How many comments this request erased, and whether there are more of the same author. */
export type Erased = { readonly erased: number; readonly isMore: boolean };

/**
 * Erases a comment, or all of an author's, with all their data and their reports of others' comments. Replies stay, under a placeholder.
 * @throws {Refusal} `changed-meanwhile` when moderators kept changing the same comment
 */
export const eraseComments = async (deps: Deps, own: Comment, context: Context): Promise<Erased> => {
  requireClock(context.now);
  const first = await eraseOne(deps, own, context);
  if (context.author === undefined) return { erased: first, isMore: false };

  const { author, site } = context;
  let [erased, listed]: [number, number] = [first, 0];
  let from: string | undefined;
  do {
    const question = { site: site.id, author, order: 'oldest', limit: ERASED_MAX } as const;
    const page = await deps.store.listOwn({ ...question, ...(from === undefined ? {} : { from }) });
    const others = page.comments.filter(({ id }) => id !== own.id);
    const done = await inTurns(others, (one) => eraseOne(deps, one, context));
    await inTurns(page.reports, deps.store.eraseReport);
    erased += done.reduce<number>((sum, one) => sum + one, 0);
    // What retention no longer keeps stands in a page until the table removes it.
    listed += page.comments.length + page.reports.length;
    from = page.next;
  } while (from !== undefined && listed < ERASED_MAX);
  return { erased, isMore: from !== undefined };
};

/** @returns 1, or 0 of what was erased before or is not there any more */
const eraseOne = async ({ store }: Deps, known: Comment, context: Context): Promise<0 | 1> => {
  let comment: Comment | undefined = known;
  for (let tried = 0; tried < TRIES; tried += 1)
    try {
      if (!comment || comment.erasedAt !== undefined) return 0;
      await store.saveErasure(erase(comment, context));
      return 1;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') throw error;
      comment = await store.find(refOf(known));
    }
  throw new Refusal('changed-meanwhile', 'Moderators kept changing the same comment: try again.');
};

const refOf = ({ site, article, id }: Comment): CommentRef => ({ site, article, id });
