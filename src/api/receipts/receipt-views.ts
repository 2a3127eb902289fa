import type { Article } from '../../comment/article.ts';
import type { Comment } from '../../comment/comment.ts';
import type { Status } from '../../comment/status.ts';
import type { Appeal } from '../../moderation/author/appeal.ts';
import { noOffers, type Offers } from '../../moderation/author/offers.ts';
import type { Report } from '../../moderation/report.ts';
import type { Reading } from '../../pages/text/render-text.ts';
import { wordsIn } from '../../pages/words/words.ts';
import { explainToAuthor } from '../../screening/explain.ts';
import { textVersion } from '../../screening/text/text-version.ts';
import type { ShownComment } from '../../storage/comment-store.ts';
import { publishedAt, shownPart, timestamp } from '../reader-views.ts';
import type { Reply as ExportReply } from '../readers/receipt/export-comments.ts';
import type { Reply as ReceiptReply } from '../readers/show-receipt.ts';

type Around = {
  readonly article: Pick<Article, 'title' | 'link'> | undefined;
  readonly display?: Reading;
  readonly offers?: Offers;
};

/** A comment as its author sees it, by their receipt. */
export const receiptView = (
  comment: ShownComment &
    Pick<Comment, 'article' | 'status' | 'verdict' | 'language' | 'articleTitle' | 'articleLink'> &
    Pick<Comment, 'reason' | 'note'>,
  { article, display, offers = noOffers }: Around,
): ReceiptReply => {
  const { id, text, html, createdAt } = shownPart(comment, display);
  const { title, link } = articleForAuthor(comment, article);
  return {
    id,
    article: { id: comment.article, title: title ?? null, link: link ?? null },
    status: authorStatus[comment.status],
    because: [...becauseOf(comment)],
    ...rejectionOf(comment),
    edited: comment.edited ?? null,
    author: comment.author,
    text,
    html,
    createdAt,
    version: textVersion(text),
    ...offersView(offers),
    links: publishedAt(comment, link),
  };
};

const offersView = ({ changeableUntil, isEditable, isAppealable, appeal }: Offers) => ({
  changeableUntil: timeOrNull(changeableUntil),
  editable: isEditable,
  appealable: isAppealable,
  appeal: appeal
    ? { at: timestamp(appeal.at), answer: appeal.answer ?? null, answeredAt: timeOrNull(appeal.answeredAt) }
    : null,
});

const timeOrNull = (time: number | undefined): string | null => (time === undefined ? null : timestamp(time));

/** An article as a comment's author sees it: nobody else sees the title and link that they sent themselves. */
export const articleForAuthor = (
  { articleTitle, articleLink }: Pick<Comment, 'articleTitle' | 'articleLink'>,
  article: Pick<Article, 'title' | 'link'> | undefined,
): { readonly title: string | undefined; readonly link: string | undefined } => ({
  title: article?.title ?? articleTitle,
  link: article?.link ?? articleLink,
});

/** Why a comment waits, or was rejected, as far as its author may know; one taken for spam waits as well. */
const becauseOf = ({ status, verdict, language, reason }: Judged): readonly string[] => {
  if (authorStatus[status] === 'pending') return explainToAuthor(verdict.findings, language);
  return status === 'rejected' && reason ? [wordsIn(language).receipt.rejectedFor[reason]] : [];
};
type Judged = Pick<Comment, 'status' | 'verdict' | 'language' | 'reason'>;

/** What a moderator told the author, while that stands. */
const rejectionOf = ({ status, reason, note }: Pick<Comment, 'status' | 'reason' | 'note'>) =>
  status === 'rejected' ? { reason: reason ?? null, note: note ?? null } : { reason: null, note: null };

/** The status that an author sees. Authors of spam do not learn that it was recognised. */
const authorStatus = {
  pending: 'pending',
  approved: 'published',
  rejected: 'not-published',
  spam: 'pending',
  withdrawn: 'withdrawn',
} as const satisfies Record<Status, ReceiptReply['status']>;

type Exported = {
  readonly comments: readonly Comment[];
  readonly articles: ReadonlyMap<string, Pick<Article, 'title' | 'link'>>;
  /** By the comments' ids. */
  readonly appeals: ReadonlyMap<string, Appeal>;
  readonly reports: readonly Report[];
  /** A sealed cursor. */
  readonly next?: string;
};

/** An author's comments for export. */
export const exportView = (
  site: string,
  { comments, articles, appeals, reports, next }: Exported,
): ExportReply => ({
  site,
  comments: comments.map((comment) =>
    exported(comment, articles.get(comment.article), appeals.get(comment.id)),
  ),
  reports: reports.map(({ article, id, reason, note, at }) => ({
    ...{ article, comment: id, reason },
    note: note ?? null,
    at: timestamp(at),
  })),
  next: next ?? null,
});

const exported = (
  comment: Comment,
  known: Pick<Article, 'title' | 'link'> | undefined,
  appealed: Appeal | undefined,
): ExportReply['comments'][number] => {
  const offers = { ...noOffers, ...(appealed ? { appeal: appealed } : {}) };
  const view = receiptView(comment, { article: known, offers });
  const { id, article, status, because, reason, note, author, text, createdAt, edited, appeal, links } = view;
  return {
    ...{ id, article, status, because, reason, note, author, text, createdAt, edited },
    language: comment.language,
    // While a comment seems to wait, a time would tell when it was filed as spam.
    since: status === 'pending' ? null : timestamp(comment.since),
    editedAt: edited === null ? null : timeOrNull(comment.edit?.at),
    appeal: appeal && { ...appeal, text: appealed?.text ?? null },
    parent: comment.parent ?? null,
    url: comment.url ?? null,
    // `original` is also kept for text that was filed as spam, which its author must not learn.
    original: (edited === 'newsroom' ? comment.original : undefined) ?? null,
    link: links.self ?? null,
  };
};
