import type { Comment } from '../../comment/comment.ts';
import type { Model } from '../../screening/filter/model/model.ts';
import type { FindComment, GiveBack, LookUpHistory } from '../../storage/comment-store.ts';
import type { TakeReceiptPlace } from '../../storage/receipt-store.ts';
import type { HistoryQuestion, SubmissionHistory } from '../../submission/history.ts';
import { giveBackReplay, orGiveBack } from '../../submission/places.ts';
import { type PreparedSubmission, prepareScreening, questionOf } from '../../submission/prepare-screening.ts';
import type { Submission } from '../../submission/submission.ts';
import type { ReadSecrets } from '../../tokens/secrets.ts';
import { takePlace } from '../../use-cases/receipts/take-place.ts';
import type { Layer } from '../chain.ts';
import type { Identified } from './identify.ts';

/** What is known before a submission comes, and whom to ask about it. */
export type EvidenceSources = {
  readonly model: Model;
  readonly secrets: ReadSecrets;
  readonly store: LookUpHistory & FindComment & GiveBack & TakeReceiptPlace;
};

/** The submission, with all that checks will look at. */
export type WithEvidence = { readonly prepared: PreparedSubmission };

/**
 * Fetches, in one round trip, what bears on a submission; a replay's comment in another, in which the replay gives its places back.
 * @throws {Refusal} `parent-not-found`, `idempotency-key-reused`, `comment-erased`
 */
export const gatherEvidence =
  ({ store, model, secrets }: EvidenceSources): Layer<Identified, WithEvidence> =>
  async ({ submission }) => {
    const { digests } = await secrets();
    const question = questionOf(submission);
    const looked = await store.lookUp(question);
    const first: Looked = looked.same ? await replay(store, submission, looked) : [undefined, looked];
    const [found, history] = await anewIfTakenBack(
      store,
      { question, text: submission.received.draft.text },
      first,
    );
    const prepared = await orGiveBack(store, { submission, history }, () =>
      prepareScreening(submission, history, found, { model, digests }),
    );
    return { prepared };
  };

type Looked = readonly [Comment | undefined, SubmissionHistory];

/**
 * Words that their author took back, or wrote others in place of, may be sent again, as a comment of its own that takes its places in windows;
 * a few times, since windows count no words twice. A key stands for one comment, whatever became of that.
 */
const anewIfTakenBack = async (
  store: EvidenceSources['store'],
  { question, text }: { readonly question: HistoryQuestion; readonly text: string },
  looked: Looked,
): Promise<Looked> => {
  const [found, { same }] = looked;
  if (!found || holds(found, text) || same?.by === 'key') return looked;
  const { now } = question;
  const resent = await takePlace(store, { ref: found, act: 'resend', code: 'too-many-comments', now });
  const { same: _, ...history } = await store.lookUp(question);
  return [undefined, { ...history, resent }];
};

/** Whether a comment still says this in its author's name. What the newsroom made of it stands: its author's words are kept beside. */
const holds = ({ status, edited, original, text }: Comment, sent: string): boolean =>
  status !== 'withdrawn' && sent === (edited === 'newsroom' ? (original ?? text) : text);

const replay = async (
  store: EvidenceSources['store'],
  submission: Submission,
  { same, places, ...history }: SubmissionHistory,
): Promise<Looked> => {
  const { site, draft } = submission.received;
  const [found] = await Promise.all([
    same && store.find({ site: site.id, article: draft.article, id: same.id }),
    giveBackReplay(store, { submission, history: { places } }),
  ]);
  const left = places.filter((place) => place === 'key' && !found);
  return [found, { ...history, ...(same ? { same } : {}), places: left }];
};
