import type { Comment } from '../comment/comment.ts';
import type { Status } from '../comment/status.ts';
import type { DecisionName } from '../moderation/status-change.ts';
import type { FindChanges, FindComments, QueuedComment, SearchedPage } from '../storage/comment-store.ts';
import type {
  DecidedComment,
  ListLatest,
  ReadSurroundings,
  Surroundings,
} from '../storage/moderation-store.ts';
import type { ListQueue, QueueQuestion } from '../storage/queue-store.ts';

type Deps = { readonly store: ListQueue & ListLatest & FindComments & FindChanges & ReadSurroundings };
type Question = Omit<QueueQuestion, 'queue'> & {
  /** `recent` is what was published or decided last, the newest first. */
  readonly queue: QueueQuestion['queue'] | 'recent';
  /** Every check's finding, which costs half a read unit for each comment of a queue but `appeals`, where all are read. */
  readonly isWhole?: boolean;
};
/** Comments as rows show them, with what stands around them. */
export type Rows<C> = { readonly page: SearchedPage<C>; readonly around: Surroundings };
export type QueueRow = QueuedComment & { readonly status: Status } & Partial<Pick<DecidedComment, 'decided'>>;

/** One page of a queue. */
export const listQueue = async (
  { store }: Deps,
  { isWhole = false, queue, ...question }: Question,
): Promise<Rows<QueueRow>> => {
  if (queue === 'recent') {
    const latest = await store.listLatest({
      ...question,
      matches: (comment) => isAskedFor(comment, question),
    });
    return { page: latest, around: await store.readSurroundings(latest.items) };
  }
  const page = await store.listQueue({ ...question, queue });
  const [around, whole] = await Promise.all([
    store.readSurroundings(page.items),
    isWhole || queue === 'appeals' ? store.findAll(page.items) : [],
  ]);
  const decisions = queue === 'appeals' ? await decisionsOn(store, question.site, whole) : new Map();
  const items = withVerdicts(page.items, isWhole ? whole : []).map((comment) => ({
    ...comment,
    status: comment.appeal?.status ?? standing[queue],
    ...decisions.get(comment.id),
  }));
  return { page: { ...page, items }, around };
};

/** The status of a queue's comments: a reported one stays published until a moderator decides. An appeal names the status itself. */
const standing: Readonly<Record<QueueQuestion['queue'], Status>> = {
  pending: 'pending',
  spam: 'spam',
  reported: 'approved',
  appeals: 'rejected',
};

/** What is appealed against: who decided it, when and why; nothing of what waits. */
const decisionsOn = async (
  store: FindChanges,
  site: string,
  comments: readonly Comment[],
): Promise<ReadonlyMap<string, Pick<QueueRow, 'decided'>>> => {
  const decided = comments.filter(({ status }) => status in decisionFor);
  const changes = await store.findChanges(
    site,
    decided.map((comment) => ({ ...comment, version: comment.decidedVersion ?? comment.version })),
  );
  return new Map(
    decided.map(({ id, status, since, reason, note }, nth) => {
      const why = status === 'rejected' ? { reason, note } : {};
      const { by, at } = changes[nth] ?? { by: undefined, at: since };
      return [id, { decided: { action: decisionFor[status] ?? '', at, by, ...why } }];
    }),
  );
};

const decisionFor: Readonly<Partial<Record<Status, DecisionName>>> = { rejected: 'reject', spam: 'spam' };

const withVerdicts = (
  comments: readonly QueuedComment[],
  whole: readonly Comment[],
): readonly QueuedComment[] => {
  const byId = new Map(whole.map((comment) => [comment.id, comment.verdict]));
  return comments.map((comment) => ({ ...comment, verdict: byId.get(comment.id) ?? comment.verdict }));
};

type Filters = Pick<QueueQuestion, 'article' | 'author' | 'language' | 'reason' | 'matches'>;

const isAskedFor = (comment: Comment, { article, author, language, reason, matches }: Filters): boolean =>
  (article === undefined || comment.article === article) &&
  (author === undefined || comment.authorKey === author) &&
  (language === undefined || comment.language === language) &&
  (reason === undefined || comment.verdict.findings.some((finding) => hasRemarked(finding, reason))) &&
  (matches === undefined || matches(comment));

const hasRemarked = (
  { check, outcome, traces }: Comment['verdict']['findings'][number],
  reason: string,
): boolean => check === reason && (outcome !== 'approve' || traces.length > 0);
