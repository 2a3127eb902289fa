import type { Comment, CommentId } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import type { Evidence, FormProof } from '../screening/check.ts';
import type { Model } from '../screening/filter/model/model.ts';
import type { HistoryQuestion, SubmissionHistory } from './history.ts';
import { likenessOf } from './likeness.ts';
import type { FormTicket, Submission } from './submission.ts';

/** What to ask the store about a submission. */
export const questionOf = ({ received, identity }: Submission): HistoryQuestion => {
  const { site, draft, now } = received;
  const { id, networkKey, sameWithinMs, authorKey, formToken } = identity;
  const likeness = likenessOf(draft);
  return {
    site,
    article: draft.article,
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

/** A submission with what the store knows about it, before it is judged. */
export type PreparedSubmission = {
  readonly submission: Submission;
  readonly history: SubmissionHistory;
  /** The id the comment gets: its own, or that of its first attempt. */
  readonly id: CommentId;
} & (
  | {
      /** The very same submission, which came in before: its answer is already known. */ readonly known: Comment;
    }
  | { readonly known: undefined; readonly evidence: Evidence }
);

/**
 * Puts together what checks will look at.
 * @param known the comment under `history.same`, if it was kept
 * @throws {Refusal} `parent-not-found`
 */
export const prepareScreening = (
  submission: Submission,
  history: SubmissionHistory,
  known: Comment | undefined,
  model: Model,
): PreparedSubmission => {
  const id = history.same ?? submission.identity.id;
  if (known) return { submission, history, id, known };
  if (submission.received.draft.parent && history.parent?.status !== 'approved') throw parentNotFound();
  return { submission, history, id, known, evidence: evidenceOf(submission, history, model) };
};

const parentNotFound = () =>
  new Refusal('parent-not-found', 'The comment that this one answers is not there (any more).', {
    fields: [{ field: 'parent', detail: 'It must be a published comment of the same article.' }],
  });

const evidenceOf = ({ received }: Submission, history: SubmissionHistory, model: Model): Evidence => {
  const { site, draft, sender, form, honeypot, now } = received;
  return {
    model,
    draft,
    policy: site.policy,
    language: site.language,
    now,
    mode: history.article?.mode ?? 'open',
    author: {
      proven: sender.proven !== undefined,
      approved: history.author?.approved ?? 0,
      refused: history.author?.refused ?? 0,
    },
    form: proofOf(form, history.formTokenUsed),
    honeypot,
    address: sender.address,
    earlier: history.earlier,
    resembling: history.resembling,
    learned: history.learned,
  };
};

const proofOf = (form: FormTicket, used: boolean): FormProof =>
  form.state === 'genuine' ? { state: form.state, ageS: form.ageS, used } : form;
