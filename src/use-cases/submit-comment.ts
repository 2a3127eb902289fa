import type { Comment, CommentId, Draft } from '../comment/comment.ts';
import { timeOf } from '../comment/comment-id.ts';
import { Refusal } from '../comment/refusal.ts';
import type { Site } from '../comment/site.ts';
import type { Status } from '../comment/status.ts';
import type { Outcome, Verdict } from '../comment/verdict.ts';
import { expiryOf } from '../retention/policy.ts';
import type { AddComment, Recalled } from '../storage/comment-store.ts';

/** A draft that was judged, with the names its author and network go by. */
export type Judged = {
  readonly site: Site;
  readonly draft: Draft;
  readonly id: CommentId;
  /** The very same submission, if it came in before. */
  readonly known: Comment | undefined;
  readonly verdict: Verdict;
  readonly recalled: Pick<Recalled, 'article' | 'parent' | 'author'>;
  readonly authorKey: string;
  readonly networkKey: string;
  readonly emailKey: string | undefined;
  readonly fingerprint: string;
  readonly now: number;
};

const becomes: Readonly<Record<Outcome, Status>> = {
  approve: 'approved',
  hold: 'pending',
  spam: 'spam',
  refuse: 'rejected',
};

/**
 * Keeps a judged draft, with its status from the first moment on. What was kept before under its id is the answer.
 * @throws {Refusal} `idempotency-key-reused` when that was another text.
 */
export const submitComment = async (
  { store }: { readonly store: AddComment },
  judged: Judged,
): Promise<Comment> => {
  const comment = judged.known ?? (await store.add(createComment(judged))).comment;

  if (comment.fingerprint !== judged.fingerprint)
    throw new Refusal('idempotency-key-reused', 'This Idempotency-Key came with another comment before.');
  return comment;
};

const createComment = ({ site, draft, id, verdict, recalled, now, ...keys }: Judged): Comment => {
  const status = becomes[verdict.outcome];
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
    root: recalled.parent?.root ?? id,
    // When it first came in: a second attempt after a failure is answered like a replay of it.
    createdAt: timeOf(id),
    since: now,
    verdict,
    policyVersion: site.version,
    authorKey: keys.authorKey,
    authorRecord: recalled.author ?? { approved: 0, refused: 0 },
    networkKey: keys.networkKey,
    fingerprint: keys.fingerprint,
    ...(url === undefined ? {} : { url }),
    ...(parent === undefined ? {} : { parent }),
    ...(keys.emailKey === undefined ? {} : { emailKey: keys.emailKey }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...articleNews(draft, recalled.article),
  };
};

/** What the article's own record does not say yet. */
const articleNews = ({ title, link }: Draft, article: Recalled['article']) => ({
  ...(title === undefined || article?.title !== undefined ? {} : { articleTitle: title }),
  ...(link === undefined || article?.link !== undefined ? {} : { articleLink: link }),
});
