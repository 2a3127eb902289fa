import { isPageShown, type PageStanding, pageAtPublication } from '../comment/author-page.ts';
import type { Comment } from '../comment/comment.ts';
import type { Policy } from '../comment/policy.ts';
import type { Status } from '../comment/status.ts';
import { type AuthorRecord, noRecord } from '../comment/trust.ts';

/** A moderator's ruling on the author's page, made with an approval. */
export const pageDecisions = ['show', 'hide'] as const;
export type PageDecision = (typeof pageDecisions)[number];

const standsAs: Readonly<Record<PageDecision, PageStanding>> = { show: 'shown', hide: 'hidden' };

type Paged = Pick<Comment, 'status' | 'url' | 'page'>;
type Decided = { readonly decision: string; readonly page?: PageDecision };

/** Whether a decision publishes a page that no moderator has ruled on, which asks for what was approved of its author before. */
export const needsAuthor = (comment: Paged, { decision, page }: Decided, { authorPages }: Policy): boolean =>
  decision === 'approve' && page === undefined && isRuledAnew(comment) && authorPages.shownAfter > 0;

/** The page's standing after a decision. @param author their current record; undefined for an unknown author */
export const pageAfter = (
  comment: Paged,
  { decision, page }: Decided,
  { authorPages }: Policy,
  author: AuthorRecord = noRecord,
): PageStanding | undefined => {
  if (comment.url === undefined || decision !== 'approve') return comment.page;
  if (page !== undefined) return standsAs[page];
  return isRuledAnew(comment) ? pageAtPublication(author, authorPages) : comment.page;
};

/** A moderator's ruling on a page stands until the next one. */
const isRuledAnew = ({ status, url, page }: Paged): boolean =>
  status !== 'approved' && url !== undefined && page !== 'shown' && page !== 'hidden';

/** Whether nothing changes but whether readers see the page. */
export const isPageChange = (
  { status, page: before }: Paged,
  after: Status,
  page: PageStanding | undefined,
): boolean => after === 'approved' && status === after && isPageShown(before) !== isPageShown(page);
