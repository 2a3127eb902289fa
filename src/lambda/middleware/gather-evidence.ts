import type { Comment, CommentRef } from '../../comment/comment.ts';
import type { Model } from '../../screening/filter/model/model.ts';
import type { HistoryQuestion, SubmissionHistory } from '../../submission/history.ts';
import { type PreparedSubmission, prepareScreening, questionOf } from '../../submission/prepare-screening.ts';
import type { Layer } from '../chain.ts';
import type { Identified } from './identify.ts';

/** What is known before a submission comes, and whom to ask about it. */
export type EvidenceSources = {
  readonly model: Model;
  readonly store: {
    readonly lookUp: (question: HistoryQuestion) => Promise<SubmissionHistory>;
    readonly find: (ref: CommentRef) => Promise<Comment | undefined>;
  };
};

/** The submission, with all that checks will look at. */
export type WithEvidence = { readonly prepared: PreparedSubmission };

/** Fetches, in one round trip, what bears on a submission; a replay's comment in another. @throws {Refusal} `parent-not-found` */
export const gatherEvidence =
  ({ store, model }: EvidenceSources): Layer<Identified, WithEvidence> =>
  async ({ submission }) => {
    const history = await store.lookUp(questionOf(submission));
    const { site, draft } = submission.received;
    const known =
      history.same && (await store.find({ site: site.id, article: draft.article, id: history.same }));
    return { prepared: prepareScreening(submission, history, known, model) };
  };
