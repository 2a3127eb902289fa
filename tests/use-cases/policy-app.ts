import { randomBytes } from 'node:crypto';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import { type Fixture, NOW } from '../storage/with-store.ts';

/** Somebody who changes something, with an event of their own. */
export const acting = (by = 'claire', now = NOW) => {
  return { by, now, event: newCommentId(now, randomBytes(10)) };
};

/** The digest of a document is its length here. */
export const digestOf = (text: string): string => String(text.length);

/** What use cases of policies ask, over a test's store. */
export const policyAppOver = ({ store }: Pick<Fixture, 'store'>) => ({
  store,
  digestOf,
  model: shippedModel(),
  monotonicNow: () => 0,
  now: () => NOW,
});
