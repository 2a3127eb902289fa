import { commentAddress, receiptAddress } from '../comment/addresses.ts';
import type { Article } from '../comment/article.ts';
import type { Comment } from '../comment/comment.ts';
import { readingOrder, threadsOf } from '../comment/display/threads.ts';
import type { Policy } from '../comment/policy.ts';
import { type Reading, renderText } from '../pages/text/render-text.ts';
import type { PageBetween, ShownComment } from '../storage/comment-store.ts';
import type { Reply as CountsReply } from './readers/count-comments.ts';
import type { Reply as CommentListReply } from './readers/list-comments.ts';
import type { Reply as FormReply } from './readers/open-form.ts';
import type { ReceivedReply, SubmittedReply } from './readers/submit-comment.ts';
import type { CommentReply } from './shapes.ts';

/** Milliseconds since 1970 as RFC 3339, UTC. */
export const timestamp = (time: number): string => new Date(time).toISOString();

/** A comment as everybody sees it: without status, verdict, or anything private to its author. */
export const publicComment = (comment: ShownComment, reading: Reading): CommentReply => ({
  ...shownPart(comment, reading),
  thread: comment.root,
  author: comment.isRemoved ? null : comment.author,
  url: comment.url ?? null,
  staff: comment.isStaff ?? false,
  edited: comment.edited ?? null,
  withdrawn: comment.isWithdrawn ?? false,
  removed: comment.isRemoved ?? false,
});

/** What every view of a comment shows. @param reading absent where Markdown is not read */
export const shownPart = (
  { id, parent, text, createdAt }: Omit<ShownComment, 'root'>,
  reading?: Reading,
) => ({
  id,
  parent: parent ?? null,
  text,
  html: renderText(text, reading).markup,
  createdAt: timestamp(createdAt),
});

/** An article's id and how many comments it has, and how the site shows them. */
type Listed = Policy['display'] & {
  readonly timeZone: string;
  readonly id: string;
  readonly count: number;
  /** Whether it takes no more comments. */
  readonly closed?: boolean;
};

/** One page of an article's comments; its cursors are sealed. */
export const commentList = (
  { id, count, closed = false, timeZone, depthMax, identicons, markdown }: Listed,
  { items, next, previous }: PageBetween<ShownComment>,
): CommentListReply => ({
  article: id,
  count,
  closed,
  depthMax,
  timeZone,
  comments: threadsOf(items, depthMax)
    .flat()
    .flatMap(readingOrder)
    .map(({ comment, depth }) => ({
      ...publicComment(comment, { markdown }),
      depth,
      identicon: (identicons && comment.identicon) || null,
    })),
  next: next ?? null,
  previous: previous ?? null,
});

/** Counts by article, under the ids they were asked by. */
export const countsView = (counts: ReadonlyMap<string, number>): CountsReply => ({
  counts: Object.fromEntries(counts),
});

/** A fresh form token, when it stops proving anything, and the work asked for with it, if any. */
export const formView = (formToken: string, { mode, expiresAt, challenge }: OpenedForm): FormReply => ({
  ...{ formToken, expiresAt: timestamp(expiresAt), mode },
  ...(challenge ? { challenge } : {}),
});

type OpenedForm = {
  readonly mode: Article['mode'];
  readonly expiresAt: number;
  readonly challenge?: FormReply['challenge'] | undefined;
};

/** What goes back to an author: the receipt and the visitor's proof, both sealed, and the article's address if known. */
export type Acknowledged = {
  readonly comment: Pick<Comment, 'id' | 'status' | 'text'>;
  readonly display: Reading;
  readonly receipt: string;
  readonly visitor: string;
  /** The API's own address. */
  readonly baseUrl: string;
  readonly link?: string;
};

/** The answer to a submission. One taken for spam cannot be told from one that waits. */
export const submittedView = ({
  comment,
  display,
  receipt,
  visitor,
  baseUrl,
  link,
}: Acknowledged): SubmittedReply => ({
  id: comment.id,
  status: comment.status === 'approved' ? 'published' : 'pending',
  html: renderText(comment.text, display).markup,
  receipt,
  visitor,
  links: { receipt: receiptAddress(baseUrl, receipt), ...publishedAt(comment, link) },
});

/** The answer to somebody who repeats a comment without proving to be its sender: only what is public. */
export const receivedView = (
  comment: Pick<Comment, 'id' | 'status'>,
  link: string | undefined,
): ReceivedReply => ({
  id: comment.id,
  status: comment.status === 'approved' ? 'published' : 'pending',
  alreadyReceived: true,
  links: publishedAt(comment, link),
});

/** Where a published comment stands, if its article's address is known. */
export const publishedAt = ({ id, status }: Pick<Comment, 'id' | 'status'>, link: string | undefined) =>
  status === 'approved' && link !== undefined ? { self: commentAddress(link, id) } : {};
