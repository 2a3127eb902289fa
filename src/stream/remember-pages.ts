import type { Comment } from '../comment/comment.ts';
import type { CommentChange } from '../moderation/steps.ts';
import { pageOwner } from '../screening/text/page-owner.ts';
import type { KeepSpamPage } from '../storage/learning-store.ts';
import type { Consumer, Failure } from './consumer.ts';

type Deps = { readonly store: KeepSpamPage };

/**
 * Remembers the pages of comments that moderators file as spam, and forgets them when that is undone. Only the status counts in which a comment
 * stands after a change, so redelivery does no harm. Spam that retention removes stays remembered.
 */
export const rememberPages: Consumer<Deps, 'comment'> = {
  name: 'remember-pages',
  kinds: ['comment'],
  follow: async ({ store }, changes) => {
    const failed: Failure[] = [];
    for (const change of changes)
      try {
        await follow(store, change);
      } catch (cause) {
        failed.push({ record: change.record, cause });
      }
    return failed;
  },
};

const follow = async (store: KeepSpamPage, { before, after }: CommentChange): Promise<void> => {
  const wasSpam = before !== undefined && spamPageOf(before) !== undefined;
  if (after !== undefined && (wasSpam || spamPageOf(after) !== undefined)) await settlePage(store, after);
};

/** Remembers the page of a comment, or forgets it, by how the comment stands. */
export const settlePage = async (store: KeepSpamPage, comment: Comment): Promise<void> => {
  const owner = spamPageOf(comment);
  if (owner === undefined) await store.dropSpamPage(comment);
  else await store.keepSpamPage(comment, owner);
};

const spamPageOf = ({ status, seen, url }: Comment): string | undefined =>
  status === 'spam' && seen && url !== undefined ? pageOwner(url) : undefined;
