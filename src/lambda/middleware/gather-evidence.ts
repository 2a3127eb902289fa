import type { MiddlewareObj } from '@middy/core';
import { BAIT } from '../../api/submission.ts';
import type { Comment, CommentId, CommentRef } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Evidence } from '../../screening/check.ts';
import type { Model } from '../../screening/filter/model.ts';
import { sketch } from '../../screening/sketch.ts';
import type { Recalled, Recollection } from '../../storage/comment-store.ts';
import type { Reply } from '../http.ts';
import type { Identified } from './identify.ts';

/** What is known before a submission comes, and what it asks of the store. */
export type Memory = {
  readonly model: Model;
  readonly store: {
    readonly recall: (question: Recollection) => Promise<Recalled>;
    readonly find: (ref: CommentRef) => Promise<Comment | undefined>;
  };
};

/** What `gatherEvidence` adds. */
export type WithEvidence = Identified & {
  /** The very same submission, when it came in before: its answer is already known. */
  known: Comment | undefined;
  /** The id the comment gets: its own, or that of its first attempt. */
  id: CommentId;
  recalled: Recalled;
  evidence: Evidence;
};

/** Fetches, in one round trip, all that checks will look at. @throws {Refusal} `parent-not-found` */
export const gatherEvidence = ({ store, model }: Memory): MiddlewareObj<WithEvidence, Reply> => ({
  before: async ({ event }) => {
    const { site, article, draft, visitor } = event;
    event.recalled = await store.recall(questionOf(event));
    event.id = event.recalled.same ?? visitor.id;
    event.known = event.recalled.same && (await store.find({ site: site.id, article, id: event.id }));
    if (event.known) return;

    if (draft.parent && event.recalled.parent?.status !== 'approved')
      throw new Refusal('parent-not-found', 'The comment that this one answers is not there (any more).', {
        fields: [{ field: 'parent', detail: 'It must be a published comment of the same article.' }],
      });
    event.evidence = evidenceOf(event, model);
  },
});

const questionOf = ({ site, article, draft, visitor }: WithEvidence): Recollection => {
  const { id, now, networkKey, sameWithinMs, authorKey, formToken } = visitor;
  const likeness = sketch(draft.text);
  return {
    site,
    article,
    id,
    now,
    networkKey,
    sameWithinMs,
    ...(draft.parent ? { parent: draft.parent } : {}),
    ...(authorKey ? { authorKey } : {}),
    ...(formToken ? { formToken } : {}),
    ...(likeness ? { sketch: likeness } : {}),
  };
};

const evidenceOf = ({ site, draft, visitor, post, recalled }: WithEvidence, model: Model): Evidence => ({
  model,
  draft,
  policy: site.policy,
  language: site.language,
  now: visitor.now,
  mode: recalled.article?.mode ?? 'open',
  author: {
    proven: visitor.proven !== undefined,
    approved: recalled.author?.approved ?? 0,
    refused: recalled.author?.refused ?? 0,
  },
  form: visitor.form.state === 'genuine' ? { ...visitor.form, used: recalled.formTokenUsed } : visitor.form,
  honeypot: post.submission[BAIT] ?? '',
  address: visitor.address,
  earlier: recalled.earlier,
  resembling: recalled.resembling,
  learned: recalled.learned,
});
