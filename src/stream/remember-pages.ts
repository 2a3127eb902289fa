import type { Comment } from '../comment/comment.ts';
import type { CommentChange } from '../moderation/steps.ts';
import { pageOwner } from '../screening/text/page-owner.ts';
import type { KeepSpamPage } from '../storage/learning-store.ts';
import type { Consumer, Failure } from './consumer.ts';

type Deps = { readonly store: KeepSpamPage };

/**
 * Remembers the pages of comments that moderators file as spam, and forgets them when that is undone. Only the status counts in which a comment
 * stands after a change, so redelivery does no harm. Spam that retention removes stays remembered, and so does what its author takes back or
 * has erased, or spammers would wash their page: of what was erased, the host, and neither comment nor person.
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
  if (after?.erasedAt !== undefined && before) await unname(store, before);
  else if (after && [before, after].some((one) => one && spamPageOf(one) !== undefined))
    await settlePage(store, after);
};

const unname = async (store: KeepSpamPage, before: Comment): Promise<void> => {
  const owner = ownerOf(before);
  if (owner !== undefined) await store.unnameSpamPage(before, owner);
};

/** Remembers the page of a comment, or forgets it, by how the comment stands. */
export const settlePage = async (store: KeepSpamPage, comment: Comment): Promise<void> => {
  const owner = ownerOf(comment);
  if (owner === undefined || comment.status === 'withdrawn') return;
  if (spamPageOf(comment) === undefined) await store.dropSpamPage(comment, owner);
  else await store.keepSpamPage(comment, owner);
};

const spamPageOf = (comment: Comment): string | undefined =>
  comment.status === 'spam' && comment.seen ? ownerOf(comment) : undefined;

const ownerOf = ({ url }: Comment): string | undefined => (url === undefined ? undefined : pageOwner(url));
