import { articleForAuthor, receiptView } from '../../api/receipts/receipt-views.ts';
import { commentsPageAddress } from '../../comment/addresses.ts';
import type { Article } from '../../comment/article.ts';
import type { Comment } from '../../comment/comment.ts';
import { type Site, timeZoneOf } from '../../comment/site.ts';
import type { Receipt } from '../../pages/receipt-page.ts';
import { reasonsForAuthor } from '../../screening/explain.ts';
import { asRead } from './open-receipt.ts';

const FIRST = 'first-comment';

/** The content of a receipt's page. It links a published comment on its article's page, or on our own page of comments. */
export const receiptOf = (
  site: Site,
  stored: Comment,
  article: Article | undefined,
  baseUrl: string,
): Receipt => {
  const comment = asRead(site, stored);
  const { status, links } = receiptView(comment, { article });
  const { findings } = comment.verdict;
  const others = reasonsForAuthor(
    findings.filter(({ check }) => check !== FIRST),
    comment.language,
  );
  // Ignore checks that have no sentence for the author.
  const isFirst =
    others.length === 0 && findings.some(({ check, outcome }) => check === FIRST && outcome !== 'approve');
  const { id: around, article: named, language: lang } = comment;
  const ours = () => commentsPageAddress(baseUrl, site.id, { article: named, around, lang });
  return {
    language: comment.language,
    site,
    timeZone: timeZoneOf(site),
    status,
    isFirst,
    because: status === 'pending' && !isFirst ? reasonsForAuthor(findings, comment.language) : [],
    ...(status === 'not-published' ? { reason: comment.reason, note: comment.note } : {}),
    comment,
    display: site.policy.display,
    article: {
      ...articleForAuthor(comment, article),
      published: status === 'published' ? (links.self ?? ours()) : undefined,
    },
  };
};
