import { type Surge, sharePercentOf, surgeOn, surgesInForce } from '../comment/abuse/surge.ts';
import type { Comment, CommentId } from '../comment/comment.ts';
import { timeOf } from '../comment/comment-id.ts';
import { limitsFor, policyFor } from '../comment/policies/policy-for.ts';
import { isProofAsked } from '../comment/policies/proof-rules.ts';
import { present } from '../comment/present.ts';
import { Refusal } from '../comment/refusal.ts';
import { noRecord, unseenOf } from '../comment/trust.ts';
import type { Evidence, FormProof, SurgeEvidence, WorkProof } from '../screening/check.ts';
import type { Model } from '../screening/filter/model/model.ts';
import { pageOwner } from '../screening/text/page-owner.ts';
import { findBans } from './find-bans.ts';
import type { HistoryQuestion, StatedPage, SubmissionHistory } from './history.ts';
import type { Digests } from './identify.ts';
import { isSetPhrase, likenessOf } from './likeness.ts';
import type { FormTicket, ProofTicket, Received, Sender, Submission } from './submission.ts';

/** What to ask the store about a submission. */
export const questionOf = ({ received, identity }: Submission): HistoryQuestion => {
  const { site, draft, sender, now } = received;
  const { id, networkKey, content, fingerprint, sameWithinMs } = identity;
  const { authorKey, ownContent, emailKey, formToken, key } = identity;
  const own = present({ authorKey, ownContent, provenAt: sender.provenAt });
  const likeness = likenessOf(draft);
  const page = statedPage(received, emailKey);
  const proof = countedProof(received);
  return {
    site: limitsFor(site, draft.article),
    article: draft.article,
    id,
    now,
    networkKey,
    content,
    fingerprint,
    sameWithinMs,
    ...(key ? { key } : {}),
    ...(draft.parent ? { parent: draft.parent } : {}),
    ...(authorKey ? own : {}),
    ...(formToken ? { formToken } : {}),
    ...(likeness ? { minHash: likeness } : {}),
    ...(page ? { page } : {}),
    ...(proof ? { proof } : {}),
    isSetPhrase: isSetPhrase(draft),
  };
};

/** A right proof, which is to count once: whether it was asked for at this moment is not known yet. */
const countedProof = ({ site, draft, proof }: Received): HistoryQuestion['proof'] => {
  if (proof?.state !== 'right' || policyFor(site.policy, draft.article).proof.when === 'never')
    return undefined;
  const { challenge, expiresAt } = proof;
  return { challenge, expiresAt };
};

/** The page an author states, unless it is one of the site's own, which anybody may name. */
const statedPage = ({ site, draft }: Received, email: string | undefined): StatedPage | undefined => {
  const owner = draft.url === undefined ? undefined : pageOwner(draft.url);
  if (owner === undefined || site.origins.some((origin) => pageOwner(origin) === owner)) return undefined;
  return { owner, name: draft.author, ...(email === undefined ? {} : { email }) };
};

/** A submission with what the store knows about it, before it is judged. */
export type PreparedSubmission = {
  readonly submission: Submission;
  readonly history: SubmissionHistory;
  /** The id the comment gets: its own, or that of its first attempt. */
  readonly id: CommentId;
} & (
  | {
      /** The very same submission, which came in before: its answer is already known. */
      readonly known: Comment;
    }
  | { readonly known: undefined; readonly evidence: Evidence }
);

/** What judges by besides what is known: the filter's weights, and the digests that bans are found by. */
export type Judges = { readonly model: Model; readonly digests: Pick<Digests, 'ban'> };

/**
 * Puts together what checks will look at.
 * @param found the comment under the id of `history.same`, if it was kept
 * @throws {Refusal} `parent-not-found`, `idempotency-key-reused`, `comment-erased` of the one that came with this key
 */
export const prepareScreening = (
  submission: Submission,
  history: SubmissionHistory,
  found: Comment | undefined,
  judges: Judges,
): PreparedSubmission => {
  if (history.keyReused) throw keyReused();
  if (found?.erasedAt !== undefined && history.same?.by === 'key') throw keyOfErased();
  // Digests of contents are short: another text under the same one is no replay.
  const isSame = !found || found.fingerprint === submission.identity.fingerprint;
  const id = (isSame && history.same?.id) || submission.identity.id;
  if (found && isSame) return { submission, history, id, known: found };
  if (submission.received.draft.parent && history.parent?.status !== 'approved') throw parentNotFound();
  return { submission, history, id, known: undefined, evidence: evidenceOf(submission, history, judges) };
};

/** What a sender is told whose key came with another comment before. */
export const keyReused = () =>
  new Refusal('idempotency-key-reused', 'This Idempotency-Key came with another comment before.');

const keyOfErased = () =>
  new Refusal(
    'comment-erased',
    'The comment that came with this Idempotency-Key was erased: another comment needs another key.',
  );

const parentNotFound = () =>
  new Refusal('parent-not-found', 'The comment that this one answers is not there (any more).', {
    fields: [{ field: 'parent', detail: 'It must be a published comment of the same article.' }],
  });

/** All that checks will look at. */
export const evidenceOf = (
  submission: Submission,
  history: SubmissionHistory,
  { model, digests }: Judges,
): Evidence => {
  const { received } = submission;
  const bans = findBans(submission, history.bans, digests);
  const { site, draft, sender, form, proof, honeypot, now } = received;
  const { author = noRecord } = history;
  const policy = policyFor(site.policy, draft.article);
  const surge = surgeOn(surgesInForce(history.surges, site.policy.surge, now), draft.article);
  return {
    model,
    draft,
    policy,
    language: site.language,
    now,
    mode: history.article?.mode ?? 'open',
    author: { ...author, proven: sender.proven !== undefined, unseen: unseenOf(history.earlier, author) },
    form: proofOf(form, history.formTokenUsed),
    honeypot,
    address: sender.address,
    earlier: history.earlier,
    ...tokenTimeOf(sender, history),
    neighbours: history.neighbours,
    siteRecent: history.siteRecent,
    resembling: history.resembling,
    ...(history.page ? { page: history.page } : {}),
    ...(bans ? { bans } : {}),
    ...(surge ? { surge: surgeEvidence(surge) } : {}),
    ...(proof && isProofAsked(policy.proof, surge !== undefined)
      ? { proof: workOf(proof, history.proofUsed) }
      : {}),
    learned: history.learned,
  };
};

/**
 * A stranger's first comment is in no ring buffer of theirs before their second, since nobody knew them: the token they got for it says when it came in. Once a
 * moderator has looked at theirs, or where this is that very comment, it holds up nobody.
 */
const tokenTimeOf = (
  { provenAt }: Sender,
  { author, same }: SubmissionHistory,
): Pick<Evidence, 'tokenAt'> => {
  const { lookedAt = 0 } = author ?? noRecord;
  const isOwn = same !== undefined && timeOf(same.id) === provenAt;
  return provenAt === undefined || provenAt <= lookedAt || isOwn ? {} : { tokenAt: provenAt };
};

const surgeEvidence = (surge: Surge): SurgeEvidence => ({
  where: surge.article === undefined ? 'site' : 'article',
  sharePercent: sharePercentOf(surge),
});

const proofOf = (form: FormTicket, used: SubmissionHistory['formTokenUsed']): FormProof =>
  form.state === 'genuine' ? { state: form.state, ageS: form.ageS, used } : form;

const workOf = ({ state }: ProofTicket, isUsed: boolean): WorkProof =>
  state === 'right' && isUsed ? 'used' : state;
