import type { Comment } from '../comment/comment.ts';
import type { CommentChange } from '../moderation/steps.ts';
import { pageOwner } from '../screening/text/page-owner.ts';
import type { KeepSpamPage } from '../storage/learning-store.ts';
import type { Consumer, Failure } from './consumer.ts';

type Deps = { readonly store: KeepSpamPage };

/**
 * Remembers the pages of comments that moderators file as spam, and forgets them when that is taken back. What matters is where a comment
 * stands after a change, so a change may come twice. Retention, which removes spam in the end, takes nothing back.
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
  if (after === undefined) return;
  const owner = spamPageOf(after);
  if (owner !== undefined) await store.keepSpamPage(after, owner);
  else if (before !== undefined && spamPageOf(before) !== undefined) await store.dropSpamPage(after);
};

const spamPageOf = ({ status, seen, url }: Comment): string | undefined =>
  status === 'spam' && seen && url !== undefined ? pageOwner(url) : undefined;
