import { reportReasons } from '../../comment/abuse/report-reason.ts';
import { linkOnSite } from '../../comment/article.ts';
import { isPageShown } from '../../comment/author-page.ts';
import type { Comment, CommentId } from '../../comment/comment.ts';
import { excerptOf } from '../../comment/excerpt.ts';
import { placeTimeOf } from '../../comment/queue.ts';
import type { Language, Site } from '../../comment/site.ts';
import type { Status } from '../../comment/status.ts';
import type { Finding, Verdict } from '../../comment/verdict.ts';
import { explain } from '../../screening/explain.ts';
import { quotedTerms } from '../../screening/quoted-terms.ts';
import { pageSentence } from '../../screening/sentences/page-sentences.ts';
import type { QueuedComment, SearchedPage } from '../../storage/comment-store.ts';
import type { AuthorHistory, DecidedComment, Surroundings } from '../../storage/moderation-store.ts';
import type { VerdictReply } from '../moderator-shapes.ts';
import type { Reply as ArticleCommentsReply } from '../moderators/list-article-comments.ts';
import type { Reply as QueuePageReply } from '../moderators/list-queue.ts';
import { shownPart, timestamp } from '../reader-views.ts';

type Row = QueuePageReply['comments'][number];

/** How a row is shown: its site, its language, its surroundings, and whether it shows every finding or only those with a result. */
export type Showing = {
  readonly site: Pick<Site, 'origins'>;
  readonly language: Language;
  readonly around: Surroundings;
  readonly isWhole: boolean;
};

type Listed = QueuedComment & { readonly status: Status } & Partial<
    Pick<DecidedComment, 'decided' | 'queuedAt'>
  >;

/** A comment as a queue shows it. No e-mail, no network. */
export const queuedComment = (comment: Listed, showing: Showing): Row => {
  const { site, language, around, isWhole } = showing;
  const article = around.articles.get(comment.article);
  return {
    ...shownPart(comment),
    version: comment.version,
    since: timestamp(placeTimeOf(comment)),
    expiresAt: comment.expiresAt === undefined ? null : timestamp(comment.expiresAt),
    status: comment.status,
    language: comment.language ?? null,
    article: {
      id: comment.article,
      title: article?.title ?? null,
      link: linkOnSite(site, article?.link) ?? null,
    },
    author: { ...byline(comment, language), ...historyView(comment, around) },
    answers: answeredView(comment.parent, around),
    staff: comment.isStaff ?? false,
    edited: comment.edited ?? null,
    verdict: verdictView(comment.verdict, { language, isWhole }),
    ...(comment.decided && { decided: decidedView(comment.decided) }),
    ...(comment.reports && reportsView(comment.reports)),
    ...(comment.appeal && { appeal: { text: comment.appeal.text ?? null } }),
    terms: quotedTerms(comment.verdict.findings).map(({ field, term }) => ({ field, term })),
  };
};

const reportsView = ({ weight, reasons }: NonNullable<QueuedComment['reports']>) => ({
  reports: reportReasons.flatMap((reason) => {
    const count = reasons[reason];
    return count === undefined ? [] : [{ reason, count }];
  }),
  weight,
});

/** A comment in any state. */
export const articleComment = (
  comment: Comment,
  showing: Showing,
): ArticleCommentsReply['comments'][number] => ({
  ...queuedComment(comment, showing),
  thread: comment.root,
  original: comment.original ?? null,
});

/** One page of rows; `next` is a sealed cursor. */
export const rowsPage = <C, R>(
  { items, next, examined, isPartial }: SearchedPage<C>,
  row: (comment: C) => R,
): {
  readonly comments: R[];
  readonly next: string | null;
  readonly examined: number;
  readonly partial: boolean;
} => ({
  comments: items.map(row),
  next: next ?? null,
  examined,
  partial: isPartial,
});

/** The author's record as it is now; of an unknown author, as it was when the comment came in. */
const historyView = ({ id, authorKey, authorRecord }: Listed, { authors }: Surroundings) => {
  const history: AuthorHistory = authors.get(authorKey ?? '') ?? authorRecord;
  const { approved, refused, firstSeenAt, last } = history;
  return {
    key: authorKey ?? null,
    ...{ approved, refused },
    firstSeenAt: firstSeenAt === undefined ? null : timestamp(firstSeenAt),
    last: last === undefined || last.id === id ? null : { ...last, createdAt: timestamp(last.createdAt) },
  };
};

const decidedView = ({ action, at, by, reason, note }: DecidedComment['decided']) => ({
  ...{ action, by: by ?? null },
  at: timestamp(at),
  reason: reason ?? null,
  ...(note === undefined ? {} : { note }),
});

const answeredView = (parent: CommentId | undefined, { answered }: Surroundings) => {
  const comment = parent && answered.get(parent);
  if (!comment) return null;
  const { id, author, text, status } = comment;
  return { id, author, excerpt: excerptOf(text), status };
};

type Signed = Pick<Comment, 'author' | 'url' | 'page' | 'status'>;

/** A comment's author, and whether readers see the page. */
const byline = ({ author, url, page, status }: Signed, language: Language) => ({
  name: author,
  url: url ?? null,
  page: url === undefined ? null : pageView(page, status === 'approved', language),
});

const pageView = (page: Comment['page'], isPublished: boolean, language: Language) => ({
  shown: isPublished && isPageShown(page),
  because: pageSentence(isPublished ? (page ?? 'byRule') : 'unpublished', language),
});

const verdictView = (
  { outcome, findings }: Verdict,
  { language, isWhole }: Pick<Showing, 'language' | 'isWhole'>,
): VerdictReply => ({
  outcome,
  findings: findings
    .filter((finding) => isWhole || saysSomething(finding))
    .map((finding) => ({
      check: finding.check,
      version: finding.version,
      outcome: finding.outcome,
      ...(finding.judged && { judged: finding.judged }),
      score: finding.score,
      because: [...explain(finding, language)],
      evidence: finding.traces.map(({ field, term }) => ({ field, term })),
      ms: Math.round(finding.ms * 1_000) / 1_000,
    })),
});

const saysSomething = ({ outcome, traces }: Finding): boolean => outcome !== 'approve' || traces.length > 0;
