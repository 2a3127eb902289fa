import { linkOnSite } from '../comment/article.ts';
import { pageAtPublication } from '../comment/author-page.ts';
import type { Comment, Draft } from '../comment/comment.ts';
import { timeOf } from '../comment/comment-id.ts';
import type { Site } from '../comment/site.ts';
import type { Status } from '../comment/status.ts';
import { noRecord } from '../comment/trust.ts';
import { statusOf, type Verdict } from '../comment/verdict.ts';
import { expiryOf } from '../retention/policy.ts';
import type { AddComment, GiveBack } from '../storage/comment-store.ts';
import type { SubmissionHistory } from '../submission/history.ts';
import { giveBackReplay } from '../submission/places.ts';
import { keyReused, type PreparedSubmission } from '../submission/prepare-screening.ts';

/** A submission that was judged, with the name its author is known by from now on. */
export type Judged = {
  readonly prepared: PreparedSubmission;
  readonly verdict: Verdict;
  readonly authorKey: string;
  /** Digits that the drawing beside their name is made of. */
  readonly identicon: string;
};

/** A comment that is kept, and whether whoever sent this submission is known to have sent it. */
export type Kept = { readonly comment: Comment; readonly isSenders: boolean };

type Deps = { readonly store: AddComment & GiveBack };

/**
 * Keeps a judged draft, with its status from the first moment on. What was kept before under its id is the answer.
 * @throws {Refusal} `idempotency-key-reused` when that was another text.
 */
export const submitComment = async ({ store }: Deps, judged: Judged): Promise<Kept> => {
  const { prepared } = judged;
  const { comment, added } = prepared.known
    ? { comment: prepared.known, added: false }
    : await store.add(createComment(judged));

  // What was known before has given back its places already.
  if (!added && !prepared.known) await giveBackReplay(store, prepared);
  if (comment.fingerprint !== prepared.submission.identity.fingerprint) throw keyReused();
  return { comment, isSenders: added || isSenders(judged, comment) };
};

/** A key proves its sender, and so do a form's own token and the author's proof; the same words from the same network do not. */
const isSenders = ({ prepared }: Judged, { authorKey }: Comment): boolean => {
  const { received, identity } = prepared.submission;
  const atOnce = identity.key || received.form.state === 'genuine' ? 'proven' : 'content';
  return (prepared.history.same?.by ?? atOnce) !== 'content' || authorKey === identity.authorKey;
};

const createComment = ({ prepared, verdict, authorKey, identicon }: Judged): Comment => {
  const { submission, history, id } = prepared;
  const { site, draft, now } = submission.received;
  const { networkKey, networkBans, emailKey, fingerprint } = submission.identity;
  const status = statusOf[verdict.outcome];
  const expiresAt = expiryOf(status, site.policy.retention, now);
  const { author, url, text, parent, language } = draft;
  return {
    site: site.id,
    article: draft.article,
    id,
    status,
    version: 1,
    author,
    text,
    language,
    root: history.parent?.root ?? id,
    // When it first came in: a second attempt after a failure is answered like a replay of it.
    createdAt: timeOf(id),
    since: now,
    verdict,
    policyVersion: site.version,
    authorKey,
    identicon,
    authorRecord: { approved: history.author?.approved ?? 0, refused: history.author?.refused ?? 0 },
    networkKey,
    ...(networkBans.length === 0 ? {} : { networkBans }),
    fingerprint,
    seen: false,
    ...(url === undefined ? {} : { url, ...pageOf(status, prepared) }),
    ...(parent === undefined ? {} : { parent }),
    ...(emailKey === undefined ? {} : { emailKey }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...articleNews(site, draft, history.article),
  };
};

/** Whether readers see the author's page is decided when the comment is published. */
const pageOf = (status: Status, { submission, history }: PreparedSubmission): Pick<Comment, 'page'> => {
  if (status !== 'approved') return {};
  const { authorPages } = submission.received.site.policy;
  const page = pageAtPublication(history.author ?? noRecord, authorPages);
  return page === undefined ? {} : { page };
};

/** What the article's own record does not say yet. */
const articleNews = (site: Site, { title, link }: Draft, article: SubmissionHistory['article']) => ({
  ...(title === undefined || article?.title !== undefined ? {} : { articleTitle: title }),
  ...(link === undefined || linkOnSite(site, article?.link) !== undefined ? {} : { articleLink: link }),
});
